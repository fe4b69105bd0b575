/** What the CMS answers, parsed at the door: past this file everything has the types of the domain. */
import { z } from 'zod'
import { ENTRY_KINDS, WIJK_STATES, type Wijk } from '../entries.ts'
import type { FormerAddress } from '../former-addresses.ts'
import { isDomain } from '../ids.ts'
import { day, entryId, slug, wijkId } from './values.ts'

/** The settings of a wijk. */
const wijkSchema: z.ZodType<Wijk> = z.object({
  id: wijkId,
  slug,
  name: z.string().min(1),
  state: z.enum(WIJK_STATES),
  tagline: z.string(),
  welcome: z.string(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as #2f6f4e'),
  logo: z.object({ url: z.string().startsWith('/'), version: z.string() }).nullable(),
  domain: z.string().refine(isDomain, 'expected a domain such as molenwijk.nl').nullable(),
  formerNames: z.array(z.string()),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  cbsCode: z.string().nullable(),
  cbsVintage: z.number().int().nullable(),
  municipality: z.string(),
  startedOn: day.nullable(),
  publisher: z.object({
    name: z.string(),
    address: z.string(),
    kvkNumber: z.string(),
    btwNumber: z.string(),
  }),
  privacyEmail: z.string().nullable(),
  socialLinks: z.array(
    z.object({
      network: z.enum(['facebook', 'instagram', 'whatsapp', 'mastodon']),
      url: z.url({ protocol: /^https?$/ }),
    }),
  ),
  wantsBuurtverbinder: z.boolean(),
  rest: z.object({ since: day.nullable(), why: z.string(), contact: z.string() }),
})

const revision = z.number().int().nonnegative()
const held = z
  .object({ release: revision, revision, by: z.string(), since: z.string(), why: z.string() })
  .nullable()

const formerAddresses: z.ZodType<FormerAddress[]> = z.array(
  z.object({ kind: z.enum(ENTRY_KINDS), slug, entry: entryId }),
)

// Parsed further one by one, so that an error can name the entry.
const rawEntry = z.looseObject({ id: entryId, version: z.string() })

/** Query `wijken`; its rows are parsed one by one, so that one that cannot be read keeps no other wijk from being looked at. */
export const wijkenSchema = z.object({ wijken: z.array(z.looseObject({ id: wijkId })) })

/** One row of it. */
export const wijkRevisionSchema = z.object({
  id: wijkId,
  slug: slug.nullable(),
  wanted: revision,
  awaited: revision,
  changedAt: z.string(),
  live: revision,
  release: revision,
  targets: z.string().nullable(),
  held,
})

/** Query `manifest`. */
export const manifestSchema = z.object({
  manifest: z
    .object({
      revision,
      changedAt: z.string(),
      cmsStartedAt: z.string(),
      wijk: wijkSchema.nullable(),
      held,
      entries: z.array(z.object({ id: entryId, version: z.string() })),
      formerAddresses,
    })
    .nullable(),
})

/** Query `changes`. */
export const changesSchema = z.object({
  changes: z
    .object({
      revision,
      changedAt: z.string(),
      cmsStartedAt: z.string(),
      wijk: wijkSchema.nullable(),
      held,
      entries: z.array(rawEntry),
      gone: z.array(entryId),
      formerAddresses,
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

/** Query `drafts`; null for a wijk that never was. */
export const draftsSchema = z.object({
  drafts: z.object({ entries: z.array(rawEntry) }).nullable(),
})

/** Query `withdrawn`. */
export const withdrawnSchema = z.object({
  withdrawn: z.array(z.object({ at: z.string(), wijk: wijkId, url: z.string(), version: z.string() })),
})
