import { dayOf, firstDayOf } from '../days.ts'
import { nameOf, type Entry } from '../entries.ts'
import type { EntryId } from '../ids.ts'
import type { Sources } from '../sources.ts'
import { order, type List } from './list.ts'

/** What a page may ask of the entries that are called as it is. */
export interface Namesakes {
  /** Which of those with this `titleKey` it is: 1 for the first, and for the only one. */
  placeAmongNamesakes(titleKey: string, id: EntryId): number
}

/** An entry with a page of its own. */
export type EntryWithPage = Exclude<Entry, { kind: 'deal' | 'person' }>

/** What tells the title of the page of an entry from others: what it says, of whatever kind the entry is. */
export function titleKey(entry: EntryWithPage): string {
  return partsOf(entry)
    .filter((part) => part !== '')
    .join(', ')
}

function partsOf(entry: EntryWithPage): readonly string[] {
  const name = nameOf(entry)
  switch (entry.kind) {
    case 'article':
      return [name, dayOf(entry.firstPublishedAt)]
    case 'notice':
      return [`${entry.noticeKind}: ${name}`, dayOf(entry.firstPublishedAt)]
    case 'event':
      // The title of one that comes back has the day of its next time: another one from week to week.
      return [name, entry.recurrence ? '' : firstDayOf(entry), entry.place]
    case 'advertisement':
      // Both kinds that are sponsored have the same words before the name.
      return [
        `${entry.advertisementKind === 'advertisement' ? 'advertisement' : 'sponsored'} ${entry.sponsor}: ${name}`,
      ]
    case 'edition':
      return [name, entry.publicationDay]
    case 'organisation':
    case 'business':
    case 'liveabilityProject':
    case 'infoPage':
      return [name]
  }
}

const keyOf = (entry: Entry | null) =>
  entry === null || entry.kind === 'deal' || entry.kind === 'person' ? null : titleKey(entry)

type Called = Pick<Entry, 'id' | 'slug'>

/** Who came later has a number behind its slug, as a rule, so it stands behind who was there: 9 before 10. */
const bySlug = (a: Called, b: Called) =>
  a.slug.length - b.slug.length || order(a.slug, b.slug) || order(a.id, b.id)

/** Who is called alike; a page asks of its own name only. Not on shelves: nearly every entry would have one to itself. */
export function namesakes({ note, touch }: Sources): List<Namesakes> {
  const called = new Map<string, readonly Called[]>()
  const sourceOf = (key: string) => `called ${key}`

  function put(key: string, entries: readonly Called[]): void {
    if (entries.length === 0) called.delete(key)
    else called.set(key, entries)
    touch(sourceOf(key))
  }

  return {
    queries: {
      placeAmongNamesakes(key, id) {
        note(sourceOf(key))
        return (called.get(key) ?? []).findIndex((entry) => entry.id === id) + 1 || 1
      },
    },
    // They have their pages as what they are.
    pages: [],
    take(changes) {
      for (const { before, after } of changes) {
        const [was, is] = [keyOf(before), keyOf(after)]
        if (was === is && before?.slug === after?.slug && before?.id === after?.id) continue
        if (was !== null)
          put(
            was,
            (called.get(was) ?? []).filter(({ id }) => id !== before!.id),
          )
        if (is !== null) {
          const { id, slug } = after!
          put(is, [...(called.get(is) ?? []), { id, slug }].toSorted(bySlug))
        }
      }
    },
  }
}
