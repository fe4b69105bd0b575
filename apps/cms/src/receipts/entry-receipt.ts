import type { Core } from '@strapi/strapi'
import { entryTypeOf, WIJK } from '../entries/entry-types.ts'
import { type Held, heldIn } from '../revisions/held.ts'
import { ENTRY_CHANGES, REVISIONS, type EntryChangeRow, type RevisionRow } from '../revisions/tables.ts'
import type { Queries } from '../database/transaction.ts'
import { siteAddress } from './address.ts'

/** What the editor sees of an entry, or of the wijk itself, on its way to the site. Moments are ISO in UTC. */
export interface EntryReceipt {
  /** `live` as soon as a release with the newest change of this very entry is live. */
  readonly state: string
  /** The wanted revision of the wijk. */
  readonly wanted: number
  /** The wanted revision at which this entry last changed. */
  readonly revision: number
  readonly changedAt: string
  readonly renderedAt: string | null
  readonly liveAt: string | null
  readonly release: number | null
  readonly pages: number | null
  readonly durationMs: number | null
  /** The public address; null when the entry is not, or no longer, published, or its wijk has no site. */
  readonly url: string | null
  readonly error: string | null
  readonly nextTryAt: string | null
  /** The same, in milliseconds from now: the clock of who reads this may differ from ours. */
  readonly nextTryInMs: number | null
  /** The target that it waits for; then the next try is about when that takes it. */
  readonly waitsFor: string | null
  readonly siteUrl: string
  /** A wijk that is in the making, or that was closed, has none: nothing of it can be read. */
  readonly hasSite: boolean
  /** The site is held at an earlier release: no change goes online meanwhile. */
  readonly held: Pick<Held, 'by' | 'since' | 'why'> | null
}

export interface ReceiptQuestion {
  readonly uid: string
  readonly documentId: string
  /** The wijken that may be seen; null for all. */
  readonly within: readonly string[] | null
}

/** The receipt of an entry in the wijk it belongs to now; null when it never was published there, or may not be seen. */
export async function entryReceipt(
  strapi: Core.Strapi,
  { uid, documentId, within }: ReceiptQuestion,
): Promise<EntryReceipt | null> {
  const queries: Queries = strapi.db.connection
  const place = await placeOf(queries, uid, documentId)
  if (!place || (within && !within.includes(place.wijk))) return null

  const change = (await queries(ENTRY_CHANGES)
    .where({ document_id: documentId, wijk: place.wijk })
    .first()) as EntryChangeRow | undefined
  const site = await queries('wijken')
    .where({ document_id: place.wijk })
    .first<SiteRow | undefined>('slug', 'domain', 'state')
  const wijk = (await queries(REVISIONS).where({ wijk: place.wijk }).first()) as RevisionRow | undefined
  if (!change || !site || !wijk) return null

  const siteUrl = siteAddress(strapi, site)
  const hasSite = site.state !== 'draft'
  const held = heldIn(wijk)
  const shared = {
    wanted: wijk.wanted,
    revision: change.revision,
    changedAt: change.changed_at,
    url: place.path === null || !hasSite ? null : siteUrl + place.path,
    siteUrl,
    hasSite,
    held: held && { by: held.by, since: held.since, why: held.why },
  }
  if (change.live_at !== null)
    return {
      ...shared,
      state: 'live',
      renderedAt: null,
      liveAt: change.live_at,
      release: change.release,
      pages: change.pages,
      durationMs: change.duration_ms,
      error: null,
      nextTryAt: null,
      nextTryInMs: null,
      waitsFor: null,
    }
  // A receipt of an earlier revision says nothing about this change; that of a wijk without a site nothing about one that opened since.
  const isAbout = (wijk.receipt_revision ?? 0) >= change.revision && wijk.receipt_state !== 'live'
  const about = isAbout ? wijk : null
  return {
    ...shared,
    state: held ? 'held' : (about?.receipt_state ?? 'received'),
    renderedAt: about?.rendered_at ?? null,
    liveAt: null,
    release: null,
    pages: about?.pages ?? null,
    durationMs: about?.duration_ms ?? null,
    error: about?.error ?? null,
    nextTryAt: about?.next_try_at ?? null,
    waitsFor: about?.waits_for ?? null,
    nextTryInMs: about?.next_try_at ? Math.max(0, Date.parse(about.next_try_at) - Date.now()) : null,
  }
}

interface SiteRow {
  readonly slug: string
  readonly domain: string | null
  readonly state: string
}

interface PlaceRow {
  readonly wijk_key: string | null
  readonly slug: string | null
  readonly published_at: unknown
}

/** In which wijk a document is now, and at which path it is public; null for an unknown document. */
async function placeOf(
  queries: Queries,
  uid: string,
  documentId: string,
): Promise<{ wijk: string; path: string | null } | null> {
  if (uid === WIJK) {
    const row = await queries('wijken').where({ document_id: documentId }).first<object | undefined>('id')
    return row ? { wijk: documentId, path: '/' } : null
  }
  const type = entryTypeOf(uid)
  if (!type) return null
  const rows = await queries(type.table)
    .where({ document_id: documentId })
    .select<PlaceRow[]>('wijk_key', 'slug', 'published_at')
  const live = rows.find(({ published_at }) => published_at !== null)
  const row = live ?? rows[0]
  if (!row?.wijk_key) return null
  return { wijk: row.wijk_key, path: live?.slug ? type.address(live.slug) : null }
}
