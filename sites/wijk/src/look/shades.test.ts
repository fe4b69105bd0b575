import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, hexOf, oklchOf, type Hex } from './oklch.ts'
import { dark, light, READABLE, shadesOf } from './shades.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n): Hex => `#${n.toString(16).padStart(6, '0')}`)

describe('whatever colour a wijk chooses', () => {
  test.each(['light', 'dark'] as const)('all text can be read in the %s scheme', (scheme) => {
    const { paper, ink, quiet } = { light, dark }[scheme]
    fc.assert(
      fc.property(anyColour, (colour) => {
        const shades = shadesOf(colour)[scheme]
        const pairs: [Hex, Hex][] = [
          [shades.onBand, shades.band],
          [shades.accent, paper],
          [shades.accent, shades.tint],
          [shades.onAccent, shades.accent],
          [ink, shades.tint],
          [quiet, shades.tint],
        ]
        for (const [text, background] of pairs)
          expect(contrast(text, background)).toBeGreaterThanOrEqual(READABLE)
      }),
      { numRuns: 2000 },
    )
  })

  test('the band stays near to it', () => {
    expect(shadesOf('#8c2f39').light).toMatchObject({ band: '#8c2f39', onBand: light.paper })
    expect(shadesOf('#e0b83f').light).toMatchObject({ band: '#e0b83f', onBand: light.ink })
  })

  test('the street can be told from the band', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light: day, dark: night } = shadesOf(colour)
        expect(contrast(day.band, light.paper)).toBeGreaterThan(1.3)
        expect(contrast(night.band, dark.paper)).toBeGreaterThan(1.3)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a wijk without a proper colour still has a site that can be read', () => {
  expect(shadesOf('rood')).toEqual(shadesOf('#2f4858'))
})

test('a colour survives the way there and back', () => {
  fc.assert(
    fc.property(anyColour, (colour) => {
      expect(hexOf(oklchOf(colour))).toBe(colour)
    }),
  )
})

test('the stylesheet has the same paper and ink', () => {
  const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8')
  for (const colour of [...Object.values(light), ...Object.values(dark)]) expect(css).toContain(colour)
})
