import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markSvg, streetSvg } from './drawings.ts'
import { buildingOf, HEIGHT, streetOf } from './street.ts'

const colours = { near: '#ffffff', far: '#aaaaaa', window: '#333333' } as const

describe('the street of a wijk', () => {
  test('is the same every time, and another for another name', () => {
    expect(streetSvg('Molenwijk', colours)).toBe(streetSvg('Molenwijk', colours))
    expect(streetSvg('Molenwijk', colours)).not.toBe(streetSvg('Molenbuurt', colours))
  })

  test('has a mill for the first m, and a house for the next', () => {
    const [mill, , , house] = streetOf('Memmo')
    expect(mill).toEqual(buildingOf('m', true, 0))
    expect(house).not.toEqual(mill)
  })

  test('does not care for capitals and accents', () => {
    expect(streetOf('Élan')).toEqual(streetOf('elan'))
  })

  test('is there for any name, as long as a screen and never higher than its drawing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const street = streetOf(name)
        expect(street.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(1300)
        for (const { height } of street) expect(height).toBeLessThanOrEqual(HEIGHT)
        const svg = streetSvg(name, colours)
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
        expect(svg.length).toBeLessThan(32_000)
      }),
    )
  })
})

test('the mark of a wijk fits its square, whatever letter it begins with', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789 -猫🎉') {
    expect(markSvg(letter, { band: '#8c2f39', onBand: '#ffffff' })).toMatch(/^<svg .*<\/svg>\n$/)
  }
})
