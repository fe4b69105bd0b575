import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isPicture, PICTURES, rasterise } from './pictures.ts'

const folder = new URL('pictures/', import.meta.url)

test('the list names every picture in the folder, and nothing else', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.svg$/, ''))
  expect(files.toSorted()).toEqual([...PICTURES])
  expect(isPicture('mill-square')).toBe(true)
  expect(isPicture('../wijken')).toBe(false)
})

describe.each(PICTURES)('%s', (name) => {
  const svg = readFileSync(new URL(`${name}.svg`, folder), 'utf8')

  test('is light, needs no font and fetches nothing', () => {
    expect(svg.length).toBeLessThan(15_000)
    expect(svg).not.toMatch(/<(?:text|image|script|style|foreignObject)\b|font-family|url\((?!#)/)
    expect(Array.from(svg.matchAll(/href="([^"]+)"/g), ([, href]) => href![0])).not.toContain('h')
  })

  test('uses only shapes that it defines', () => {
    const ids = new Set(Array.from(svg.matchAll(/ id="([^"]+)"/g), ([, id]) => id))
    const used = Array.from(svg.matchAll(/(?:href="#|url\(#)([^")]+)/g), ([, id]) => id)
    expect(used.filter((id) => !ids.has(id))).toEqual([])
  })
})

test('a picture becomes a JPEG of 1600 by 1000 that is more than one flat colour', async () => {
  const jpeg = await rasterise('mill-square')
  const { format, width, height } = await sharp(jpeg).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1600, height: 1000 })
  const { entropy } = await sharp(jpeg).stats()
  expect(entropy).toBeGreaterThan(4)
})

test('the same picture asked twice is made once', async () => {
  expect(await rasterise('school')).toBe(await rasterise('school'))
})
