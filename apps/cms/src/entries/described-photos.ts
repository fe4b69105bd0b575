import type { Core } from '@strapi/strapi'
import { FILE } from './files.ts'
import type { DocumentData } from './document-call.ts'
import type { EntryType } from './entry-types.ts'
import { PHOTO } from './fields/photo.ts'
import { componentFields, componentsIn } from './media-places.ts'
import { readRelationInput } from './relation-input.ts'

/**
 * The photos of a write, where one of which nothing is said begins with what was said of its file: who uploads a photo
 * is asked there what it shows, and should not be asked again.
 */
export async function describedPhotos(
  strapi: Core.Strapi,
  type: EntryType,
  data: DocumentData,
): Promise<DocumentData> {
  const described: Record<string, unknown> = {}
  for (const [field, component] of componentFields(strapi, type.uid)) {
    const given = data[field]
    if (component !== PHOTO || !given) continue
    const photos = await Promise.all(componentsIn(given).map((photo) => withText(strapi, field, photo)))
    described[field] = Array.isArray(given) ? photos : photos[0]
  }
  return described
}

async function withText(strapi: Core.Strapi, field: string, photo: DocumentData): Promise<DocumentData> {
  const where = readRelationInput(field, photo['file'])?.linked
  if (!where || photo['alt'] || photo['decorative'] === true) return photo
  const file = (await strapi.db.query(FILE).findOne({ where, select: ['alternativeText'] })) as {
    alternativeText: string | null
  } | null
  return file?.alternativeText ? { ...photo, alt: file.alternativeText } : photo
}
