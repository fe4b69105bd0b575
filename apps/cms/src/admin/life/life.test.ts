import { expect, test } from 'vitest'
import { colofonWords, parseLife, plannedWords } from './life.ts'

const now = new Date('2026-11-26T14:00:00+01:00')
const aLife = (change: object) => parseLife({ data: { state: 'active', ...change } })!
const first = { title: 'Jaarmarkt', at: '2026-11-27T09:00:00+01:00' }

test('what was planned is named before a wijk comes to rest', () => {
  const words = (count: number) => plannedWords('pause', aLife({ planned: { count, first } }).planned, now)
  expect(words(1)).toMatch(
    /^Er staat iets klaar om vanzelf online te komen: ‘Jaarmarkt’, vrijdag 27 november om 9.00 uur. Dat gaat door/,
  )
  expect([words(2), words(4)]).toEqual([
    expect.stringContaining('Daarna nog één.'),
    expect.stringContaining('Daarna nog 3.'),
  ])
  expect(plannedWords('pause', aLife({}).planned, now)).toBeNull()
  expect(plannedWords('reactivate', aLife({ planned: { count: 1, first } }).planned, now)).toBeNull()
})

test('what the colofon lacks is told, before the site opens and after', () => {
  const lacks = ['wie de site uitgeeft', 'het adres van de uitgever']
  expect(colofonWords(lacks, 'draft')).toMatch(
    /^Voordat de site open kan, vul je in dit formulier in: wie de site uitgeeft en het adres van de uitgever./,
  )
  expect(colofonWords(lacks, 'resting')).toMatch(/^In het colofon ontbreekt: /)
  expect([colofonWords([], 'active'), colofonWords(lacks, 'archived')]).toEqual([null, null])
})
