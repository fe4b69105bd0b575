import { describe, expect, test } from 'vitest'
import { paragraphs } from '../testing/a-site.ts'
import { descriptionOf, minutesOf } from './excerpt.ts'

describe('the description of a page', () => {
  test('is its summary on one line', () => {
    expect(descriptionOf(' Twee\nregels ', paragraphs('Tekst'), 'Anders')).toBe('Twee regels')
  })

  test('is the beginning of its text when it has no summary', () => {
    expect(descriptionOf('', paragraphs('Eerste.', 'Tweede.'), 'Anders')).toBe('Eerste. Tweede.')
  })

  test('is never empty', () => {
    expect(descriptionOf('', [], 'Anders')).toBe('Anders')
  })

  test('ends at a whole word when the text is long', () => {
    const description = descriptionOf('', paragraphs('woord '.repeat(40_000)), 'Anders')
    expect(description.length).toBeLessThanOrEqual(200)
    expect(description).toMatch(/^(woord )+woord…$/)
  })

  test('never ends in half an emoji', () => {
    expect(descriptionOf('🎉'.repeat(500), [], '')).toMatch(/^(🎉)+…$/u)
  })
})

test('a reader needs a minute for 200 words, and for the first of them', () => {
  expect(minutesOf([])).toBe(0)
  expect(minutesOf(paragraphs('Hallo.'))).toBe(1)
  expect(minutesOf(paragraphs('woord '.repeat(401)))).toBe(3)
})
