/** What the CMS answers, parsed at the door: past this file everything has the types of the domain. */
import { z } from 'zod'
import type { Entry, Wijk } from '../entries.ts'
import type { BlockNode, InlineNode, ListItemNode, ListNode, TextNode } from '../blocks.ts'
import { isDocumentId, isSlug, RESERVED_SLUGS, type EntryId, type Slug, type WijkId } from '../ids.ts'

const wijkId = z.custom<WijkId>(
  (value) => typeof value === 'string' && isDocumentId(value),
  'expected the id of a wijk',
)
const entryId = z.custom<EntryId>(
  (value) => typeof value === 'string' && isDocumentId(value),
  'expected the id of an entry',
)
const slug = z.custom<Slug>(
  (value) => typeof value === 'string' && isSlug(value),
  'expected a slug: lower case letters, digits and single hyphens',
)
const instant = z.iso.datetime({ message: 'expected a moment in UTC such as 2026-11-22T13:03:00.000Z' })

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
])

/** The settings of a wijk. */
const wijkSchema: z.ZodType<Wijk> = z.object({
  id: wijkId,
  slug,
  name: z.string().min(1),
  state: z.enum(['draft', 'active', 'resting', 'archived']),
  tagline: z.string(),
  welcome: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as #2f6f4e'),
  domain: z
    .string()
    .regex(/^(?=.{4,253}$)([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'expected a domain such as molenwijk.nl')
    .nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  cbsCode: z.string().nullable(),
  cbsVintage: z.number().int().nullable(),
})

const revision = z.number().int().nonnegative()
const held = z
  .object({ release: revision, revision, by: z.string(), since: z.string(), why: z.string() })
  .nullable()

// Parsed further one by one, so that an error can name the entry.
const rawEntry = z.looseObject({ id: entryId, version: z.string() })

/** Query `wijken`. */
export const wijkenSchema = z.object({
  wijken: z.array(
    z.object({
      id: wijkId,
      slug: slug.nullable(),
      wanted: revision,
      changedAt: z.string(),
      live: revision,
      release: revision,
      held,
    }),
  ),
})

/** Query `manifest`. */
export const manifestSchema = z.object({
  manifest: z
    .object({
      revision,
      wijk: wijkSchema.nullable(),
      held,
      entries: z.array(z.object({ id: entryId, kind: z.string(), version: z.string() })),
    })
    .nullable(),
})

/** Query `changes`. */
export const changesSchema = z.object({
  changes: z
    .object({
      revision,
      wijk: wijkSchema.nullable(),
      held,
      entries: z.array(rawEntry),
      gone: z.array(entryId),
    })
    .nullable(),
})

/** Query `entries`. */
export const entriesSchema = z.object({
  entries: z.object({
    revision,
    entries: z.array(rawEntry),
  }),
})
