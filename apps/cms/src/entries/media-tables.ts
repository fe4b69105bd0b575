import type { Core } from '@strapi/strapi'
import type { Queries } from '../database/transaction.ts'
import type { EntryType } from './entry-types.ts'
import { mediaPlaces } from './media-places.ts'

interface JoinTable {
  readonly name: string
}

/** The table that joins the entries of a type (`entity_id`) with their components (`cmp_id`). */
export function componentTable(strapi: Core.Strapi, type: EntryType, field: string): string {
  const { attributes } = strapi.db.metadata.get(type.uid)
  return (attributes[field] as unknown as { joinTable: JoinTable }).joinTable.name
}

/**
 * For each place in which entries of a type have files, a query that joins the entries (`e`) with the links to those
 * files (`link.file_id`).
 */
export function filesOfEntries(strapi: Core.Strapi, queries: Queries, type: EntryType) {
  return mediaPlaces(strapi, type.uid).map(({ field, component }) => {
    const entries = queries(`${type.table} as e`)
    if (!component)
      return entries
        .join('files_related_mph as link', 'link.related_id', 'e.id')
        .where({ 'link.related_type': type.uid, 'link.field': field })
    return entries
      .join(`${componentTable(strapi, type, field)} as c`, 'c.entity_id', 'e.id')
      .join('files_related_mph as link', 'link.related_id', 'c.cmp_id')
      .where({ 'c.field': field, 'link.related_type': component.uid, 'link.field': component.field })
  })
}
