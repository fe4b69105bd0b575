/** An entry as the CMS answers it, parsed at the door. */
import { z } from 'zod'
import type { BlockNode, InlineNode, ListItemNode, ListNode, TextNode } from '../blocks.ts'
import type { Entry } from '../entries.ts'
import { RESERVED_SLUGS } from '../ids.ts'
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
const body = z
  .array(block)
  .nullable()
  .transform((blocks): readonly BlockNode[] => blocks ?? [])

const photo = z.object({
  url: z.string().startsWith('/'),
  version: z.string(),
  alt: z.string(),
  maker: z.string(),
  source: z.string(),
  licence: z.enum(['ownWork', 'permission', 'ccBy', 'ccBySa', 'cc0', 'publicDomain']).nullable(),
  focus: z.object({ x: z.number(), y: z.number() }).nullable(),
})

const article = z.object({
  kind: z.literal('article'),
  id: entryId,
  slug,
  title: z.string().min(1),
  summary: z.string(),
  body,
  photo: photo.nullable(),
  firstPublishedAt: instant,
  updatedAt: instant,
  organisation: entryId.nullable().exactOptional(),
  edition: entryId.nullable().exactOptional(),
})
const infoPage = z.object({
  kind: z.literal('infoPage'),
  id: entryId,
  slug: slug.refine((value) => !RESERVED_SLUGS.has(value), 'is an address that the site itself uses'),
  title: z.string().min(1),
  body,
  position: z.number(),
  updatedAt: instant,
})

const event = z
  .object({
    kind: z.literal('event'),
    id: entryId,
    slug,
    title: z.string().min(1),
    summary: z.string(),
    body,
    photo: photo.nullable(),
    startsAt: instant,
    endsAt: instant.nullable(),
    isAllDay: z.boolean(),
    place: z.string(),
    price: z.string(),
    isCancelled: z.boolean(),
    organisation: entryId.nullable(),
    updatedAt: instant,
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) >= Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'is before startsAt',
  })
const organisation = z.object({
  kind: z.literal('organisation'),
  id: entryId,
  slug,
  name: z.string().min(1),
  summary: z.string(),
  body,
  photo: photo.nullable(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  updatedAt: instant,
})

const notice = z.object({
  kind: z.literal('notice'),
  id: entryId,
  slug,
  title: z.string().min(1),
  summary: z.string(),
  body,
  photo: photo.nullable(),
  noticeKind: z.enum(['request', 'offer', 'giveaway', 'lost', 'found']),
  place: z.string(),
  contactName: z.string(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  isFulfilled: z.boolean(),
  fulfilledAt: instant.nullable(),
  organisation: entryId.nullable(),
  firstPublishedAt: instant,
  updatedAt: instant,
})

const openingHours = z.object({
  weekday: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  opensAt: clock,
  closesAt: clock,
})
const openingHoursException = z.object({
  day,
  opensAt: clock.nullable(),
  closesAt: clock.nullable(),
  reason: z.string(),
})
const business = z.object({
  kind: z.literal('business'),
  id: entryId,
  slug,
  name: z.string().min(1),
  summary: z.string(),
  body,
  businessKind: z.enum([
    'shop',
    'eatery',
    'beauty',
    'building',
    'healthBusiness',
    'services',
    'otherBusiness',
  ]),
  photo: photo.nullable(),
  photos: z.array(photo),
  address: z.string(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  openingHours: z.array(openingHours),
  openingHoursExceptions: z.array(openingHoursException),
  isByAppointment: z.boolean(),
  updatedAt: instant,
})

const deal = z
  .object({
    kind: z.literal('deal'),
    id: entryId,
    slug,
    title: z.string().min(1),
    body,
    photo: photo.nullable(),
    startsAt: instant,
    endsAt: instant,
    business: entryId.nullable(),
    updatedAt: instant,
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) >= Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'is before startsAt',
  })

const person = z.object({
  kind: z.literal('person'),
  id: entryId,
  slug,
  name: z.string().min(1),
  summary: z.string(),
  body,
  role: z.string(),
  photo: photo.nullable(),
  street: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  organisation: entryId.nullable(),
  updatedAt: instant,
})

const liveabilityProject = z.object({
  kind: z.literal('liveabilityProject'),
  id: entryId,
  slug,
  title: z.string().min(1),
  summary: z.string(),
  body,
  stage: z.enum(['idea', 'planned', 'underway', 'done', 'stopped']),
  goal: z.string(),
  budgetCents: cents.nullable(),
  spentCents: cents.nullable(),
  result: z.string(),
  updates: z.array(z.object({ day, text: z.string() })),
  photo: photo.nullable(),
  photos: z.array(photo),
  organisation: entryId.nullable(),
  updatedAt: instant,
})

const edition = z.object({
  kind: z.literal('edition'),
  id: entryId,
  slug,
  title: z.string().min(1),
  summary: z.string(),
  body,
  number: z.number().int().nullable(),
  publicationDay: day,
  photo: photo.nullable(),
  pdf: z.object({ url: z.string().startsWith('/'), version: z.string() }).nullable(),
  updatedAt: instant,
})

const advertisement = z
  .object({
    kind: z.literal('advertisement'),
    id: entryId,
    slug,
    title: z.string().min(1),
    summary: z.string(),
    body,
    advertisementKind: z.enum(['advertisement', 'sponsoredArticle', 'sponsorship']),
    sponsor: z.string().min(1, 'is empty: what is paid names who paid'),
    firstDay: day,
    lastDay: day,
    photo: photo.nullable(),
    link: z.string().nullable(),
    business: entryId.nullable(),
    updatedAt: instant,
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
