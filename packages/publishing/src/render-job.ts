/** From a snapshot of the CMS to all that the public bytes of a site depend on. */
import { siteUrl } from '@wijkpers/content'
import type { SiteInput } from '@wijkpers/content/site'
import type { Snapshot } from './content.ts'
import { takePhotos } from './photos.ts'
import type { PhotoFile, PhotoStore, RenderJob } from './ports.ts'

export interface RenderJobOptions {
  readonly photos: PhotoStore
  /** Pattern for the address of a wijk without an own domain: the setting SITES_URL. */
  readonly sitesUrl: string
  /** The moment for which pages are made. */
  readonly now: () => Date
}

/** What a site is made of: what its pages are rendered from, and its photos as files. Null when the wijk has no public site. */
export async function renderJobOf(
  { wijk, entries }: Snapshot,
  { photos, sitesUrl, now }: RenderJobOptions,
): Promise<{ job: RenderJob; photoFiles: readonly PhotoFile[] } | null> {
  if (!wijk || wijk.state === 'draft') return null
  const taken = await takePhotos(entries.values(), photos)
  const job = {
    wijk,
    entries,
    siteUrl: siteUrl(wijk, sitesUrl),
    now: now().toISOString(),
    photos: taken.onSite,
  }
  return { job, photoFiles: taken.files }
}

/** A render job as `astro dev` and `astro build` want it. */
export function siteInputOf({ entries, ...rest }: RenderJob): SiteInput {
  return { ...rest, entries: Array.from(entries.values(), ({ entry }) => entry) }
}
