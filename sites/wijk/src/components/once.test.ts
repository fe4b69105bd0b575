import { renderTemplate } from 'astro/runtime/server/index.js'
import { expect, test } from 'vitest'
import { once } from './once.ts'

const html = <T extends object>(what: T, template: (what: T) => unknown) => String(once(what, template))

test('a part is rendered for who shows it first, and is not escaped again', () => {
  let times = 0
  const menu = { title: 'Lief & leed' }
  const shown = () => html(menu, ({ title }: typeof menu) => (times++, renderTemplate`<b>${title}</b>`))
  expect([shown(), shown(), times]).toEqual(['<b>Lief &amp; leed</b>', '<b>Lief &amp; leed</b>', 1])
  expect(String(renderTemplate`${once(menu, () => '')}`.expressions[0])).toBe('<b>Lief &amp; leed</b>')
})

test('another object is another part', () => {
  const show = ({ title }: { title: string }) => renderTemplate`${title}`
  expect([html({ title: 'een' }, show), html({ title: 'twee' }, show)]).toEqual(['een', 'twee'])
})

test('a part that would wait is refused', () => {
  expect(() => html({}, () => renderTemplate`${Promise.resolve('later')}`)).toThrow('may wait for nothing')
})
