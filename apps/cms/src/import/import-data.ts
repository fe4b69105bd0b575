import type { Core } from '@strapi/strapi'
import { errors, z } from '@strapi/utils'
import { ENTRY_TYPES, hasOwnPage, type EntryType } from '../entries/entry-types.ts'
import { isoDay, isOfSoundYear, ODD_YEAR } from '../entries/fields/dates.ts'
import { entrySchema, importedFile, type ImportedEntry } from './entry-schema.ts'

const wijk = z.strictObject({
  slug: z.string(),
  name: z.string().optional(),
  state: z.enum(['draft', 'active', 'resting', 'archived']).optional(),
  tagline: z.string().optional(),
  welcome: z.string().optional(),
  colour: z.string().optional(),
  logo: importedFile.nullish(),
  domain: z.string().nullish(),
  contactEmail: z.string().nullish(),
  contactPhone: z.string().nullish(),
  cbsCode: z.string().nullish(),
  targets: z.string().nullish(),
  cbsVintage: z.int().nullish(),
  municipality: z.string().nullish(),
  startedOn: isoDay.refine(isOfSoundYear, ODD_YEAR).nullish(),
  facebook: z.string().nullish(),
  instagram: z.string().nullish(),
  whatsapp: z.string().nullish(),
  mastodon: z.string().nullish(),
  publisherName: z.string().nullish(),
  publisherAddress: z.string().nullish(),
  kvkNumber: z.string().nullish(),
  btwNumber: z.string().nullish(),
  privacyEmail: z.string().nullish(),
  restingSince: z.iso.date().refine(isOfSoundYear, ODD_YEAR).nullish(),
  restingWhy: z.string().nullish(),
  restingContact: z.string().nullish(),
  /** E-mail addresses of existing accounts that become editors of the wijk; unknown ones are left out. */
  editors: z.array(z.string()).optional(),
})

export type ImportedWijk = z.infer<typeof wijk>

const KINDS = ENTRY_TYPES.filter(hasOwnPage).map(({ kind }) => kind)

export interface ImportData {
  readonly wijk: ImportedWijk
  readonly entries: readonly ImportedEntry[]
  /** Slugs and domains under which the site was before, here or elsewhere. */
  readonly formerNames: readonly string[]
  /** Where something was online that is no more: who comes there reads so. */
  readonly goneAddresses: readonly { readonly kind: EntryType['kind']; readonly slug: string }[]
}

/** The data of an import; refuses in a sentence that names the place. */
export function readImport(strapi: Core.Strapi, data: unknown): ImportData {
  const schema = z.strictObject({
    wijk,
    entries: z.array(entrySchema(strapi)).default([]),
    formerNames: z.array(z.string()).default([]),
    goneAddresses: z.array(z.strictObject({ kind: z.enum(KINDS), slug: z.string() })).default([]),
  })
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
