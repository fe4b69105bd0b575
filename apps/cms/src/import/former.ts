/** What an import says of where a wijk and its entries were before: so that a move from elsewhere breaks no old link. */
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { entryTypeOfKind, WIJK, type EntryType } from '../entries/entry-types.ts'
import { refuseUnsoundSlug } from '../entries/entry-slug.ts'
import { isSlug, MAX_WIJK_SLUG } from '../entries/slug.ts'
import {
  formerAddressesOf,
  formerNamesOf,
  namesThatLead,
  noteFormerAddresses,
} from '../revisions/former-addresses.ts'
import type { Revisions } from '../revisions/revisions.ts'
import type { Transaction } from '../database/transaction.ts'
import { isDomain } from '../wijken/domain.ts'
import type { ImportedEntry } from './entry-schema.ts'
import type { ImportData } from './import-data.ts'

export interface Placing {
  readonly strapi: Core.Strapi
  readonly revisions: Revisions
  readonly transaction: Transaction
  readonly wijk: string
}

/** Where entries were online before they came here: on the site that they came from, or under another name. */
export async function noteFormerSlugs(
  { strapi, revisions, transaction, wijk }: Placing,
  type: EntryType,
  given: readonly ImportedEntry[],
): Promise<void> {
  const wanted = given.flatMap(({ slug, formerSlugs = [] }) =>
    formerSlugs.map((former) => ({ slug, former })),
  )
  if (wanted.length === 0) return
  const { trx } = transaction
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { wijkKey: wijk, publishedAt: { $notNull: true } },
    select: ['slug', 'documentId'],
  })) as { slug: string; documentId: string }[]
  const idOf = new Map(rows.map(({ slug, documentId }) => [slug, documentId]))
  const online = new Set(idOf.values())
  const known = await formerAddressesOf(trx, wijk, 0)
  const ownerOf = new Map(
    known.flatMap(({ kind, slug, entry }) => (kind === type.kind ? [[slug, entry]] : [])),
  )
  // What is online there now has not left, and what left there later than this and is online elsewhere keeps its links.
  const news = wanted.filter(({ former }) => !idOf.has(former) && !online.has(ownerOf.get(former) ?? ''))
  if (news.length === 0) return
  for (const { former } of news) refuseUnsoundSlug(type, former)
  await note(
    { strapi, revisions, transaction, wijk },
    news.map(({ slug, former }) => ({ uid: type.uid, slug: former, document_id: idOf.get(slug)! })),
  )
}

/** Where the site was, and where something was that is gone. */
export async function noteLeft(
  placing: Placing,
  { formerNames, goneAddresses }: Pick<ImportData, 'formerNames' | 'goneAddresses'>,
): Promise<void> {
  const { strapi, transaction, wijk } = placing
  const known = await formerNamesOf(transaction.trx, wijk)
  const names: string[] = []
  for (const name of new Set(formerNames)) {
    if (!isSlug(name, MAX_WIJK_SLUG) && !isDomain(name))
      throw new errors.ValidationError(`[import] formerNames: ${name} is no slug and no domain`)
    if (!known.includes(name) && !(await isInUse(strapi, transaction, wijk, name))) names.push(name)
  }
  // Of no entry any more, and the wijk is none.
  const gone: { uid: string; slug: string; document_id: string }[] = []
  const left = new Set(
    (await formerAddressesOf(transaction.trx, wijk, 0)).map(({ kind, slug }) => `${kind} ${slug}`),
  )
  for (const { kind, slug } of goneAddresses) {
    const type = entryTypeOfKind(kind)!
    refuseUnsoundSlug(type, slug)
    const isOnline = await strapi.db
      .query(type.uid)
      .count({ where: { wijkKey: wijk, slug, publishedAt: { $notNull: true } } })
    if (isOnline === 0 && !left.has(`${kind} ${slug}`)) gone.push({ uid: type.uid, slug, document_id: wijk })
  }
  await note(placing, [...names.map((slug) => ({ uid: WIJK, slug, document_id: wijk })), ...gone])
}

/** Whether a name is that of a site that is there, or leads to that of another wijk. */
async function isInUse(
  strapi: Core.Strapi,
  { trx }: Transaction,
  wijk: string,
  name: string,
): Promise<boolean> {
  const where = { $or: [{ slug: name }, { domain: name }] }
  if ((await strapi.db.query(WIJK).count({ where })) > 0) return true
  return (await namesThatLead(trx, { start: name, documentId: wijk })).includes(name)
}

async function note(
  { revisions, transaction, wijk }: Placing,
  rows: readonly { uid: string; slug: string; document_id: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const revision = await revisions.raise(transaction, wijk, [])
  await noteFormerAddresses(
    transaction.trx,
    rows.map((row) => ({ ...row, wijk, revision })),
  )
}
