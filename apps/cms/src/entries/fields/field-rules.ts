/** What must hold for the fields of an entry, whatever its type, and where what is particular about each type stands. */
import type { Core } from '@strapi/strapi'
import type { DocumentData } from '../document-call.ts'
import type { EntryKind, EntryType } from '../entry-types.ts'
import { componentFields, componentsIn } from '../media-places.ts'
import { refusal, refusalOf, type Fault } from '../refusal.ts'
import { advertisement } from './advertisement.ts'
import { article } from './article.ts'
import { business } from './business.ts'
import { deal } from './deal.ts'
import { edition } from './edition.ts'
import { event } from './event.ts'
import { liveabilityProject } from './liveability-project.ts'
import { notice } from './notice.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { PHOTO, photoFaults } from './photo.ts'
import type { FieldRules } from './rules-of-type.ts'

const RULES: Readonly<Record<EntryKind, FieldRules>> = {
  advertisement,
  article,
  business,
  deal,
  edition,
  event,
  infoPage: {},
  liveabilityProject,
  notice,
  organisation,
  person,
}

/** The fields of a write in the form in which they are kept; refuses in Dutch. */
export function soundFields(
  { kind }: EntryType,
  data: DocumentData,
  current: DocumentData | null,
): DocumentData {
  refuseDeepText(data['body'])
  refuseCopiedPhotos(data['body'])
  return RULES[kind].sound?.(data, current) ?? {}
}

/** Refuses to publish what no page may be made of, and says all that is missing at once. */
export function refuseUnfinished(strapi: Core.Strapi, type: EntryType, entry: DocumentData): void {
  const faults = [
    ...invisibleName(type, entry),
    ...(RULES[type.kind].unfinished?.(entry) ?? []),
    ...photoFaultsOf(strapi, type, entry),
  ]
  if (faults.length > 0) throw refusalOf(faults)
}

// A space that does not break, or what a paste brought along: Strapi takes it for a title, but nobody can read or click it.
function invisibleName({ name }: EntryType, entry: DocumentData): readonly Fault[] {
  const typed = entry[name.field]
  if (typeof typed !== 'string' || typed === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(typed)) return []
  return [{ path: name.field, message: `Vul ${name.word} in: er staat nu niets wat iemand kan lezen.` }]
}

/** What the photos of an entry lack before they may be on a site. */
export function photoFaultsOf(strapi: Core.Strapi, type: EntryType, entry: DocumentData): readonly Fault[] {
  const photos = componentFields(strapi, type.uid).filter(([, component]) => component === PHOTO)
  return photos.flatMap(([field]) => {
    const isList = Array.isArray(entry[field])
    return componentsIn(entry[field]).flatMap((photo, index) =>
      isList
        ? photoFaults(photo, `${field}.${index}`, `foto ${index + 1}`)
        : photoFaults(photo, field, 'de foto'),
    )
  })
}

// The Blocks editor copies the fields of an image into the text: the copy would outlive the photo, and pass every wall.
function refuseCopiedPhotos(body: unknown): void {
  if (Array.isArray(body) && body.some((block: { type?: unknown } | null) => block?.type === 'image'))
    throw refusal('body', 'Er staat een foto in de tekst. Haal hem daar weg en zet hem in het veld Foto.')
}

/** Far deeper than the Blocks editor makes them. */
const DEEPEST = 20

// What reads a text calls itself for each list in a list, and has no room for thousands.
function refuseDeepText(body: unknown): void {
  let level: readonly unknown[] = Array.isArray(body) ? body : []
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST)
      throw refusal(
        'body',
        'De tekst heeft te veel lagen, zoals lijsten in lijsten. Zet minder lijsten in elkaar.',
      )
    level = level.flatMap((node) => (node as { children?: readonly unknown[] } | null)?.children ?? [])
  }
}
