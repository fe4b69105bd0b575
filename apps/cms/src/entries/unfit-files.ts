/** Files that their field cannot show: a PDF for a photo, a photo for the PDF of a wijkkrant. */
import type { Core, UID } from '@strapi/strapi'
import { FILE } from './files.ts'
import type { DocumentData } from './document-call.ts'
import { componentFields, componentsIn, mediaFields } from './media-places.ts'
import { refusalOf, type Fault } from './refusal.ts'
import { readRelationInput } from './relation-input.ts'

/** What a content type allows in a field of files (`allowedTypes`), with what an editor reads about another file. */
const SAID = {
  images: 'Dit bestand is geen foto of plaatje. Kies een jpg, png, webp of avif.',
  files: 'Dit bestand is geen pdf. Kies een pdf.',
} as const

interface FileAttribute {
  readonly allowedTypes: readonly (keyof typeof SAID)[]
}

/** Refuses what can never be shown where it is put: every publish of the wijk would fail on it. */
export async function refuseUnfitFiles(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  data: DocumentData,
): Promise<void> {
  const faults = [...(await unfitIn(strapi, uid, data, ''))]
  for (const [field, component] of componentFields(strapi, uid)) {
    const isList = Array.isArray(data[field])
    for (const [index, part] of componentsIn(data[field]).entries())
      faults.push(...(await unfitIn(strapi, component, part, isList ? `${field}.${index}.` : `${field}.`)))
  }
  if (faults.length > 0) throw refusalOf(faults)
}

async function unfitIn(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
  data: DocumentData,
  place: string,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  const attributes = strapi.getModel(uid).attributes as unknown as Readonly<Record<string, FileAttribute>>
  for (const field of mediaFields(strapi, uid)) {
    const where = readRelationInput(field, data[field])?.linked
    if (!where) continue
    const { allowedTypes } = attributes[field]!
    const file = (await strapi.db.query(FILE).findOne({ where, select: ['mime'] })) as {
      mime: string
    } | null
    const isPicture = file?.mime.startsWith('image/')
    if (file && !allowedTypes.includes(isPicture ? 'images' : 'files'))
      faults.push({ path: `${place}${field}`, message: SAID[allowedTypes[0]!] })
  }
  return faults
}
