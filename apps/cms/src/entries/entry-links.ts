/**
 * An entry can **link** to others of its own wijk, such as the organisation it is from (`links` in entry-types.ts).
 * Strapi keeps such a link between rows, and loses it with a row that goes. So the entry keeps the documentId as a key,
 * draft and live row alike, and the link resolves while it is read: it is there for as long as what it points at is
 * published in the same wijk.
 */
import type { Core } from '@strapi/strapi'
import type { Queries } from '../database/transaction.ts'
import { ENTRY_TYPES, entryTypeOf, type EntryLink, type EntryType } from './entry-types.ts'
import { refusal } from './refusal.ts'
import { readRelationInput } from './relation-input.ts'

interface LinkedRow {
  readonly documentId: string
  readonly wijkKey: string | null
}

/**
 * The key of what an entry of `wijkKey` links to after a write that asks `input`; null for nothing. What was deleted is
 * forgotten; what belongs to another wijk is refused, also when it is the entry that moves.
 */
export async function linkKeyOf(
  strapi: Core.Strapi,
  link: EntryLink,
  { input, current, wijkKey }: { input: unknown; current: string | null; wijkKey: string },
): Promise<string | null> {
  const asked = readRelationInput(link.field, input)
  const reference = asked?.linked
  if (!reference && (asked?.unlinks || !current)) return null

  const linked = await draftOf(strapi, link, reference ?? { documentId: current })
  if (!linked) {
    if (!reference) return null
    throw refusal(
      link.field,
      `${capital(targetOf(link).this)} bestaat niet meer. Kies een andere, of maak het veld leeg.`,
    )
  }
  if (linked.wijkKey !== wijkKey)
    throw refusal(
      link.field,
      `${capital(targetOf(link).this)} hoort bij een andere wijk. Kies er een van de wijk waar dit bij hoort, of maak het veld leeg.`,
    )
  return linked.documentId
}

/** What a link points at. */
export function targetOf(link: EntryLink): EntryType {
  return entryTypeOf(link.to)!
}

// Its draft says where an entry belongs: what is live may have yet to follow.
async function draftOf(strapi: Core.Strapi, { to }: EntryLink, where: object): Promise<LinkedRow | null> {
  const entries = strapi.db.query(to)
  const named = (await entries.findOne({ where, select: ['documentId'] })) as LinkedRow | null
  return (
    named &&
    ((await entries.findOne({
      where: { documentId: named.documentId, publishedAt: { $null: true } },
      select: ['documentId', 'wijkKey'],
    })) as LinkedRow | null)
  )
}

/** Refuses to move an entry to another wijk while something links to it, be it live or in a draft. */
export async function refuseMoveOfLinked(
  strapi: Core.Strapi,
  target: EntryType,
  documentId: string,
): Promise<void> {
  for (const { uid, links, many } of ENTRY_TYPES)
    for (const { to, key } of links)
      if (to === target.uid && (await strapi.db.query(uid).count({ where: { [key]: documentId } })) > 0)
        throw refusal(
          'wijk',
          `Er horen nog ${many} bij ${target.this}. Maak die eerst los, en publiceer ze opnieuw als ze online staan.`,
        )
}

interface JoinTable {
  readonly name: string
  readonly joinColumn: { readonly name: string }
  readonly inverseJoinColumn: { readonly name: string }
}

/** A link to be made from a key: to its wijk, or to another entry. */
export type KeyedLink = Pick<EntryLink, 'field' | 'key'> & {
  readonly table: string
  readonly hasDrafts: boolean
}

export const WIJK_LINK: KeyedLink = { field: 'wijk', key: 'wijkKey', table: 'wijken', hasDrafts: false }

export function keyedLinksOf({ links }: EntryType): readonly KeyedLink[] {
  return links.map((link) => ({ ...link, table: targetOf(link).table, hasDrafts: true }))
}

/**
 * Makes the links of Strapi that follow from the keys and are not there, drafts to drafts and live rows to live rows
 * where the target has both.
 */
export async function linkByKey(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  { link, where }: { link: KeyedLink; where: Readonly<Record<string, string>> },
): Promise<void> {
  const { attributes } = strapi.db.metadata.get(type.uid)
  const { joinTable } = attributes[link.field] as unknown as { joinTable: JoinTable }
  const entryColumn = joinTable.joinColumn.name
  const missing = queries(`${type.table} as e`)
    .join(`${link.table} as t`, 't.document_id', `e.${columnOf(link.key)}`)
    .where(where)
    .whereNotIn('e.id', queries(joinTable.name).select(entryColumn))
    .select('e.id', 't.id')
  if (link.hasDrafts) missing.whereRaw('(t.published_at is null) = (e.published_at is null)')
  await queries(
    queries.raw('?? (??, ??)', [joinTable.name, entryColumn, joinTable.inverseJoinColumn.name]),
  ).insert(missing)
}

/** The column of a key: `organisationKey` is kept in `organisation_key`. */
export function columnOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
