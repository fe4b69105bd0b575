import { describe, expect, test } from 'vitest'
import { parsePlan, type Plan } from './plan.ts'
import type { Receipt } from './receipt.ts'
import { tell } from './sentences.ts'
import type { EntryOnScreen } from './story.ts'

const now = new Date('2026-11-24T10:00:00Z')
const draft: EntryOnScreen = { kind: 'entry', isPublished: false, isModified: false }
const online: EntryOnScreen = { ...draft, isPublished: true }
const live: Receipt = {
  state: 'live',
  changedAt: now,
  renderedAt: null,
  liveAt: new Date('2026-11-24T09:03:12Z'),
  nextTryAt: null,
  nextTryInMs: null,
  waitsFor: null,
  pages: null,
  durationMs: null,
  hasSite: true,
  url: 'http://molenwijk.localhost:8080/nieuws/markt/',
  error: null,
  held: null,
}
const nothing: Plan = { publishAt: null, expiresAt: null, failed: null, isHeld: false, hasSite: true }

function told(
  plan: Partial<Plan>,
  entry: EntryOnScreen,
  receipt: Receipt | null = entry === online ? live : null,
) {
  const seen = {
    kind: 'seen',
    receipt,
    plan: { ...nothing, ...plan },
    at: now,
    waitedMs: 0,
    isStale: false,
  } as const
  const { status, mood, details } = tell(seen, entry)
  return { status, mood, details }
}

test('without moments nothing is said of them', () => {
  expect(told({}, draft)).toEqual({
    status: 'Nog niet online. Klik op Publiceren.',
    mood: 'neutral',
    details: [],
  })
})

test('a planned draft says when it comes, and what to do to change that', () => {
  expect(told({ publishAt: new Date('2026-11-27T08:00:00Z') }, draft)).toEqual({
    status: 'Gepland: vrijdag 27 november om 9.00 uur.',
    mood: 'neutral',
    details: [
      'Dan komt dit vanzelf online. Je hoeft niets te doen.',
      'Een ander moment? Kies het bij ‘Publiceren op’ en klik op Opslaan. Liever nu meteen? Klik op Publiceren.',
    ],
  })
})

test('a planned change says so below what is online', () => {
  const { status, details } = told({ publishAt: new Date('2027-01-01T11:30:00Z') }, online)
  expect(status).toBe('Online sinds 10.03.12 uur.')
  expect(details[0]).toBe(
    'Gepland: vrijdag 1 januari 2027 om 12.30 uur. Dan komt je wijziging vanzelf online. Je hoeft niets te doen.',
  )
})

test.each([
  [{ hasSite: false }, /^Deze wijk heeft nu geen site\. .* zodra de site open gaat\.$/],
  [{ isHeld: true }, /^De site wordt nu vastgehouden\. .* zodra de platformbeheerder verder gaat\.$/],
])('a plan promises no more than the site can keep: %j', (site, promise) => {
  const publishAt = new Date('2026-11-27T08:00:00Z')
  expect(told({ publishAt, ...site }, draft).details[0]).toMatch(promise)
  expect(told({ publishAt, ...site }, online).details[0]).not.toContain('Je hoeft niets te doen')
})

describe('houdbaar tot', () => {
  test('says when it goes, and how to keep it', () => {
    const { details } = told({ expiresAt: new Date('2026-11-27T08:00:00Z') }, online)
    expect(details).toEqual([
      'Houdbaar tot: vrijdag 27 november om 9.00 uur. Dan verdwijnt dit vanzelf van de site. Langer laten staan? Kies bij ‘Houdbaar tot’ een later moment en klik op Publiceren.',
    ])
  })

  test('that has passed says how to bring it back', () => {
    const gone = { ...live, url: null }
    const { status, details } = told({ expiresAt: new Date('2026-11-24T09:00:00Z') }, draft, gone)
    expect(status).toBe('Van de site gehaald om 10.03.12 uur.')
    expect(details.at(-1)).toMatch(/^Houdbaar tot: dinsdag 24 november om 10\.00 uur\. Terug op de site\?/)
  })
})

test('a plan that failed says why, in the words of the rule that refused it', () => {
  const failed = {
    plannedAt: new Date('2026-11-24T08:00:00Z'),
    reason: 'Vul bij de foto in wie de maker is.',
  }
  expect(told({ failed }, draft)).toEqual({
    status: 'Dit is niet vanzelf online gekomen op dinsdag 24 november om 9.00 uur.',
    mood: 'bad',
    details: [
      'Vul bij de foto in wie de maker is.',
      'Verbeter dit en klik op Publiceren. Of kies bij ‘Publiceren op’ een nieuw moment en klik op Opslaan.',
    ],
  })
  expect(told({ failed }, online).status).toMatch(/^Je wijziging is niet vanzelf online gekomen op dinsdag/)
})

test('what the clock published is online, though this screen was opened before that', () => {
  const { status, details } = told({}, draft, live)
  expect(status).toBe('Online sinds 10.03.12 uur.')
  expect(details).toEqual([
    'Dit kwam intussen online. Wijzig je hier nog iets? Klik op Publiceren: dan komt ook dat op de site.',
  ])
  expect(told({}, online, live).details).toEqual([])
})

test('an answer without a plan, as of a wijk, has none', () => {
  expect(parsePlan({ data: null })).toBeNull()
  const plan = { ...nothing, publishAt: '2026-11-27T08:00:00.000Z' }
  expect(parsePlan({ data: plan })).toEqual({ ...nothing, publishAt: new Date('2026-11-27T08:00:00Z') })
})
