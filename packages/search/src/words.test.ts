import { expect, test } from 'vitest'
import { headOf, isSilent, termOf, wordsOf } from './words.ts'

test.each([
  ['Koffie in De Spil!', ['koffie', 'in', 'de', 'spil']],
  ['Café ’t Hoekje, Noorder­straat 12-b', ['cafe', 't', 'hoekje', 'noorder', 'straat', '12', 'b']],
  ["foto’s en auto's", ['foto', 'en', 'auto']],
  ['’s avonds zo’n feest', ['s', 'avonds', 'zon', 'feest']],
  ['Ynte fan ’e Súdwesthoeke', ['ynte', 'fan', 'e', 'sudwesthoeke']],
  ['İbrahim Yıldız uit Çorum', ['ibrahim', 'yildiz', 'uit', 'corum']],
  ['Straße, Ærø, Łódź', ['strasse', 'aero', 'lodz']],
  ['  ', []],
])('%j has the words %j', (text, words) => {
  expect(wordsOf(text.replaceAll('\u00ad', ' '))).toEqual(words)
})

test.each([
  ['huis', 'huizen'],
  ['brief', 'brieven'],
  ['straat', 'straten'],
  ['speeltuin', 'speeltuinen'],
  ['vergadering', 'vergaderingen'],
  ['kat', 'katten'],
  ['activiteit', 'activiteiten'],
])('%s and %s are one term', (one, other) => {
  expect(termOf(one)).toBe(termOf(other))
})

test('a house number is a term as it is', () => {
  expect(termOf('30')).toBe('30')
})

test.each(['de', 'het', 'een', 'van', 's'])('%s says nothing', (word) => {
  expect(isSilent(word)).toBe(true)
  expect(termOf(word)).toBeNull()
})

test.each([
  ['speeltuin', 'tuin'],
  ['buurthuizen', 'huis'],
  ['wijkkrant', 'krant'],
  ['koffieochtend', 'ochtend'],
])('%s ends with a word that we know', (compound, head) => {
  expect(headOf(compound)).toBe(termOf(head))
})

test.each(['tuin', 'fiets', 'gemeente'])('%s has no such end', (word) => {
  expect(headOf(word)).toBeNull()
})
