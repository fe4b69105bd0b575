import type { Core } from '@strapi/strapi'
import type { DocumentData } from '../entries/document-call.ts'
import type { EntryType } from '../entries/entry-types.ts'
import { componentFields, componentsIn, mediaFields } from '../entries/media-places.ts'
import { readRelationInput } from '../entries/relation-input.ts'
import { typedFields } from '../entries/typed-fields.ts'
import { FILE } from '../entries/files.ts'

/** What goes back with no version: where it belongs, and moments that have passed since. */
const NOT_KEPT = new Set(['wijk', 'publishAt', 'expiresAt', 'publishedFirstAt'])

/** A row as it was read, in the form in which a write would give it: what a person filled in, and no more. */
export function writtenForm(strapi: Core.Strapi, type: EntryType, row: DocumentData): DocumentData {
  const components = new Map(componentFields(strapi, type.uid))
  const files = new Set(mediaFields(strapi, type.uid))
  const links = new Map(type.links.map(({ field, key }) => [field, key]))
  const fields = new Set(typedFields(strapi, type.uid).map((path) => path.split('.')[0]!))
  const form: Record<string, unknown> = {}
  for (const field of fields) {
    if (NOT_KEPT.has(field)) continue
    const value = row[field]
    const component = components.get(field)
    const key = links.get(field)
    if (key) form[field] = row[key] ? { set: [{ documentId: row[key] }] } : null
    else if (files.has(field)) form[field] = idOf(value)
    else if (component) {
      const own = new Set(mediaFields(strapi, component))
      const parts = componentsIn(value).map((part) => withoutId(part, own))
      form[field] = Array.isArray(value) ? parts : (parts[0] ?? null)
    } else form[field] = value ?? null
  }
  return form
}

/**
 * The same with what can still be so: without files that were thrown away since or went to another wijk, without links to what is gone
 * from its wijk, and with the address that the entry has now where another has taken the old one.
 */
export async function withWhatIs(
  strapi: Core.Strapi,
  type: EntryType,
  { documentId, wijkKey }: { readonly documentId: string; readonly wijkKey: string },
  form: DocumentData,
): Promise<DocumentData> {
  const isThere = async (id: unknown) =>
    id === null ||
    (typeof id === 'number' &&
      (await strapi.db
        .query(FILE)
        .count({ where: { id, $or: [{ wijkKey }, { wijkKey: { $null: true } }] } })) > 0)
  const whole: Record<string, unknown> = { ...form }
  for (const field of mediaFields(strapi, type.uid)) if (!(await isThere(whole[field]))) whole[field] = null
  for (const [field, component] of componentFields(strapi, type.uid)) {
    const own = mediaFields(strapi, component)
    if (own.length === 0) continue
    const kept: DocumentData[] = []
    for (const part of componentsIn(whole[field])) {
      const files = await Promise.all(own.map((name) => isThere(part[name])))
      if (files.every(Boolean)) kept.push(part)
    }
    whole[field] = Array.isArray(whole[field]) ? kept : (kept[0] ?? null)
  }
  for (const { field, to } of type.links) {
    const linked = readRelationInput(field, whole[field])?.linked
    if (linked && (await strapi.db.query(to).count({ where: { ...linked, wijkKey } })) === 0)
      whole[field] = null
  }
  const others = { slug: whole['slug'], wijkKey, documentId: { $ne: documentId } }
  if (whole['slug'] && (await strapi.db.query(type.uid).count({ where: others })) > 0) delete whole['slug']
  return whole
}

function withoutId(part: DocumentData, files: ReadonlySet<string>): DocumentData {
  return Object.fromEntries(
    Object.entries(part)
      .filter(([name]) => name !== 'id' && name !== 'documentId')
      .map(([name, value]) => [name, files.has(name) ? idOf(value) : value]),
  )
}

function idOf(file: unknown): number | null {
  return typeof file === 'object' && file !== null && 'id' in file ? Number(file.id) : null
}
