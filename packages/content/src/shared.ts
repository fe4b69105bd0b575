/**
 * What pages that are rendered together have in common, such as the menu: made for the first of them, and the same object for
 * all others. Whoever records what a page reads notes for each of them what was read to make it.
 */
import type { Site } from './queries.ts'

/** Makes a part of pages, of a site and a text alone. */
export type MakePart<T> = (site: Site, of: string) => T

/** Answers a part that was made before, or makes it. */
export type ShareParts = <T>(make: MakePart<T>, of: string) => T

const sharers = new WeakMap<Site, ShareParts>()

/** What `make` makes of `site` and `of`. With a function that has a name of its own: another closure each time would share nothing. */
export function shared<T>(site: Site, make: MakePart<T>, of = ''): T {
  const share = sharers.get(site)
  return share ? share(make, of) : make(site, of)
}

/** From now on what is `shared` on this site is asked of `share`. */
export function shareBy(site: Site, share: ShareParts): void {
  sharers.set(site, share)
}
