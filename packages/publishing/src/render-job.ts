/** From a snapshot of the CMS to all that the public bytes of a site depend on. */
import { siteUrl, type Wijk } from '@wijkpers/content'
import type { SiteInput } from '@wijkpers/content/site'
import type { Snapshot } from './content.ts'
import { takePhotos } from './photos.ts'
import type { PhotoFile, PhotoStore, RenderJob, Rendering, SiteAddress } from './ports.ts'

export interface RenderJobOptions {
  readonly photos: PhotoStore
  /** Pattern for the address of a wijk without an own domain: the setting SITES_URL. */
  readonly sitesUrl: string
  /** The moment for which pages are made. */
  readonly now: () => Date
}

/** Where the site of a wijk answers; null for a wijk that was deleted or has no public site yet. */
export function siteOf(wijk: Wijk | null, sitesUrl: string): SiteAddress | null {
  if (!wijk || wijk.state === 'draft') return null
  return { slug: wijk.slug, name: wijk.name, url: siteUrl(wijk, sitesUrl) }
}

/** What a site is made of: what its pages are rendered from, and its photos as files. Null when the wijk has no public site. */
export async function renderJobOf(
  { wijk, entries }: Snapshot,
  { photos, sitesUrl, now }: RenderJobOptions,
): Promise<{ job: RenderJob; photoFiles: readonly PhotoFile[] } | null> {
  const site = siteOf(wijk, sitesUrl)
  if (!wijk || !site) return null
  const taken = await takePhotos(entries.values(), photos)
  const job = {
    wijk,
    entries,
    siteUrl: site.url,
    now: now().toISOString(),
    photos: taken.onSite,
  }
  return { job, photoFiles: taken.files }
}

/** A wijk without a public site has none. */
export const noPages: Rendering = {
  basis: null,
  rendered: [],
  removed: [],
  validUntil: null,
  accept: () => undefined,
}

/** A render job as `astro dev` and `astro build` want it. */
export function siteInputOf({ entries, ...rest }: RenderJob): SiteInput {
  return { ...rest, entries: Array.from(entries.values(), ({ entry }) => entry) }
}
