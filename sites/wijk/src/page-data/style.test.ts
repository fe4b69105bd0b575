import { expect, test } from 'vitest'
import { aSite } from '../testing/a-site.ts'
import { mark, styleFile, styleNames, wijkStyle } from './style.ts'

test('every file that the stylesheet names is there', () => {
  const site = aSite()
  const [name] = styleNames(site, 'css')
  const css = styleFile(site, 'css', name)
  const named = [...css.matchAll(/url\(\/stijl\/(\w+)\.svg\)/g)].map((match) => match[1])
  expect(named).toEqual(styleNames(site, 'svg'))
  expect(wijkStyle(site).href).toBe(`/stijl/${name}.css`)
})

test('another colour is another file, because files are kept for ever', () => {
  expect(wijkStyle(aSite({ wijk: { colour: '#112233' } })).href).not.toBe(wijkStyle(aSite()).href)
})

test('a wijk that changes nothing but its welcome keeps its files', () => {
  expect(wijkStyle(aSite({ wijk: { welcome: 'Hallo' } })).href).toBe(wijkStyle(aSite()).href)
})

test('no name can put anything but shapes in a drawing', () => {
  const site = aSite({ wijk: { name: '"><script>alert(1)</script>', colour: '"/><script>' } })
  const drawings = [mark(site), ...styleNames(site, 'svg').map((name) => styleFile(site, 'svg', name))]
  for (const drawing of drawings) expect(drawing).not.toMatch(/script|text|href/)
})
