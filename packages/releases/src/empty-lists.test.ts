import { expect, test } from 'vitest'
import { emptyListAt } from './empty-lists.ts'

test.each([
  ['thema/groen-en-natuur/index.html', 'leeg/index.html'],
  ['thema/groen-en-natuur/rss.xml', 'leeg/index.html'],
  ['agenda/week/2026-w47/index.html', 'leeg/index.html'],
  ['insluiten/thema/groen-en-natuur/index.html', 'insluiten/leeg/index.html'],
  ['agenda/feest/index.html', null],
  ['agenda/weekend/index.html', null],
  ['thema', null],
  ['index.html', null],
])('what stands in for an empty list at %s is %s', (path, page) => {
  expect(emptyListAt(path)).toBe(page)
})
