/**
 * What a page may read. Pages never see the content itself, only named queries;
 * so it can be known what each page read, and one process can render many wijken.
 *
 * site input  - all that the public bytes of a site depend on, as plain data
 * site        - the named queries on one site input
 * current site - the site whose pages are being rendered right now
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'
import type { Site, SiteInput } from './queries.ts'

export type { FormerAddress, FormerPage, FormerPages } from './former-addresses.ts'
export { earliest } from './horizon.ts'
export {
  createMovingSite,
  createSite,
  watched,
  type Moved,
  type MovingSite,
  type SiteChange,
  type Watched,
} from './moving-site.ts'
export { photoKey } from './photo-key.ts'
export { sourcesOf, type Site, type SiteInput, type SitePhoto } from './queries.ts'
export type { SearchSegment } from './search-segments.ts'
export { shareBy, shared, type MakePart } from './shared.ts'
export type { Source } from './sources.ts'
export type {
  Address,
  AdvertisementTeaser,
  ArticleTeaser,
  BusinessTeaser,
  DatedAddress,
  EditionTeaser,
  EventTeaser,
  NoticeTeaser,
  OrganisationLink,
  OrganisationTeaser,
  ProjectTeaser,
} from './teasers.ts'

// On globalThis, because the renderer is a bundle with its own copy of this module.
const key = Symbol.for('wijkpers.site')
const world = globalThis as { [key]?: { storage: AsyncLocalStorage<Site>; standing: Site | null } }
const context = (world[key] ??= { storage: new AsyncLocalStorage<Site>(), standing: null })

/** Runs `render` with `site` as the current site, also across awaits. */
export function withSite<T>(site: Site, render: () => T): T {
  return context.storage.run(site, render)
}

/** Makes `site` the current site of this whole process: for `astro dev` and `astro build`, which know one wijk only. */
export function provideSite(site: Site): void {
  context.standing = site
}

/** The current site. Throws outside a render: content kept from an earlier render would be another wijk's. */
export function currentSite(): Site {
  const site = context.storage.getStore() ?? context.standing
  if (!site) throw new Error('No site is being rendered: content can only be read while a page is rendered.')
  return site
}

/** Loose on purpose: a site input is written by our own code and was parsed when it came from the CMS. */
export const siteInputFile = z.custom<SiteInput>(
  (value) =>
    typeof value === 'object' && value !== null && 'wijk' in value && 'entries' in value && 'photos' in value,
  'not a site input: expected an object with wijk, entries and photos',
)
