/**
 * How an import says an entry: by the names of its content type, with the slug of what it links to in the place of a
 * link, and the bytes in the place of a file. Made from the content types, so a new type or field can be imported too.
 */
import type { Core, UID } from '@strapi/strapi'
import { z } from '@strapi/utils'
import { ENTRY_TYPES, type EntryType } from '../entries/entry-types.ts'
import { isoDay, isOfSoundYear, isoMoment, ODD_YEAR } from '../entries/fields/dates.ts'
import { typedFields } from '../entries/typed-fields.ts'

/** A file of an import. */
export interface ImportedFile {
  readonly name: string
  readonly base64: string
}

/** An entry of an import: its fields by the names below, checked. */
export interface ImportedEntry {
  readonly kind: EntryType['kind']
  readonly slug: string
  /** Slugs at which it was online before. */
  readonly formerSlugs?: readonly string[] | undefined
  readonly [field: string]: unknown
}

export interface Attribute {
  readonly type: string
  readonly required?: boolean
  readonly enum?: readonly string[]
  readonly allowedTypes?: readonly string[]
  readonly component?: UID.Component
  readonly repeatable?: boolean
}

/** What a field is called in an import, where that differs from its attribute. */
const NAMES: Readonly<Record<string, string>> = { publishedFirstAt: 'firstPublishedAt' }

/** The fields of a content type or component that an import can give. */
export function importedFields(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
): readonly { readonly name: string; readonly attribute: string; readonly is: Attribute }[] {
  const attributes = strapi.getModel(uid).attributes as unknown as Readonly<Record<string, Attribute>>
  const isType = ENTRY_TYPES.some((type) => type.uid === uid)
  const typed = isType
    ? new Set(typedFields(strapi, uid as UID.ContentType).map((field) => field.split('.')[0]))
    : new Set(Object.keys(attributes))
  return Object.entries(attributes)
    .filter(([attribute]) => typed.has(attribute) && !['id', 'wijk', 'slug', 'publishAt'].includes(attribute))
    .map(([attribute, is]) => ({ name: NAMES[attribute] ?? attribute, attribute, is }))
}

/** The entries of an import; what is left out keeps its value, or is empty for a new entry. */
export function entrySchema(strapi: Core.Strapi): z.ZodType<ImportedEntry> {
  const [first, ...others] = ENTRY_TYPES.map((type) =>
    z.strictObject({
      kind: z.literal(type.kind),
      slug: z.string(),
      formerSlugs: z.array(z.string()).optional(),
      ...shapeOf(strapi, type.uid),
    }),
  )
  return z.discriminatedUnion('kind', [first!, ...others])
}

function shapeOf(strapi: Core.Strapi, uid: UID.ContentType | UID.Component): Record<string, z.ZodType> {
  return Object.fromEntries(
    importedFields(strapi, uid).map(({ name, is }) => {
      const value = valueOf(strapi, is)
      // An empty text is a text, so it may be left out though it is required.
      return [name, is.required && is.type !== 'blocks' ? value : value.nullish()]
    }),
  )
}

export const importedFile = z.strictObject({ name: z.string(), base64: z.base64() })

function valueOf(strapi: Core.Strapi, { type, enum: choices, component, repeatable }: Attribute): z.ZodType {
  switch (type) {
    case 'boolean':
      return z.boolean()
    case 'integer':
      return z.int()
    case 'decimal':
      return z.number()
    case 'datetime':
      return isoMoment.refine(isOfSoundYear, ODD_YEAR)
    case 'date':
      return isoDay.refine(isOfSoundYear, ODD_YEAR)
    case 'time':
      return z.iso.time()
    case 'blocks':
      return z.array(z.unknown())
    case 'enumeration':
      return z.enum(choices as [string, ...string[]])
    case 'media':
      return importedFile
    case 'component': {
      const one = z.strictObject(shapeOf(strapi, component!))
      return repeatable ? z.array(one) : one
    }
    // Of a relation, the slug of the entry that it points at.
    default:
      return z.string()
  }
}
