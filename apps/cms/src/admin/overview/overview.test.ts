import { expect, test } from 'vitest'
import { contentSentence, parseOverview, siteSentence, type WijkOverview } from './overview.ts'

const now = new Date('2026-11-22T13:05:00Z')
const molenwijk: WijkOverview = {
  name: 'Molenwijk',
  slug: 'molenwijk',
  state: 'active',
  siteUrl: 'http://molenwijk.localhost:8080',
  receiptState: 'live',
  liveAt: new Date('2026-11-22T13:03:12Z'),
  articles: 12,
  events: 0,
  organisations: 0,
  infoPages: 1,
}

test('wijken stand by name, as the Dutch alphabet has it', () => {
  const rows = ['Zuid', 'Één', 'Aa'].map((name) => ({ name, slug: 'x', state: 'active' }))
  const names = parseOverview({ data: rows })
  expect(names.map(({ name }) => name)).toEqual(['Aa', 'Één', 'Zuid'])
})

test.each([[null], [{ data: null }], [{ data: [{ slug: 'x' }] }]])(
  'something else is refused: %j',
  (body) => {
    expect(() => parseOverview(body)).toThrow('[overview]')
  },
)

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
    { receiptState: 'held' },
    'Online sinds 14.03.12 uur. De beheerder houdt een eerdere versie van de site vast; wijzigingen wachten.',
  ],
] as const)('the site is told in a sentence: %j', (parts, sentence) => {
  expect(siteSentence({ ...molenwijk, ...parts }, now)).toBe(sentence)
})

test.each([
  [{}, '12 nieuwsberichten en 1 pagina'],
  [{ articles: 1, infoPages: 0 }, '1 nieuwsbericht'],
  [
    { events: 1, organisations: 3, infoPages: 2 },
    "12 nieuwsberichten, 1 activiteit, 3 organisaties en 2 pagina's",
  ],
  [{ articles: 0, infoPages: 0 }, 'Er staat nog niets op de site.'],
])('what stands on the site is counted, one thing as one thing: %j', (counts, sentence) => {
  expect(contentSentence({ ...molenwijk, ...counts })).toBe(sentence)
})
