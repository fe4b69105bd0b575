import { expect, test } from 'vitest'
import { rowTitle } from './row-title.ts'

const inDutch = (word: string) => ({ tuesday: 'dinsdag' })[word] ?? word

test.each([
  [{ day: 'tuesday' }, { name: 'day', type: 'enumeration' }, 'dinsdag'],
  [
    { day: 'tuesday', opensAt: '09:00:00.000', closesAt: '17:30' },
    { name: 'day', type: 'enumeration' },
    'dinsdag, 9.00 – 17.30',
  ],
  [{ date: '2026-12-05', opensAt: null }, { name: 'date', type: 'date' }, 'zaterdag 5 december 2026'],
  [{ date: 'ooit' }, { name: 'date', type: 'date' }, 'ooit'],
  [{ alt: 'Drie buren' }, { name: 'alt', type: 'string' }, 'Drie buren'],
  [{ day: null }, { name: 'day', type: 'enumeration' }, ''],
  [{ id: 3 }, { name: 'id', type: 'integer' }, ''],
  [undefined, { name: 'day', type: 'enumeration' }, ''],
])('%j is called by its %j: %s', (row, mainField, said) => {
  expect(rowTitle(row, mainField, inDutch)).toBe(said)
})
