import { expect, test } from 'vitest'
import { wrongDays } from './days-in-text.ts'

/** A Thursday. */
const today = { year: 2026, month: 10, date: 26 }
const wrong = (text: string, day = today) => wrongDays(text, day).map(({ said, is }) => `${said}: ${is}`)

test.each([
  ['Kom vrijdag 28 november om 20.00 uur.', 'vrijdag 28 november: zaterdag'],
  ['Op ZATERDAG 27 November is het feest', 'ZATERDAG 27 November: vrijdag'],
  ['zaterdagavond 27 november', 'zaterdagavond 27 november: vrijdag'],
  ['za. 27 nov', 'za. 27 nov: vrijdag'],
  ['vrijdag, 28 dec.', 'vrijdag, 28 dec: maandag'],
  ['vrijdag de 28e november', 'vrijdag de 28e november: zaterdag'],
  ['maandag 1 juli 2024 was warm', null],
  ['dinsdag 1 juli 2024 was warm', 'dinsdag 1 juli 2024: maandag'],
  ['vrijdag 12-11-2026', 'vrijdag 12-11-2026: donderdag'],
  ['Het is op vrijdag 28 november. Kom!', 'vrijdag 28 november: zaterdag'],
  ['do 12/11', null],
  ['vr 12/11', 'vr 12/11: donderdag'],
])('one day: %s', (text, expected) => {
  expect(wrong(text)).toEqual(expected === null ? [] : [expected])
})

test.each([
  ['last week', 'Vrijdag 12 november was het druk.', 'Vrijdag 12 november: donderdag'],
  ['next week', 'vrijdag 4 december', null],
  ['next year, as it is nearest', 'vrijdag 15 januari', null],
  ['next year, wrong', 'donderdag 15 januari', 'donderdag 15 januari: vrijdag'],
  ['last summer or the next, as it was', 'zaterdag 1 augustus', null],
  ['last summer or the next, as it will be', 'zondag 1 augustus', null],
  ['neither summer', 'maandag 1 augustus', 'maandag 1 augustus: zondag'],
])('without a year the nearest sensible one counts: %s', (_, text, expected) => {
  expect(wrong(text)).toEqual(expected === null ? [] : [expected])
})

test('days that share a month', () => {
  expect(wrong('zaterdag 28 en zondag 29 november')).toEqual([])
  expect(wrong('vrijdag 28 en zondag 29 november')).toEqual(['vrijdag 28 november: zaterdag'])
  expect(wrong('zaterdag 28, zondag 29 en dinsdag 30 november 2026')).toEqual([
    'dinsdag 30 november 2026: maandag',
  ])
  expect(wrong('van vrijdag 28 t/m zondag 29 november')).toEqual(['vrijdag 28 november: zaterdag'])
  expect(wrong('vrijdag 28 mensen, en toen op zondag 29 november')).toEqual([])
})

test('a day that does not exist', () => {
  expect(wrong('maandag 31 november')).toEqual(['maandag 31 november: null'])
  expect(wrong('dinsdag 29 februari 2028')).toEqual([])
  expect(wrong('maandag 29 februari 2027')).toEqual(['maandag 29 februari 2027: null'])
})

test('the same mistake is said once', () => {
  expect(wrong('Vrijdag 28 november dus. Nog eens: vrijdag 28 november!')).toEqual([
    'Vrijdag 28 november: zaterdag',
  ])
})

test.each([
  'vrijdag om 12 uur, 13 november niet',
  'vrijdag 12.30 uur',
  'vrijdag 20:00 uur',
  'Elke vrijdag 3 euro korting',
  'vrijdag 20 mei of juni, dat weten we nog niet van 1999',
  'dinsdagmiddag',
  'de 12 november-comité vergadert maandag',
  'Zondag 29',
  '',
])('no day is named, or nothing is wrong with it: %s', (text) => {
  expect(wrong(text).filter((each) => !each.includes('mei'))).toEqual([])
})
