import { expect, test } from 'vitest'
import { isSlug, parseWijkId } from './ids.ts'

test.each(['a', 'buurtbbq', 'buurt-bbq-2', '2026', 'a'.repeat(80)])('%j is a slug', (text) => {
  expect(isSlug(text)).toBe(true)
})

test.each(['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', '../..', 'a/b', 'a.b', 'a\n', 'a'.repeat(81)])(
  '%j is no slug',
  (text) => {
    expect(isSlug(text)).toBe(false)
  },
)

test('the id of a wijk has the form that Strapi gives', () => {
  expect(parseWijkId('u4w2rqyc8m1zl6tl4z8x5k2e')).toBe('u4w2rqyc8m1zl6tl4z8x5k2e')
  expect(() => parseWijkId('../../etc')).toThrow('not the id of a wijk: "../../etc"')
})
