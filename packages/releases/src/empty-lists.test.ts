import { expect, test } from 'vitest'
import { emptyListAt } from './empty-lists.ts'

test.each([
  ['agenda/plek/het-molenplein/index.html', 'leeg/index.html'],
  // Every topic has its page: what is not there is no topic.
  ['thema/groen-en-natuur/index.html', null],
  ['agenda/week/2026-w47/index.html', 'leeg/index.html'],
  ['insluiten/thema/groen-en-natuur/index.html', 'insluiten/leeg/index.html'],
  ['agenda/feest/index.html', null],
  ['agenda/weekend/index.html', null],
  ['agenda/week', null],
  ['index.html', null],
])('what stands in for an empty list at %s is %s', (path, page) => {
  expect(emptyListAt(path)).toBe(page)
})
