import type { Core } from '@strapi/strapi'
import { columnOf } from './entry-links.ts'
import { ENTRY_TYPES } from './entry-types.ts'

/**
 * What the database itself refuses, should two writes pass the rules at once. Made while bootstrapping: Strapi's
 * migrations run before it makes the tables, and its schemas know no partial indexes.
 */
export async function makeIndexes(strapi: Core.Strapi): Promise<void> {
  const statements = ENTRY_TYPES.flatMap(({ table }) => [
    // Two publishes at once must not leave two live rows.
    `create unique index if not exists ${table}_one_live on ${table} (document_id) where published_at is not null`,
    `create index if not exists ${table}_slug on ${table} (wijk_key, slug)`,
    `create unique index if not exists ${table}_live_slug on ${table} (wijk_key, slug) where published_at is not null`,
    `create unique index if not exists ${table}_draft_slug on ${table} (wijk_key, slug) where published_at is null`,
    // What is to come online, or to leave, by the clock. Not what has left: that only grows.
    `create index if not exists ${table}_to_publish on ${table} (publish_at) where publish_at is not null and published_at is null`,
    `create index if not exists ${table}_to_expire on ${table} (expires_at) where expires_at is not null and published_at is not null`,
    `drop index if exists ${table}_publish_at`,
    `drop index if exists ${table}_expires_at`,
  ])
  // Who links to an entry, asked whenever that appears or goes.
  for (const { table, links } of ENTRY_TYPES)
    for (const { field, key } of links)
      statements.push(`create index if not exists ${table}_${field} on ${table} (${columnOf(key)})`)
  statements.push('create unique index if not exists wijken_slug on wijken (slug)')
  for (const statement of statements) await strapi.db.connection.raw(statement)
}
