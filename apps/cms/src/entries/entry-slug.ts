import type { Core } from '@strapi/strapi'
import { slugsThatLead } from '../revisions/former-addresses.ts'
import { inTransaction, lockDocument } from '../database/transaction.ts'
import type { EntryType } from './entry-types.ts'
import { refusal } from './refusal.ts'
import { firstFreeSlug, isSlug, MAX_ENTRY_SLUG, slugify } from './slug.ts'

export interface SlugQuestion {
  /** The entry itself, which may keep its slug; undefined for a new one. */
  readonly documentId: string | undefined
  readonly wijkKey: string
  /** What the write says the slug should be. */
  readonly given: unknown
  /** What the entry is called. */
  readonly name: unknown
  readonly current: { readonly slug: string | null; readonly wijkKey: string | null } | null
}

/**
 * The slug an entry gets: the given one if it is sound and free, the one it has, or one made from its name.
 * Null only for a draft that has no name yet. Slugs are unique per wijk and type, among drafts and live entries
 * together: a draft must be publishable.
 */
export async function entrySlug(
  strapi: Core.Strapi,
  type: EntryType,
  { documentId, wijkKey, given, name, current }: SlugQuestion,
): Promise<string | null> {
  const wanted = typeof given === 'string' ? given.trim() : given === undefined ? (current?.slug ?? '') : ''
  if (wanted === '') {
    if (typeof name !== 'string' || name.trim() === '') return null
    await lockSlugs(strapi, type, wijkKey)
    const made = slugify(name, MAX_ENTRY_SLUG) || type.one
    // A numbered slug may have lost its end to the number.
    const start = made.slice(0, MAX_ENTRY_SLUG - 10)
    const taken = await takenBeside(strapi, type, { wijkKey, documentId, slug: { $startsWith: start } })
    const leading = await inTransaction(strapi, ({ trx }) =>
      slugsThatLead(trx, type, { wijk: wijkKey, start, documentId }),
    )
    const isTaken = new Set([...taken.keys(), ...leading, ...type.reservedSlugs])
    return firstFreeSlug(made, MAX_ENTRY_SLUG, (slug) => isTaken.has(slug))
  }
  if (wanted === current?.slug && wijkKey === current.wijkKey) return wanted

  refuseUnsoundSlug(type, wanted)
  await lockSlugs(strapi, type, wijkKey)
  const taken = await takenBeside(strapi, type, { wijkKey, documentId, slug: wanted })
  const other = taken.get(wanted)
  if (other !== undefined) throw refusal('slug', inUse(wanted, other))
  return wanted
}

// Who looks for a free one while another has not committed his would find the same. What keeps its slug waits for nobody.
async function lockSlugs(strapi: Core.Strapi, { uid }: EntryType, wijkKey: string): Promise<void> {
  await inTransaction(strapi, ({ trx }) => lockDocument(strapi, trx, `${uid} slugs`, wijkKey))
}

/** Refuses a slug that no address can have, or that the site itself answers. */
export function refuseUnsoundSlug(type: EntryType, slug: string): void {
  if (!isSlug(slug, MAX_ENTRY_SLUG)) throw refusal('slug', unsound(type, slug))
  if (type.reservedSlugs.has(slug))
    throw refusal('slug', `Het webadres "${slug}" gebruikt de site zelf al. Kies een ander webadres.`)
}

function unsound(type: EntryType, slug: string): string {
  const example = slugify(slug, MAX_ENTRY_SLUG)
  const tip = example ? ` Bijvoorbeeld: ${example}.` : ''
  return `Het webadres klopt niet. Gebruik alleen kleine letters, cijfers en streepjes, en hoogstens ${MAX_ENTRY_SLUG} tekens.${tip} Of maak het veld leeg: dan maken we het webadres uit ${type.name.word}.`
}

function inUse(slug: string, name: string): string {
  const who = name ? `"${name}"` : 'Iets anders in deze wijk'
  return `${who} heeft het webadres "${slug}" al. Kies een ander webadres, of maak het veld leeg: dan maken we er een.`
}

/** Slugs that other entries use, with the name of who does. */
async function takenBeside(
  strapi: Core.Strapi,
  type: EntryType,
  { wijkKey, documentId, slug }: { wijkKey: string; documentId: string | undefined; slug: unknown },
): Promise<ReadonlyMap<string, string>> {
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { wijkKey, slug, ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }) },
    select: ['slug', type.name.field],
  })) as { slug: string; title?: string | null; name?: string | null }[]
  return new Map(rows.map((row) => [row.slug, row[type.name.field] ?? '']))
}
