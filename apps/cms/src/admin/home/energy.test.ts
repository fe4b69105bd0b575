import { expect, test } from 'vitest'
import { energyOf, signsOf, type Vitality } from './energy.ts'

const now = new Date('2026-11-26T09:00:00+01:00')
const lively: Vitality = {
  lastItemAt: new Date('2026-11-26T08:00:00+01:00'),
  comingEvents: 4,
  contributors: 5,
  keepers: 2,
}
const sign = (change: Partial<Vitality>, name: string) =>
  signsOf({ ...lively, ...change }, now).find((each) => each.name === name)!

test.each([
  ['2026-11-26T00:10:00+01:00', 'good', 'Het laatste nieuws kwam vandaag.'],
  ['2026-11-25T23:50:00+01:00', 'good', 'Het laatste nieuws kwam gisteren.'],
  ['2026-11-12T23:50:00+01:00', 'good', 'Het laatste nieuws kwam 14 dagen geleden.'],
  ['2026-11-11T09:00:00+01:00', 'fair', 'Al 15 dagen niets nieuws. Een foto met drie regels is al genoeg.'],
  ['2026-10-27T09:00:00+01:00', 'fair', 'Al 30 dagen niets nieuws. Een foto met drie regels is al genoeg.'],
  ['2026-10-26T09:00:00+01:00', 'low', 'Al 31 dagen niets nieuws. Een foto met drie regels is al genoeg.'],
])('news of %s', (at, level, text) => {
  expect(sign({ lastItemAt: new Date(at) }, 'news')).toMatchObject({ level, text })
})

test.each([
  [{ lastItemAt: null }, 'news', 'low', 'Er staat nog niets nieuws op de site.'],
  [{ comingEvents: 4 }, 'events', 'good', '4 activiteiten in de komende 30 dagen.'],
  [{ comingEvents: 1 }, 'events', 'fair', 'Eén activiteit in de komende 30 dagen.'],
  [{ comingEvents: 0 }, 'events', 'low', 'Geen activiteiten in de komende 30 dagen.'],
  [{ contributors: 5 }, 'contributors', 'good', '5 mensen werkten mee in de laatste drie maanden.'],
  [{ contributors: 1 }, 'contributors', 'low', 'Eén mens werkte mee in de laatste drie maanden.'],
  [{ contributors: 0 }, 'contributors', 'low', 'Niemand werkte mee in de laatste drie maanden.'],
  [{ keepers: 2 }, 'keepers', 'good', '2 mensen houden de site gaande.'],
  [{ keepers: 1 }, 'keepers', 'fair', 'Eén mens houdt de site gaande.'],
] as const)('%j', (change, name, level, text) => {
  const found = sign(change, name)
  expect([found.level, found.text.startsWith(text)]).toEqual([level, true])
})

test.each([
  [{}, 'good'],
  [{ keepers: 1 }, 'fair'],
  [{ comingEvents: 0 }, 'fair'],
  [{ comingEvents: 0, contributors: 1 }, 'low'],
])('one weak sign is not yet a weak wijk: %j', (change, level) => {
  expect(energyOf(signsOf({ ...lively, ...change }, now))).toBe(level)
})
