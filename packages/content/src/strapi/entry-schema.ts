/** An entry as the CMS answers it, parsed at the door. */
import { z } from 'zod'
import type { BlockNode, InlineNode, ListItemNode, ListNode, TextNode } from '../blocks.ts'
import {
  ADVERTISEMENT_KINDS,
  BUSINESS_KINDS,
  LANGUAGES,
  LICENCES,
  NOTICE_KINDS,
  ORGANISATION_KINDS,
  PROJECT_STAGES,
  RECURRENCE_PATTERNS,
  TOPICS,
  WEEKDAYS,
  type Entry,
  type Photo,
} from '../entries.ts'
import { cents, clock, day, entryId, instant, slug } from './values.ts'

const mark = z.boolean().optional()
const text: z.ZodType<TextNode> = z.object({
  type: z.literal('text'),
  text: z.string(),
  bold: mark,
  italic: mark,
  underline: mark,
  strikethrough: mark,
  code: mark,
})
const inline: z.ZodType<InlineNode> = z.union([
  text,
  z.object({ type: z.literal('link'), url: z.string(), children: z.array(text) }),
])
const listItem: z.ZodType<ListItemNode> = z.object({
  type: z.literal('list-item'),
  children: z.array(inline),
})
const list: z.ZodType<ListNode> = z.object({
  type: z.literal('list'),
  format: z.enum(['ordered', 'unordered']),
  children: z.array(z.union([listItem, z.lazy(() => list)])),
})
const block = z.union([
  z.object({ type: z.enum(['paragraph', 'quote', 'code']), children: z.array(inline) }),
  z.object({ type: z.literal('heading'), level: z.literal([1, 2, 3, 4, 5, 6]), children: z.array(inline) }),
  list,
]) as z.ZodType<BlockNode>
/** Deeper than anybody writes, and than the CMS takes; what reads a body calls itself for each list in a list. */
const DEEPEST = 100
const isShallow = (blocks: readonly unknown[]): boolean => {
  let level = blocks
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return false
    level = level.flatMap((node) => (node as { children?: readonly unknown[] } | null)?.children ?? [])
  }
  return true
}
const body = z
  .array(z.unknown())
  .refine(isShallow, `is more than ${DEEPEST} blocks deep`)
  .pipe(z.array(block))
  .nullable()
  .transform((blocks): readonly BlockNode[] => blocks ?? [])

const photo: z.ZodType<Photo> = z.object({
  url: z.string().startsWith('/'),
  version: z.string(),
  alt: z.string(),
  maker: z.string(),
  source: z.string(),
  licence: z.enum(LICENCES).nullable(),
  focus: z.object({ x: z.number(), y: z.number() }).nullable(),
})

/** What all entries have, and what most of them have. */
const entry = { id: entryId, slug, body, updatedAt: instant }
const titled = { ...entry, title: z.string().min(1) }
const named = { ...entry, name: z.string().min(1), summary: z.string(), photo: photo.nullable() }
const story = { ...titled, summary: z.string(), photo: photo.nullable() }

const topic = z.enum(TOPICS).nullable()
const language = z.enum(LANGUAGES).optional()
const point = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .nullable()
const accessibility = z
  .object({
    wheelchair: z.boolean(),
    toilet: z.boolean(),
    hearingLoop: z.boolean(),
    parking: z.boolean(),
    note: z.string(),
  })
  .nullable()
const contact = {
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
}
const openingHours = {
  openingHours: z.array(
    z.object({
      weekday: z.enum(WEEKDAYS),
      opensAt: clock,
      closesAt: clock,
    }),
  ),
  openingHoursExceptions: z.array(
    z.object({ day, opensAt: clock.nullable(), closesAt: clock.nullable(), reason: z.string() }),
  ),
  isByAppointment: z.boolean(),
}
const recurrence = z
  .object({
    pattern: z.enum(RECURRENCE_PATTERNS),
    lastDay: day.nullable(),
    count: z.number().int().positive().nullable(),
    exceptions: z.array(
      z.object({
        day,
        movedTo: z.object({ startsAt: instant, endsAt: instant.nullable() }).nullable(),
        reason: z.string(),
      }),
    ),
  })
  .refine(({ lastDay, count }) => lastDay !== null || count !== null, {
    path: ['lastDay'],
    message: 'is missing, and so is count: an event cannot come back for ever',
  })
  .nullable()

const article = z.object({
  kind: z.literal('article'),
  ...story,
  firstPublishedAt: instant,
  organisation: entryId.nullable().exactOptional(),
  edition: entryId.nullable().exactOptional(),
  topic,
  language,
  author: z.string(),
  correction: z.object({ day, text: z.string().min(1) }).nullable(),
  isInMemoriam: z.boolean(),
})
const infoPage = z.object({
  kind: z.literal('infoPage'),
  ...titled,
  language,
  position: z.number(),
})

const event = z
  .object({
    kind: z.literal('event'),
    ...story,
    startsAt: instant,
    endsAt: instant.nullable(),
    isAllDay: z.boolean(),
    recurrence,
    movedFrom: instant.nullable(),
    place: z.string(),
    address: z.string(),
    point,
    accessibility,
    topic,
    language,
    price: z.string(),
    isCancelled: z.boolean(),
    organisation: entryId.nullable(),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) >= Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'is before startsAt',
  })
const organisation = z.object({
  kind: z.literal('organisation'),
  ...named,
  organisationKind: z.enum(ORGANISATION_KINDS),
  helpsWith: z.string(),
  address: z.string(),
  point,
  accessibility,
  contactName: z.string(),
  ...contact,
  ...openingHours,
})

const notice = z.object({
  kind: z.literal('notice'),
  ...story,
  language,
  noticeKind: z.enum(NOTICE_KINDS),
  place: z.string(),
  contactName: z.string(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  isFulfilled: z.boolean(),
  fulfilledAt: instant.nullable(),
  organisation: entryId.nullable(),
  firstPublishedAt: instant,
})

const business = z.object({
  kind: z.literal('business'),
  ...named,
  businessKind: z.enum(BUSINESS_KINDS),
  photos: z.array(photo),
  address: z.string(),
  point,
  ...contact,
  ...openingHours,
})

const deal = z
  .object({
    kind: z.literal('deal'),
    ...titled,
    photo: photo.nullable(),
    startsAt: instant,
    endsAt: instant,
    business: entryId.nullable(),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) >= Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'is before startsAt',
  })

const person = z.object({
  kind: z.literal('person'),
  ...named,
  role: z.string(),
  street: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organisation: entryId.nullable(),
})

const liveabilityProject = z.object({
  kind: z.literal('liveabilityProject'),
  ...story,
  stage: z.enum(PROJECT_STAGES),
  goal: z.string(),
  budgetCents: cents.nullable(),
  spentCents: cents.nullable(),
  result: z.string(),
  updates: z.array(z.object({ day, text: z.string() })),
  photos: z.array(photo),
  organisation: entryId.nullable(),
})

const edition = z.object({
  kind: z.literal('edition'),
  ...story,
  number: z.number().int().nullable(),
  publicationDay: day,
  pdf: z
    .object({
      url: z.string().startsWith('/'),
      version: z.string(),
      bytes: z.number().nonnegative().nullable(),
      isTagged: z.boolean().nullable(),
    })
    .nullable(),
})

const advertisement = z
  .object({
    kind: z.literal('advertisement'),
    ...story,
    advertisementKind: z.enum(ADVERTISEMENT_KINDS),
    sponsor: z.string().min(1, 'is empty: what is paid names who paid'),
    firstDay: day,
    lastDay: day,
    link: z.string().nullable(),
    business: entryId.nullable(),
  })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, {
    path: ['lastDay'],
    message: 'is before firstDay',
  })

/** Until when an entry is on the site; no page shows it, so it is no part of the entry. */
export const expirySchema = z.object({
  expiresAt: instant
    .nullable()
    .default(null)
    .transform((at) => (at === null ? null : new Date(at).toISOString())),
})

/** An entry of the site; keys that are not of the domain, such as its version, are left out. */
export const entrySchema: z.ZodType<Entry> = z.discriminatedUnion('kind', [
  article,
  infoPage,
  event,
  organisation,
  notice,
  business,
  deal,
  person,
  liveabilityProject,
  edition,
  advertisement,
])
