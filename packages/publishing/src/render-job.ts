/** From a snapshot of the CMS to all that the public bytes of a site depend on. */
import { formerHosts, siteUrl, type EntryId, type FormerAddress, type Wijk } from '@wijkpers/content'
import { earliest, type SiteInput } from '@wijkpers/content/site'
import type { VersionedEntry } from '@wijkpers/content/strapi'
import type { Snapshot } from './content.ts'
import type { PublicSettings } from './formats/format-of.ts'
import { takeDocuments, takePhotos } from './photos.ts'
import type { FileWithBody, PhotoStore, RenderJob, Rendering, SiteAddress } from './ports.ts'

export interface RenderJobOptions extends PublicSettings {
  readonly photos: PhotoStore
  /** The moment for which pages are made. */
  readonly now: () => Date
}

/** Where the site of a wijk answers; null for a wijk that was deleted or has no public site yet. */
export function siteOf(wijk: Wijk | null, sitesUrl: string): SiteAddress | null {
  if (!wijk || wijk.state === 'draft') return null
  const { slug, name } = wijk
  return { slug, name, url: siteUrl(wijk, sitesUrl), formerHosts: formerHosts(wijk, sitesUrl) }
}

/** What a site is made of: what its pages are rendered from, and its photos and documents as files. Null when the wijk has no public site. */
export async function renderJobOf(
  { wijk, entries, formerAddresses: former }: Snapshot,
  { photos, sitesUrl, hub, now: clock }: RenderJobOptions,
): Promise<{ job: RenderJob; mediaFiles: readonly FileWithBody[] } | null> {
  const site = siteOf(wijk, sitesUrl)
  if (!wijk || !site) return null
  const now = clock().toISOString()
  const { shown, expired, validUntil } = entriesAt(now, entries)
  const formerAddresses = expired.length > 0 ? [...former, ...expired] : former
  const taken = await takePhotos(wijk, shown.values(), photos)
  const { url } = site
  const job = {
    wijk,
    entries: shown,
    validUntil,
    siteUrl: url,
    hub,
    now,
    photos: taken.onSite,
    formerAddresses,
  }
  return { job, mediaFiles: [...taken.files, ...(await takeDocuments(shown.values(), photos))] }
}

/**
 * The entries that are on the site at `now`, and until when these are the ones. What has expired is left out before
 * anything is made of it: then no page, feed, photo or link can forget to. Its address is a former one from then on.
 */
function entriesAt(now: string, entries: ReadonlyMap<EntryId, VersionedEntry>) {
  const expired: FormerAddress[] = []
  let validUntil: string | null = null
  for (const [id, { entry, expiresAt = null }] of entries) {
    if (expiresAt !== null && expiresAt <= now)
      expired.push({ kind: entry.kind, slug: entry.slug, entry: id })
    else validUntil = earliest(validUntil, expiresAt)
  }
  if (expired.length === 0) return { shown: entries, expired, validUntil }
  const shown = new Map(entries)
  for (const { entry } of expired) shown.delete(entry)
  return { shown, expired, validUntil }
}

/** The rendering of a wijk that has no public site. */
export const noPages: Rendering = {
  basis: null,
  rendered: [],
  kept: [],
  removed: [],
  validUntil: null,
  compareMs: 0,
  change: null,
  wentLive: () => undefined,
}

/** A render job as `astro dev` and `astro build` want it. */
export function siteInputOf(job: RenderJob): SiteInput {
  const { wijk, siteUrl, hub, now, photos, formerAddresses, entries } = job
  const all = Array.from(entries.values(), ({ entry }) => entry)
  return { wijk, siteUrl, hub, now, photos, formerAddresses, entries: all }
}
