import { errors, z } from '@strapi/utils'

// Entries as an import brings them; what is left out keeps its value, or is empty for a new entry.

const photo = z
  .strictObject({ name: z.string(), alt: z.string(), credit: z.string(), base64: z.base64() })
  .nullish()
const moment = z.iso.datetime({ offset: true })
/** Slug of an organisation in the same import, or in the wijk already. */
const organisationSlug = z.string().nullish()

const article = z.strictObject({
  kind: z.literal('article'),
  slug: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  body: z.array(z.unknown()).optional(),
  photo,
  organisation: organisationSlug,
  firstPublishedAt: moment.nullish(),
})

const event = z.strictObject({
  kind: z.literal('event'),
  slug: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  body: z.array(z.unknown()).optional(),
  photo,
  startsAt: moment,
  endsAt: moment.nullish(),
  allDay: z.boolean().optional(),
  place: z.string().optional(),
  price: z.string().optional(),
  cancelled: z.boolean().optional(),
  organisation: organisationSlug,
})

const organisation = z.strictObject({
  kind: z.literal('organisation'),
  slug: z.string(),
  name: z.string(),
  summary: z.string().optional(),
  body: z.array(z.unknown()).optional(),
  photo,
  website: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
})

const infoPage = z.strictObject({
  kind: z.literal('infoPage'),
  slug: z.string(),
  title: z.string(),
  body: z.array(z.unknown()).optional(),
  position: z.int().optional(),
})

const wijk = z.strictObject({
  slug: z.string(),
  name: z.string().optional(),
  state: z.enum(['draft', 'active', 'resting', 'archived']).optional(),
  tagline: z.string().optional(),
  welcome: z.string().optional(),
  colour: z.string().optional(),
  domain: z.string().nullish(),
  contactEmail: z.string().nullish(),
  contactPhone: z.string().nullish(),
  cbsCode: z.string().nullish(),
  cbsVintage: z.int().nullish(),
  /** E-mail addresses of existing accounts that become editors of the wijk; unknown ones are left out. */
  editors: z.array(z.string()).optional(),
})

const schema = z.strictObject({
  wijk,
  entries: z.array(z.discriminatedUnion('kind', [article, event, organisation, infoPage])).default([]),
})

export type ImportData = z.infer<typeof schema>
export type ImportedWijk = ImportData['wijk']
export type ImportedEntry = ImportData['entries'][number]
export type ImportedPhoto = NonNullable<z.infer<typeof photo>>

/** The data of an import; refuses in a sentence that names the place. */
export function readImport(data: unknown): ImportData {
  const result = schema.safeParse(data)
  if (result.success) {
    const keys = result.data.entries.map(({ kind, slug }) => `${kind} ${slug}`)
    const seen = new Set<string>()
    const twice = keys.find((key) => seen.size === seen.add(key).size)
    if (twice) throw new errors.ValidationError(`[import] entries: ${twice} is there twice`)
    return result.data
  }
  const issue = result.error.issues[0]!
  throw new errors.ValidationError(`[import] ${issue.path.join('.') || 'data'}: ${issue.message}`)
}
