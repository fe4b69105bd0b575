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

/** What the title of the page of an entry says: kind and name, and the day and place that stand behind it. */
export function titleKey(entry: Entry): string {
  return [entry.kind, nameOf(entry), ...besideName(entry)].join(' · ')
}

function besideName(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'article':
      return [dayOf(entry.firstPublishedAt)]
    case 'notice':
      return [entry.noticeKind, dayOf(entry.firstPublishedAt)]
    case 'event':
      return [firstDayOf(entry), entry.place]
    case 'advertisement':
      return [entry.advertisementKind, entry.sponsor]
    case 'edition':
      return [entry.publicationDay]
    case 'organisation':
    case 'business':
    case 'liveabilityProject':
    case 'infoPage':
    case 'deal':
    case 'person':
      return []
  }
}

/** Who is called alike, by the ids of them; a page asks of its own name only, so an entry that comes changes no other. */
export function namesakes({ note, touch }: Sources): List<Namesakes> {
  const called = new Map<string, readonly EntryId[]>()
  const sourceOf = (key: string) => `called ${key}`

  function put(key: string, ids: readonly EntryId[]): void {
    if (ids.length === 0) called.delete(key)
    else called.set(key, ids)
    touch(sourceOf(key))
  }

  return {
    queries: {
      placeAmongNamesakes(key, id) {
        note(sourceOf(key))
        return (called.get(key) ?? []).indexOf(id) + 1 || 1
      },
    },
    // They have their pages as what they are.
    pages: [],
    take(changes) {
      for (const { before, after } of changes) {
        const [was, is] = [before && titleKey(before), after && titleKey(after)]
        if (was === is && before?.id === after?.id) continue
        if (was !== null)
          put(
            was,
            (called.get(was) ?? []).filter((id) => id !== before!.id),
          )
        if (is !== null) put(is, [...(called.get(is) ?? []), after!.id].toSorted(order))
      }
    },
  }
}
