/**
 * **Former address**: an address of an entry at which it was online, and is not any more. Whoever comes there is brought to
 * where the entry is now (**moved**), or reads that it is no more (**gone**). Kept by the CMS, for ever.
 *
 * Nobody has to take one back: for as long as an entry is online at the address, it is that entry's.
 */
import { pathOf, placePath } from './addresses.ts'
import type { Entry, EntryKind } from './entries.ts'
import { RESERVED_SLUGS, STANDING_SLUGS, type EntryId, type Slug } from './ids.ts'
import type { Sources } from './sources.ts'

/** An address that an entry has left. */
export interface FormerAddress {
  readonly kind: EntryKind
  readonly slug: Slug
  /** The entry that was online there last; online elsewhere by now, or not any more. */
  readonly entry: EntryId
}

/** What is to be found at a former address. */
export interface FormerPage {
  /** Path of the page that the entry has now, with slashes at both ends; null when it is gone. */
  readonly movedTo: string | null
}

/** What a page may ask of former addresses. */
export interface FormerPages {
  /** The paths of all of them where nothing is online now, with slashes at both ends, in a fixed order. */
  formerPaths(): readonly string[]
  /** What is at such a path; null when it is none, or when something is online there. */
  formerPage(path: string): FormerPage | null
}

/** Content that tells what is online where. */
export interface Online {
  /** The entry with a page of its own at this address; null for none. */
  readonly at: (kind: EntryKind, slug: Slug) => Entry | null
  readonly byId: (id: EntryId) => Entry | null
  /** Those that had a page of their own until a day that is over, among those that are asked for. */
  readonly ended: (isAsked: (entry: Entry) => boolean) => readonly Entry[]
  /** Where the pages of places were that have another address by now, and that address. */
  readonly movedPlaces: () => ReadonlyMap<string, string>
}

/** The same for two that say something of one address: the later one counts. */
export function addressKey({ kind, slug }: Pick<FormerAddress, 'kind' | 'slug'>): string {
  return `${kind} ${slug}`
}

const hasOwnPage = (kind: EntryKind) => kind !== 'deal' && kind !== 'person'

/** Source: `former addresses`, and those of `online`. */
export function formerPages({ note, touch }: Sources, online: Online) {
  let given: readonly FormerAddress[] = []
  let byPath: ReadonlyMap<string, FormerAddress> = new Map()

  /** Where what ended was, for as long as it is in the CMS; unless another is online there. */
  const endedPaths = (isAsked: (entry: Entry) => boolean) =>
    online
      .ended(isAsked)
      .filter(({ kind, slug }) => !online.at(kind, slug))
      .map(pathOf)

  function formerPage(path: string): FormerPage | null {
    // Asked of every page there is, so not of places when it is none.
    const place = path.startsWith(placePath('').slice(0, -1)) ? online.movedPlaces().get(path) : undefined
    if (place !== undefined) return { movedTo: place }
    note('former addresses')
    const former = byPath.get(path)
    if (!former) return endedPaths((entry) => pathOf(entry) === path).length > 0 ? { movedTo: null } : null
    if (online.at(former.kind, former.slug)) return null
    const entry = online.byId(former.entry)
    return { movedTo: entry && hasOwnPage(entry.kind) ? pathOf(entry) : null }
  }

  const queries: FormerPages = {
    formerPage,
    formerPaths() {
      note('former addresses')
      const left = [...byPath.keys()].filter((path) => formerPage(path) !== null)
      const ended = endedPaths((entry) => !byPath.has(pathOf(entry)))
      const places = online.movedPlaces().keys()
      return [...new Set([...left, ...ended, ...places])].toSorted()
    },
  }

  return {
    queries,
    /** From now on these are the former addresses. */
    take(addresses: readonly FormerAddress[]): void {
      if (addresses === given) return
      given = addresses
      const next = new Map<string, FormerAddress>()
      for (const address of addresses) if (isFree(address)) next.set(pathOf(address), address)
      byPath = new Map([...next].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      touch('former addresses')
    },
  }
}

/** Whether the site itself has nothing at such an address: it may have come to have since, or have its own text there again. */
function isFree({ kind, slug }: FormerAddress): boolean {
  if (RESERVED_SLUGS[kind]?.has(slug)) return false
  return kind === 'infoPage' ? !STANDING_SLUGS.has(slug) : hasOwnPage(kind)
}
