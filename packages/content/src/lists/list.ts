import type { Entry, EntryKind } from '../entries.ts'
import type { EntryChange, Shelf } from '../shelf.ts'

export type Change = EntryChange<Entry>

/** A part of a site: queries, over shelves of its own. */
export interface List<Q> {
  readonly queries: Q
  /** The shelves of entries that have a page for as long as they are published. */
  readonly pages: readonly Pick<Shelf<Entry>, 'all' | 'slugs'>[]
  take(changes: readonly Change[]): void
}

/** The changes of one kind of entries. */
export function ofKind<K extends EntryKind>(changes: readonly Change[], kind: K) {
  type OfKind = EntryChange<Extract<Entry, { kind: K }>>
  return changes.filter((change): change is OfKind => (change.before ?? change.after)?.kind === kind)
}

// Dates in UTC of one form, and ids, sort as their characters do. `localeCompare` would take a hundred times as long.
export const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What was first published last comes first. */
export const byAge = <E extends { readonly firstPublishedAt: string; readonly id: string }>(a: E, b: E) =>
  order(b.firstPublishedAt, a.firstPublishedAt) || order(a.id, b.id)

const { compare: byDutchAlphabet } = new Intl.Collator('nl', { numeric: true })

/** By name as the Dutch alphabet has it. */
export const byName = <E extends { readonly name: string; readonly slug: string; readonly id: string }>(
  a: E,
  b: E,
) => byDutchAlphabet(a.name, b.name) || order(a.slug, b.slug) || order(a.id, b.id)
