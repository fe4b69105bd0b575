import { expect, test } from 'vitest'
import { parseReview, parseReviewLists, type Review } from './review.ts'
import { lineOf, tellReview } from './sentences.ts'

const now = new Date('2026-11-22T13:05:00Z')
const review = (parts: object): Review =>
  parseReview({
    data: {
      state: 'handedIn',
      acts: [],
      writer: 'Sam Mulder',
      handedInAt: '2026-11-22T13:03:12Z',
      reviewer: 'Anna de Vries',
      reviewedAt: '2026-11-21T13:03:12Z',
      reason: 'Waar is het?',
      ...parts,
    },
  })!
const writer = { canPublish: false, isLive: false }
const reviewer = { canPublish: true, isLive: false }

test.each([
  [null, 'Sla het op. Daarna kun je het inleveren.'],
  [
    { state: null, acts: ['handIn'] },
    'Klaar? Lever het in. Een buurtverbinder of coach kijkt het na en publiceert het.',
  ],
  [{ state: null }, 'Dit heeft iemand anders gemaakt. Je kunt het lezen, niet wijzigen.'],
  [{}, 'Ingeleverd om 14.03.12 uur. Zodra iemand het heeft nagekeken, lees je het hier.'],
  [
    { state: 'returned' },
    'Anna de Vries gaf dit terug op 21 november 2026 om 14.03 uur. Pas het aan en lever het weer in.',
  ],
  [{ state: 'published' }, 'Dit stond op de site en is er weer af gehaald.'],
  [{ state: null, wasLive: true }, 'Dit stond op de site en is er weer af gehaald.'],
  ...[{}, { state: null }, { state: 'returned' }].map((parts): [object, string] => [
    { ...parts, plannedAt: '2026-11-27T08:00:00Z' },
    'Nagekeken. Dit komt vanzelf online op vrijdag 27 november om 9.00 uur. Wil je nog iets wijzigen? Vraag een buurtverbinder.',
  ]),
])('whoever wrote it reads of %j', (parts, text) => {
  expect(tellReview(parts && review(parts), writer, now)?.text).toBe(text)
})

test('whoever wrote it reads the reason, and who published it', () => {
  expect(tellReview(review({ state: 'returned' }), writer, now)?.reason).toBe('Waar is het?')
  expect(tellReview(review({ state: 'published' }), { ...writer, isLive: true }, now)?.text).toBe(
    'Anna de Vries publiceerde dit op 21 november 2026 om 14.03 uur. Wil je iets wijzigen? Vraag een buurtverbinder.',
  )
})

test.each([
  [null, undefined],
  [{ state: null }, undefined],
  [{}, 'Sam Mulder leverde dit in om 14.03.12 uur. Kijk het na en publiceer het, of geef het terug.'],
  [
    { plannedAt: '2026-11-27T08:00:00Z' },
    'Sam Mulder leverde dit in om 14.03.12 uur. Het komt vanzelf online op vrijdag 27 november om 9.00 uur. Moet er toch nog iets gebeuren? Geef het terug, dan vervalt het plan.',
  ],
  [{ state: 'returned' }, 'Teruggegeven aan Sam Mulder op 21 november 2026 om 14.03 uur.'],
  [{ state: 'published' }, undefined],
])('whoever reviews reads of %j', (parts, text) => {
  expect(tellReview(parts && review(parts), reviewer, now)?.text).toBe(text)
})

test('a list says what became of each, and by whom', () => {
  const row = { uid: 'api::article.article', documentId: 'x', title: 'Bankjes', kind: 'bericht' }
  const { mine, waiting } = parseReviewLists({
    data: {
      mine: [
        { ...row, state: 'returned', writer: 'Sam', reviewer: 'Anna', reviewedAt: '2026-11-21T13:03:12Z' },
        { ...row, state: 'published', writer: 'Sam', reviewer: null, reviewedAt: null },
      ],
      waiting: [{ ...row, state: 'handedIn', writer: 'Sam', handedInAt: '2026-11-22T13:03:12Z' }],
    },
  })
  expect([...mine, ...waiting].map((entry) => lineOf(entry, now))).toEqual([
    'Teruggegeven door Anna op 21 november 2026 om 14.03 uur',
    'Gepubliceerd door de redactie',
    'Ingeleverd door Sam om 14.03.12 uur',
  ])
})

test('something else is refused', () => {
  expect(() => parseReview('x')).toThrow('[review]')
  expect(parseReview({ data: null })).toBeNull()
})
