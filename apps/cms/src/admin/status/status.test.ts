import { describe, expect, test } from 'vitest'
import { alarmText } from './alarms.ts'
import {
  daySentence,
  failedSentence,
  hourSentence,
  rolloutSentence,
  storyOf,
  summary,
  verifiedSentence,
} from './sentences.ts'
import { busiestOf, parseStatus, sitesNamed } from './status.ts'

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
        {
          id: 'F',
          held: {
            why: 'Er stond iets fout',
            by: 'Noor',
            since: '2026-11-26T13:00:00.000Z',
            release: 3,
            revision: 2,
          },
        },
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
      'De schijf is vol. De volgende keer is om 14.31.00 uur. De vorige versie blijft online.',
      'Vastgehouden sinds 14.00.00 uur door Noor: Er stond iets fout. De site laat zien wat er in versie 3 stond. Er wachten 2 wijzigingen.',
      'Staat op plaats 2 in de rij, sinds 14.29.00 uur.',
      'Online sinds 14.03.12 uur.',
      'Online sinds 14.03.12 uur.',
      'Deze wijk is nog in de maak.',
    ])
  })

  test('fit in one sentence', () => {
    expect(summary(sites)).toBe(
      '5 sites online; bij 1 is een wijziging onderweg, 1 wordt vastgehouden en bij 1 lukte de laatste wijziging niet.',
    )
    expect(summary([])).toBe('Er zijn nog geen wijken.')
    const never = parse([aWijk('A'), aWijk('B', { error: 'Kapot.', live: 0, release: 0 })], null)
    expect(summary(never.sites)).toBe('1 site online en 1 niet gelukt.')
  })
})

test('without a publisher the CMS tells what it knew last', () => {
  const status = parse([aWijk('A', { error: 'Kapot.', nextTryAt: '2026-11-26T13:31:00.000Z' })], null)
  expect(status.isPublisherAway).toBe(true)
  expect(status.sites[0]).toMatchObject({ standing: 'failed', error: 'Kapot.' })
  // What happened in the last day, nobody knows then.
  expect(status.day).toBeNull()
  const held = { by: 'Noor', since: null, why: 'Er stond iets fout.' }
  expect(parse([aWijk('A', { held })], null).sites[0]).toMatchObject({ standing: 'held', held })
})

test('a site is found by a part of its name, without its accents', () => {
  const { sites } = parse([aWijk('Âlde Feart'), aWijk('Molenwijk')])
  expect(sitesNamed(sites, ' alde').map(({ name }) => name)).toEqual(['Âlde Feart'])
  expect(sitesNamed(sites, '')).toHaveLength(2)
})

test('a site tells when it was last compared with its content, and what was found', () => {
  const told = { lastVerifiedAt: '2026-11-26T02:12:00.000Z', differences: 0 }
  const yesterday = { lastVerifiedAt: '2026-11-25T02:12:00.000Z', differences: 3 }
  const { sites } = parse([aWijk('A', { liveAt: '2026-11-26T01:00:00.000Z' }), aWijk('B'), aWijk('C')], {
    wijken: [{ id: 'A', ...told }, { id: 'B', ...yesterday }, { id: 'C' }],
  })
  expect(sites.map((site) => verifiedSentence(site, now))).toEqual([
    'Nagekeken om 03.12.00 uur: klopte helemaal.',
    'Nagekeken op 25 november 2026 om 03.12 uur: 3 bestanden klopten niet. Daarna kwam er nog iets online.',
    null,
  ])
})

test('something else than a status is refused', () => {
  expect(() => parseStatus({ data: [] })).toThrow(/Expected the status of all sites/)
})

describe('a day of publishes', () => {
  const none = { live: 0, late: 0, failed: 0 }
  const dayWith = (...hours: object[]) =>
    parse([], { hours: { hours, halfMs: hours.length > 1 ? 120 : null, mostMs: 900 } }).day!
  const quiet = { from: '2026-11-26T12:00:00.000Z', ...none }
  const bad = { from: '2026-11-26T13:00:00.000Z', live: 0, failed: 3 }

  test('has hours of the Dutch clock', () => {
    const { hours } = dayWith(quiet, bad)
    expect(hours.map(({ hour }) => hour)).toEqual([13, 14])
    expect(hourSentence(busiestOf(hours)!)).toBe('14.00 tot 15.00 uur: 0 keer online, 3 keer mislukt')
  })

  test('says what came online, what went wrong and how long it took', () => {
    expect(daySentence(dayWith(quiet))).toBe('Er is de laatste 24 uur niets gepubliceerd.')
    expect(daySentence(dayWith(quiet, bad))).toBe('Er is niets online gekomen; 3 keer mislukt.')
    expect(daySentence(dayWith({ ...bad, live: 2 }, quiet))).toBe(
      'In de laatste 24 uur 2 keer iets online gezet, 3 keer mislukt. De helft stond binnen 0,1 seconde online, 95 van de 100 binnen 0,9 seconde.',
    )
    expect(daySentence(dayWith({ ...quiet, live: 1 }))).toBe(
      'In de laatste 24 uur 1 keer iets online gezet, geen enkele keer mislukt.',
    )
  })

  test('tells of a bad night also when all of it came online in the end', () => {
    const night = { ...quiet, live: 5, late: 3 }
    expect(daySentence(dayWith(night))).toBe(
      'In de laatste 24 uur 5 keer iets online gezet, waarvan 3 keer pas na een mislukte poging.',
    )
    expect(daySentence(dayWith({ ...night, failed: 1 }))).toMatch(/poging; 1 keer mislukt\.$/)
    expect(hourSentence(dayWith(night).hours[0]!)).toBe(
      '13.00 tot 14.00 uur: 5 keer online (3 keer pas na een mislukte poging), 0 keer mislukt',
    )
  })

  test('is not known to a publisher that does not count', () => {
    expect(parse([], { hours: null }).day).toBeNull()
  })
})

test('a rollout says how far it is, and how long it takes', () => {
  const rollout = { total: 120, done: 30, failed: ['Noord'], pause: null, secondsLeft: 240 }
  expect(rolloutSentence(rollout)).toBe(
    'De nieuwe sitevorm staat op 30 van de 120 sites. Op 1 site lukte het niet. Nog ongeveer 4 minuten.',
  )
  expect(rolloutSentence({ ...rollout, failed: [], secondsLeft: 1 })).toMatch(/Nog ongeveer 10 seconden\.$/)
  expect(rolloutSentence({ ...rollout, failed: [], pause: { by: 'operator' } })).toBe(
    'De nieuwe sitevorm staat op 30 van de 120 sites. Het uitrollen is gepauzeerd.',
  )
})

test('a rollout that stopped itself says so, and on which sites it failed', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const formats = {
    total: 120,
    done: 3,
    failed: slugs.map((slug) => ({ slug, error: 'Kapot' })),
    pause: { by: 'failures', failed: 7, tried: 10 },
    secondsLeft: null,
  }
  const { rollout } = parse([aWijk('Ameland', { slug: 'a' })], { formats })
  expect(rolloutSentence(rollout!)).toBe(
    'De nieuwe sitevorm staat op 3 van de 120 sites. Het uitrollen is vanzelf stilgezet: bij 7 van de eerste 10 sites lukte het niet. De andere sites houden de vorm die ze hadden.',
  )
  expect(failedSentence(rollout!)).toBe('Niet gelukt bij Ameland, b, c, d, e en nog 2.')
  // After a restart of the publisher nothing failed yet; what stopped it is known all the same.
  const pause = { ...formats.pause, wijken: [{ slug: 'a', page: null, error: 'Kapot' }] }
  const restarted = parse([aWijk('Ameland', { slug: 'a' })], { formats: { ...formats, failed: [], pause } })
  expect(failedSentence(restarted.rollout!)).toBe('Niet gelukt bij Ameland.')
})

describe('what is wrong with all of it', () => {
  const since = '2026-11-26T13:00:00.000Z'
  const [unseen] = [{ problem: 'files-unreachable', since, error: 'refused' }]
  const elsewhere = [{ name: 'netlify', isWanted: true, state: 'live' }]

  test('is told apart from what is wrong with one site', () => {
    const { alarms, isPublisherAway } = parse([], {
      problems: [{ problem: 'editor-waits', wijk: 'a', since }, unseen],
      wijken: null,
    })
    expect(alarms).toEqual([{ problem: 'files-unreachable', since: new Date(since) }])
    expect(isPublisherAway).toBe(false)
    expect(alarmText(alarms[0]!, now).text).toMatch(/^Zo is het sinds 14\.00\.00 uur\. De bestandsserver/)
  })

  test('a publisher that cannot say how the sites stand is not one that says that all is well', () => {
    expect(parse([aWijk('A')], { problems: [], wijken: null }).alarms).toEqual([
      { problem: 'untold', since: null },
    ])
    expect(parse([aWijk('A')], {}).alarms).toEqual([])
  })

  test('without a file server no site is online, but for those that are elsewhere', () => {
    const { sites } = parse([aWijk('A'), aWijk('B'), aWijk('C', { lifeCycle: 'draft' })], {
      problems: [unseen],
      wijken: [{ id: 'A' }, { id: 'B', targets: elsewhere }, { id: 'C' }],
    })
    expect(sites.map(({ name, standing }) => `${name} ${standing}`)).toEqual(['A unseen', 'B live', 'C none'])
    expect(summary(sites)).toBe('1 site online en 1 niet te zien.')
  })
})

test('a site that was found wrong is not online and well, nor merely held', () => {
  const held = { by: 'Noor', since: null, why: 'Er stond iets fout.' }
  const found = { isWrong: true, lastVerifiedAt: '2026-11-26T02:12:00.000Z', differences: 2 }
  const { sites } = parse([aWijk('A'), aWijk('B')], {
    wijken: [
      { id: 'A', ...found, differences: 1 },
      { id: 'B', ...found, held },
    ],
  })
  expect(sites.map((site) => `${site.standing}: ${storyOf(site, now)}`)).toEqual([
    'wrong: 1 bestand van deze site is niet zoals het hoort.',
    'wrong: 2 bestanden van deze site zijn niet zoals het hoort. Vastgehouden door Noor: Er stond iets fout. Zolang dat zo is, wordt de site niet hersteld.',
  ])
})

test('names with numbers come as people count', () => {
  const { sites } = parse([aWijk('Wijk 10'), aWijk('Wijk 9')])
  expect(sites.map(({ name }) => name)).toEqual(['Wijk 9', 'Wijk 10'])
})

describe('a change that waits', () => {
  const waiting = aWijk('A', { wanted: 5 })
  const storyWith = (publisher: object | null) => storyOf(parse([waiting], publisher).sites[0]!, now)
  const targets = (...of: object[]) =>
    storyWith({ wijken: [{ id: 'A', targets: of.map((on) => Object.assign({ isWanted: true }, on)) }] })

  test('is not told to be on its way while nobody brings it', () => {
    expect(storyWith(null)).toBe('Wacht op de publisher.')
    expect(storyWith({ wijken: null })).toBe('Wacht op de publisher.')
    expect(storyWith({ wijken: [{ id: 'A' }] })).toBe('Een wijziging wordt nu geplaatst.')
  })

  test('for what another place allows, says for which, and until when', () => {
    const netlify = { name: 'netlify', state: 'waiting', waitsUntil: '2026-11-26T14:05:00.000Z' }
    const bucket = { name: 's3', state: 'busy', waitsUntil: null }
    expect(targets(bucket, netlify)).toBe('Wacht op Netlify, tot ongeveer 15.05.00 uur.')
    expect(targets(bucket)).toBe('Een wijziging wordt nu geplaatst.')
    expect(targets({ ...netlify, isWanted: false })).toBe('Een wijziging wordt nu geplaatst.')
  })
})
