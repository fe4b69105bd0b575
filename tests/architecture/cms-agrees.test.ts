import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  ADVERTISEMENT_KINDS,
  BUSINESS_KINDS,
  isDomain,
  LANGUAGES,
  LICENCES,
  NOTICE_KINDS,
  occurrencesOf,
  ORGANISATION_KINDS,
  parseCleanJson,
  pathOf,
  placeKey,
  PROJECT_STAGES,
  RECURRENCE_PATTERNS,
  RESERVED_SLUGS,
  type Slug,
  TOPICS,
  WEEKDAYS,
  WIJK_STATES,
} from '@wijkpers/content'
import { hostOf } from '../../packages/releases/src/hosts.ts'
import { wordsOf } from '../../packages/search/src/words.ts'
import { root } from '../../scripts/settings.ts'
import { anEvent } from '../../sites/wijk/src/testing/a-site.ts'
// The CMS imports nothing of the packages, so what both must know is held equal here.
import { ENTRY_TYPES, least } from '../support/entry-types.ts'

test.each(ENTRY_TYPES.map((type) => [type.kind, type] as const))(
  'the CMS links to the address of a %s',
  (kind, type) => {
    expect(type.address('een-slug')).toBe(pathOf({ kind, slug: 'een-slug' as Slug }))
  },
)

test('the CMS has a content type for every kind of entry that sites know', () => {
  expect(ENTRY_TYPES.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(least).toSorted())
})

test.each([
  ['api/wijk/content-types/wijk/schema', 'state', WIJK_STATES],
  ['api/article/content-types/article/schema', 'topic', TOPICS],
  ['api/event/content-types/event/schema', 'topic', TOPICS],
  ['api/organisation/content-types/organisation/schema', 'organisationKind', ORGANISATION_KINDS],
  ['api/notice/content-types/notice/schema', 'noticeKind', NOTICE_KINDS],
  ['api/business/content-types/business/schema', 'businessKind', BUSINESS_KINDS],
  ['api/liveability-project/content-types/liveability-project/schema', 'stage', PROJECT_STAGES],
  ['api/advertisement/content-types/advertisement/schema', 'advertisementKind', ADVERTISEMENT_KINDS],
  ['api/article/content-types/article/schema', 'language', LANGUAGES],
  ['api/event/content-types/event/schema', 'language', LANGUAGES],
  ['api/notice/content-types/notice/schema', 'language', LANGUAGES],
  ['api/info-page/content-types/info-page/schema', 'language', LANGUAGES],
  ['components/media/photo', 'licence', LICENCES],
  ['components/time/opening-hours', 'day', WEEKDAYS],
  ['components/time/recurrence', 'pattern', RECURRENCE_PATTERNS],
] as const)('the CMS lets editors choose what sites know: %s, %s', (file, field, known) => {
  const { attributes } = JSON.parse(readFileSync(join(root, `apps/cms/src/${file}.json`), 'utf8')) as {
    attributes: Record<string, { enum?: string[] }>
  }
  expect(new Set(attributes[field]?.enum)).toEqual(new Set<string>(known))
})

test('what an entry links to comes before it, so that an import can write in this order', () => {
  const seen = new Set<string>()
  const early = ENTRY_TYPES.flatMap(({ uid, links }) => {
    const missing = links.filter(({ to }) => !seen.has(to)).map(({ to }) => `${uid} before ${to}`)
    seen.add(uid)
    return missing
  })
  expect(early).toEqual([])
})

test('the CMS refuses the slugs that the site needs itself', () => {
  for (const { kind, reservedSlugs } of ENTRY_TYPES)
    expect({ kind, slugs: [...reservedSlugs].toSorted() }).toEqual({
      kind,
      slugs: [...(RESERVED_SLUGS[kind] ?? [])].toSorted(),
    })
})

// Loaded by its address, because the CMS is checked with a configuration of its own.
const { slugify } = (await import(new URL('../../apps/cms/src/entries/slug.ts', import.meta.url).href)) as {
  slugify: (title: string, maxLength: number) => string
}

test.each([
  ['İstanbul Çarşısı', 'istanbul-carsisi'],
  ['Kıraathane Yıldız Doğan', 'kiraathane-yildiz-dogan'],
  ['IĞDIR', 'igdir'],
  ['Große Straße', 'grosse-strasse'],
  ['Rødgrød på Ærø', 'rodgrod-pa-aero'],
  ['Łódź, Œuvre, Đorđe', 'lodz-oeuvre-dorde'],
  ['Þórður', 'thordur'],
  ['Súdwesthoeke', 'sudwesthoeke'],
])('%s has the same letters in an address, in that of a place and in search', (name, plain) => {
  expect(slugify(name, 80)).toBe(plain)
  expect(placeKey(name)).toBe(plain)
  expect(wordsOf(name).join('-')).toBe(plain)
})

const { isDomain: isDomainInCms } = (await import(
  new URL('../../apps/cms/src/wijken/domain.ts', import.meta.url).href
)) as { isDomain: (text: string) => boolean }

test('the CMS takes as a domain what is one for sites, and on each of those a site can answer', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'z', '0', '9', '-', 'A', 'é'), maxLength: 6 })
  const long = fc.integer({ min: 60, max: 65 }).map((length) => 'a'.repeat(length))
  const some = fc.array(fc.oneof({ arbitrary: part, weight: 9 }, long), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(some, fc.constantFrom('nl', 'n', ''), (parts, last) => {
      const text = [...parts, last].join('.')
      expect(isDomainInCms(text)).toBe(isDomain(text))
      expect(isDomain(text) ? hostOf(text) : text).toBe(text)
    }),
  )
  expect(['molenwijk.nl', '-molenwijk.nl', 'molenwijk-.nl', 'nl'].map(isDomainInCms)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

const { soundText } = (await import(
  new URL('../../apps/cms/src/entries/sound-text.ts', import.meta.url).href
)) as { soundText: (text: string) => string }

test('of a text that the CMS keeps, sites show every character', () => {
  const odd = fc.constantFrom(
    '\0',
    '\u0007',
    '\v',
    '\f',
    '\u007f',
    '\u0085',
    '\ud800',
    '\ufdd0',
    '\uffff',
    '\u{1fffe}',
  )
  const text = fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (typed) => {
      const kept = soundText(typed)
      expect(parseCleanJson(JSON.stringify(kept))).toBe(kept)
    }),
  )
  for (const each of ['\u0007', '\u007f', '\ufdd0', '\u{1ffff}'] as const) expect(soundText(each)).toBe('')
})

const { daysOfRule } = (await import(
  new URL('../../apps/cms/src/entries/fields/days-of-rule.ts', import.meta.url).href
)) as {
  daysOfRule: (rule: object, from: string, to: string) => string[]
}

test('the CMS counts an event that comes back on the days on which sites show it', () => {
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const end = fc.oneof(
    fc.record({ lastDay: day, count: fc.constant(null) }),
    fc.record({ lastDay: fc.constant(null), count: fc.integer({ min: 1, max: 60 }) }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...RECURRENCE_PATTERNS),
      day,
      end,
      day,
      day,
      (pattern, first, until, from, to) => {
        // What begins on a day that its rule does not have cannot be published (fields/recurrence.ts).
        const rule = { pattern, ...until }
        fc.pre(daysOfRule({ first, pattern, lastDay: null, count: null }, first, first).length === 1)
        const event = anEvent({
          startsAt: `${first}T12:00:00.000Z`,
          endsAt: null,
          recurrence: { ...rule, exceptions: [] },
        })
        const shown = occurrencesOf(event).flatMap((one) =>
          one.day >= from && one.day <= to ? [one.day] : [],
        )
        expect(daysOfRule({ first, ...rule }, from, to)).toEqual(shown)
      },
    ),
  )
})
