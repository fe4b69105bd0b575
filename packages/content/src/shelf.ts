/**
 * A shelf holds the entries of one kind, or of one part of that kind, in one order. A change costs what it touches:
 * nothing is sorted again, and what can have another answer is known by its sources:
 *
 *   articles         - what any of them says
 *   articles slugs   - which there are, and their order
 *   articles/lente   - the one with this slug
 *   articles~lente   - those beside it
 */
import type { Slug } from './ids.ts'
import type { Sources } from './sources.ts'

interface Shelved {
  readonly slug: Slug
}

/** One entry that came, went or became another object. */
export interface EntryChange<E> {
  readonly before: E | null
  readonly after: E | null
}

/** Whether one entry stands before another: below zero, or above it; zero for the same place, so for one entry only. */
export type Order<E> = (a: E, b: E) => number

export interface Shelf<E> {
  all(): readonly E[]
  slugs(): readonly Slug[]
  at(slug: Slug): E | null
  /** The one before it and the one after it. */
  beside(slug: Slug): { readonly previous: E | null; readonly next: E | null }
  change(changes: readonly EntryChange<E>[]): void
}

/** Above this many at once, sorting all anew is cheaper than putting each in its place. */
const MANY = 64

export function createShelf<E extends Shelved>(
  name: string,
  order: Order<E>,
  { note, touch }: Sources,
): Shelf<E> {
  // A new list at every change: an answer that was given stays as it was.
  let entries: readonly E[] = []
  let slugs: readonly Slug[] | null = []
  const bySlug = new Map<Slug, E>()

  function touchBeside(list: readonly E[], place: number): void {
    for (const entry of list.slice(Math.max(0, place - 1), place + 2)) touch(`${name}~${entry.slug}`)
  }

  /** Of two with one slug the last one counts, however they came. */
  function settle(slug: Slug, list: readonly E[]): void {
    touch(`${name}/${slug}`)
    const found = list.findLast((entry) => entry.slug === slug)
    if (found) bySlug.set(slug, found)
    else bySlug.delete(slug)
  }

  /** Puts an entry that keeps its slug and its place where it was; false when it does not keep them. */
  function putInPlace(list: E[], { before, after }: EntryChange<E>): boolean {
    if (!before || !after || before.slug !== after.slug || order(before, after) !== 0) return false
    const place = placeOf(list, before, order)
    list[place] = after
    touch(`${name}/${after.slug}`)
    touchBeside(list, place)
    if (bySlug.get(after.slug) === before) bySlug.set(after.slug, after)
    return true
  }

  function moveFew(list: E[], changes: readonly EntryChange<E>[]): E[] {
    for (const { before } of changes) {
      if (!before) continue
      const place = placeOf(list, before, order)
      touchBeside(list, place)
      list.splice(place, 1)
    }
    for (const { after } of changes) {
      if (!after) continue
      const place = placeOf(list, after, order)
      list.splice(place, 0, after)
      touchBeside(list, place)
    }
    for (const slug of slugsOf(changes)) settle(slug, list)
    return list
  }

  function moveMany(list: readonly E[], changes: readonly EntryChange<E>[]): E[] {
    const gone = new Set(changes.map(({ before }) => before))
    const put = changes.flatMap(({ after }) => after ?? [])
    const sorted = [...list.filter((entry) => !gone.has(entry)), ...put].sort(order)
    bySlug.clear()
    for (const entry of sorted) bySlug.set(entry.slug, entry)
    for (const slug of slugsOf(changes)) touch(`${name}/${slug}`)
    for (const both of [list, sorted]) for (const { slug } of both) touch(`${name}~${slug}`)
    return sorted
  }

  return {
    all() {
      note(name)
      return entries
    },
    slugs() {
      note(`${name} slugs`)
      slugs ??= entries.map(({ slug }) => slug)
      return slugs
    },
    at(slug) {
      note(`${name}/${slug}`)
      return bySlug.get(slug) ?? null
    },
    beside(slug) {
      note(`${name}~${slug}`)
      const entry = bySlug.get(slug)
      if (!entry) return { previous: null, next: null }
      const place = placeOf(entries, entry, order)
      return { previous: entries[place - 1] ?? null, next: entries[place + 1] ?? null }
    },
    change(changes) {
      if (changes.length === 0) return
      touch(name)
      const list = [...entries]
      const isMany = changes.length > MANY || entries.length === 0
      const moved = isMany ? changes : changes.filter((change) => !putInPlace(list, change))
      if (moved.length > 0) {
        touch(`${name} slugs`)
        slugs = null
      }
      entries = isMany ? moveMany(list, moved) : moveFew(list, moved)
    },
  }
}

/** Shelves by a key, such as the articles of each year; those without a key stand on none. */
export interface Shelves<K, E> {
  /** The keys that have entries, in no order. Source: `<name> keys`. */
  keys(): readonly K[]
  of(key: K): Shelf<E>
  change(changes: readonly EntryChange<E>[]): void
}

export function createShelves<K extends string | number, E extends Shelved>(
  name: string,
  keyOf: (entry: E) => K | null,
  order: Order<E>,
  sources: Sources,
): Shelves<K, E> {
  const shelves = new Map<K, Shelf<E>>()
  const shelfOf = (key: K) => shelves.get(key) ?? createShelf(`${name} ${key}`, order, sources)

  return {
    keys() {
      sources.note(`${name} keys`)
      return [...shelves.keys()]
    },
    of: shelfOf,
    change(changes) {
      const byKey = new Map<K, EntryChange<E>[]>()
      const add = (key: K | null, change: EntryChange<E>) => {
        if (key === null) return
        const others = byKey.get(key)
        if (others) others.push(change)
        else byKey.set(key, [change])
      }
      for (const { before, after } of changes) {
        const [from, to] = [before && keyOf(before), after && keyOf(after)]
        if (from === to) add(from, { before, after })
        else {
          add(from, { before, after: null })
          add(to, { before: null, after })
        }
      }
      for (const [key, ofKey] of byKey) {
        const shelf = shelfOf(key)
        const wasThere = shelves.has(key)
        shelf.change(ofKey)
        const isThere = shelf.slugs().length > 0
        if (isThere) shelves.set(key, shelf)
        else shelves.delete(key)
        if (isThere !== wasThere) sources.touch(`${name} keys`)
      }
    },
  }
}

/** Where `entry` stands in a sorted list, or where it would. */
function placeOf<E>(list: readonly E[], entry: E, order: Order<E>): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(list[middle]!, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function slugsOf<E extends Shelved>(changes: readonly EntryChange<E>[]): Set<Slug> {
  const slugs = new Set<Slug>()
  for (const { before, after } of changes) {
    if (before) slugs.add(before.slug)
    if (after) slugs.add(after.slug)
  }
  return slugs
}
