import type { Person } from '../entries.ts'
import { createShelf } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { byName, ofKind, type List } from './list.ts'

/** What a page may ask of the wie-is-wie. */
export interface People {
  /** Everybody by name, with all that there is: they have no pages of their own. */
  persons(): readonly Person[]
  hasPersons(): boolean
}

export function people(sources: Sources): List<People> {
  const persons = createShelf<Person>('persons', byName, sources)
  return {
    queries: { persons: () => persons.all(), hasPersons: () => persons.slugs().length > 0 },
    pages: [],
    take: (changes) => persons.change(ofKind(changes, 'person')),
  }
}
