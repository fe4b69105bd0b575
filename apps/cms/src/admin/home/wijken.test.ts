import { expect, test } from 'vitest'
import { contentSentence, parseWijken, siteSentence, type WijkOverview } from './wijken.ts'

const counted = (number: number, one: string, many: string) => ({ number, one, many })
const now = new Date('2026-11-22T13:05:00Z')
const molenwijk: WijkOverview = {
  documentId: 'm',
  name: 'Molenwijk',
  slug: 'molenwijk',
  state: 'active',
  siteUrl: 'http://molenwijk.localhost:8080',
  receiptState: 'live',
  liveAt: new Date('2026-11-22T13:03:12Z'),
  error: null,
  held: null,
  contents: [counted(12, 'nieuwsbericht', 'nieuwsberichten'), counted(1, 'pagina', "pagina's")],
}

test('wijken stand by name, as the Dutch alphabet has it', () => {
  const rows = ['Zuid', 'Één', 'Aa'].map((name) => ({ name, slug: 'x', state: 'active' }))
  const names = parseWijken(rows)
  expect(names.map(({ name }) => name)).toEqual(['Aa', 'Één', 'Zuid'])
})

test.each([[null], [[{ slug: 'x' }]]])('something else is refused: %j', (rows) => {
  expect(() => parseWijken(rows)).toThrow('[home]')
})

test.each([
  [{}, 'Online sinds 14.03.12 uur.'],
  [{ receiptState: 'rendering' }, 'Online sinds 14.03.12 uur. Een wijziging is onderweg.'],
  [{ receiptState: 'received', liveAt: null }, 'De site wordt gemaakt.'],
  [{ receiptState: null, liveAt: null }, 'Nog niet online.'],
  [{ state: 'draft' }, 'Nog geen site.'],
  [
    { receiptState: 'failed' },
    'Online sinds 14.03.12 uur. De laatste wijziging is nog niet gelukt. We proberen het vanzelf opnieuw.',
  ],
  [
    { receiptState: 'failed', error: 'De foto bij ‘Markt’ kan niet worden gelezen. Upload de foto opnieuw.' },
    'Online sinds 14.03.12 uur. De laatste wijziging is nog niet gelukt. De foto bij ‘Markt’ kan niet worden gelezen. Upload de foto opnieuw.',
  ],
  [
    {
      receiptState: 'held',
      held: { by: 'Noor', since: new Date('2026-11-22T13:04:00Z'), why: 'Er stond iets fout' },
    },
    'Online sinds 14.03.12 uur. Vastgehouden sinds 14.04.00 uur door Noor: Er stond iets fout. Wijzigingen wachten tot de platformbeheerder verder gaat.',
  ],
] as const)('the site is told in a sentence: %j', (parts, sentence) => {
  expect(siteSentence({ ...molenwijk, ...parts }, now)).toBe(sentence)
})

test.each([
  [molenwijk.contents, '12 nieuwsberichten en 1 pagina'],
  [[counted(1, 'nieuwsbericht', 'nieuwsberichten')], '1 nieuwsbericht'],
  [[], 'Er staat nog niets op de site.'],
])('what stands on the site is counted, one thing as one thing: %j', (contents, sentence) => {
  expect(contentSentence({ ...molenwijk, contents })).toBe(sentence)
})

test('a count that is no count is left out', () => {
  const row = { name: 'Molenwijk', slug: 'm', contents: [molenwijk.contents[0], { one: 'iets' }, null] }
  expect(parseWijken([row])[0]?.contents).toEqual([molenwijk.contents[0]])
})
