import { expect, test } from 'vitest'
import { PageGlobal } from './page-global.ts'

test('a page has its parameters and its props', () => {
  const astro = new PageGlobal({ slug: 'lente' }, { title: 'Lente' })
  expect([astro.params, astro.props, astro.self]).toEqual([{ slug: 'lente' }, { title: 'Lente' }, null])
})

test('whoever asks for something else reads that it is not there', () => {
  const astro = new PageGlobal({}, {}) as unknown as { url: URL }
  expect(() => astro.url).toThrow('Astro.url')
})
