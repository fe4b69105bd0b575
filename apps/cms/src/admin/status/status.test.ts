import { describe, expect, test } from 'vitest'
import {
  duration,
  durationsOf,
  hoursOf,
  parseStatus,
  rolloutSentence,
  storyOf,
  summary,
  verifiedSentence,
} from './status.ts'

const now = new Date('2026-11-26T13:30:00.000Z')
const aWijk = (name: string, change: object = {}) => ({
  documentId: name,
  name,
  siteUrl: `http://${name}.localhost`,
  lifeCycle: 'active',
  wanted: 4,
  live: 4,
  release: 7,
  liveAt: '2026-11-26T13:03:12.000Z',
  durationMs: 140,
  error: null,
  nextTryAt: null,
  ...change,
})
const parse = (wijken: object[], publisher: object | null = {}) =>
  parseStatus({ data: { wijken, publisher } })

describe('all sites', () => {
  const { sites } = parse(
    [
      aWijk('B'),
      aWijk('A'),
      aWijk('C', { wanted: 5 }),
      aWijk('D', { lifeCycle: 'draft' }),
      aWijk('E'),
      aWijk('F'),
    ],
    {
      wijken: [
        { id: 'E', lastError: 'De schijf is vol.', nextTryAt: '2026-11-26T13:31:00.000Z' },
        { id: 'F', held: { why: 'Er stond iets fout.' } },
        { id: 'C', wanted: 5, live: 4, waitingSince: '2026-11-26T13:29:00.000Z', place: 2 },
      ],
    },
  )

  test('come with what is wrong first', () => {
    expect(sites.map(({ name, standing }) => `${name} ${standing}`)).toEqual([
      'E failed',
      'F held',
      'C waiting',
      'A live',
      'B live',
      'D none',
    ])
  })

  test('have a story each', () => {
    expect(sites.map((site) => storyOf(site, now))).toEqual([
      'De schijf is vol. De volgende keer is om 14.31.00 uur.',
      'Er stond iets fout.',
      'Wacht op plaats 2, sinds 14.29.00 uur.',
      'Online sinds 14.03.12 uur.',
      'Online sinds 14.03.12 uur.',
      'Deze wijk is nog in de maak.',
    ])
  })

  test('fit in one sentence', () => {
    expect(summary(sites)).toBe('2 sites online, 1 onderweg, 1 vastgehouden en 1 niet gelukt.')
    expect(summary([])).toBe('Er zijn nog geen wijken.')
  })
})

test('without a publisher the CMS tells what it knew last', () => {
  const status = parse([aWijk('A', { error: 'Kapot.', nextTryAt: '2026-11-26T13:31:00.000Z' })], null)
  expect(status.isPublisherAway).toBe(true)
  expect(status.sites[0]).toMatchObject({ standing: 'failed', error: 'Kapot.' })
})

test('a site tells when it was last compared with its content, and what was found', () => {
  const told = { lastVerifiedAt: '2026-11-26T02:12:00.000Z', differences: 0 }
  const yesterday = { lastVerifiedAt: '2026-11-25T02:12:00.000Z', differences: 3 }
  const { sites } = parse([aWijk('A'), aWijk('B'), aWijk('C')], {
    wijken: [{ id: 'A', ...told }, { id: 'B', ...yesterday }, { id: 'C' }],
  })
  expect(sites.map((site) => verifiedSentence(site, now))).toEqual([
    'Nagekeken om 03.12.00 uur: klopte helemaal.',
    'Nagekeken op 25 november 2026 om 03.12 uur: 3 bestanden klopten niet.',
    null,
  ])
})

test('something else than a status is refused', () => {
  expect(() => parseStatus({ data: [] })).toThrow(/Expected the status of all sites/)
})

describe('a day of publishes', () => {
  const publishes = [
    { at: new Date('2026-11-26T13:10:00.000Z'), isLive: true, durationMs: 100 },
    { at: new Date('2026-11-26T13:20:00.000Z'), isLive: true, durationMs: 900 },
    { at: new Date('2026-11-26T12:20:00.000Z'), isLive: false, durationMs: null },
    { at: new Date('2026-11-25T14:20:00.000Z'), isLive: true, durationMs: 200 },
  ]

  test('has 24 hours of the Dutch clock, this one last', () => {
    const hours = hoursOf(publishes, now)
    expect(hours).toHaveLength(24)
    expect(hours.at(-1)).toEqual({ hour: 14, live: 2, failed: 0 })
    expect(hours.at(-2)).toEqual({ hour: 13, live: 0, failed: 1 })
    expect(hours[0]).toEqual({ hour: 15, live: 1, failed: 0 })
  })

  test('says how long it took', () => {
    expect(durationsOf(publishes)).toEqual({ half: 200, most: 900 })
    expect(durationsOf([])).toBeNull()
  })
})

test.each([
  [80, '0,1 seconden'],
  [1000, '1 seconde'],
  [12_400, '12 seconden'],
])('%i ms is %s', (ms, said) => {
  expect(duration(ms)).toBe(said)
})

test('a rollout says how far it is, and how long it takes', () => {
  const rollout = { total: 120, done: 30, failed: 1, isPaused: false, secondsLeft: 240 }
  expect(rolloutSentence(rollout)).toBe(
    'De nieuwe sitevorm staat op 30 van de 120 sites. Op 1 site lukte het niet. Nog ongeveer 4 minuten.',
  )
  expect(rolloutSentence({ ...rollout, failed: 0, isPaused: true })).toBe(
    'De nieuwe sitevorm staat op 30 van de 120 sites. Het uitrollen is gepauzeerd.',
  )
})
