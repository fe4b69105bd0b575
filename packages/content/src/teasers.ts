/**
 * What lists show of an entry. A teaser has no id and no body: it is compared by what it says, so an edited text
 * leaves lists as they are. Made once of each entry, because an entry never changes in place.
 */
import { pathOf } from './addresses.ts'
import { firstDayOf, lastDayOf } from './days.ts'
import type { Article, Entry, EntryKind, Event, Organisation } from './entries.ts'

/** Enough for `pathOf`. */
export type Address<K extends EntryKind = EntryKind> = Pick<Extract<Entry, { kind: K }>, 'kind' | 'slug'>

/** A page of an entry with the moment of its last change, ISO in UTC. */
export interface DatedAddress {
  readonly path: string
  readonly updatedAt: string
}

export type ArticleTeaser = Omit<Article, 'id' | 'body' | 'updatedAt' | 'organisation'>
export type EventTeaser = Omit<Event, 'id' | 'body' | 'photo' | 'updatedAt' | 'organisation' | 'price'> & {
  /** In the Netherlands, such as `2026-11-28`. */
  readonly firstDay: string
  readonly lastDay: string
}
export type OrganisationTeaser = Pick<Organisation, 'kind' | 'slug' | 'name' | 'summary' | 'photo'>
export type OrganisationLink = Pick<Organisation, 'kind' | 'slug' | 'name'>

export const articleTeaser = ofEach(
  ({ kind, slug, title, summary, photo, firstPublishedAt }: Article): ArticleTeaser => ({
    kind,
    slug,
    title,
    summary,
    photo,
    firstPublishedAt,
  }),
)

export const eventTeaser = ofEach((event: Event): EventTeaser => {
  const { kind, slug, title, summary, startsAt, endsAt, isAllDay, place, isCancelled } = event
  const days = { firstDay: firstDayOf(event), lastDay: lastDayOf(event) }
  return { kind, slug, title, summary, startsAt, endsAt, isAllDay, place, isCancelled, ...days }
})

export const organisationTeaser = ofEach(
  ({ kind, slug, name, summary, photo }: Organisation): OrganisationTeaser => ({
    kind,
    slug,
    name,
    summary,
    photo,
  }),
)

export const organisationLink = ofEach(({ kind, slug, name }: Organisation): OrganisationLink => ({
  kind,
  slug,
  name,
}))

export const datedAddress = ofEach((entry: Entry): DatedAddress => {
  return { path: pathOf(entry), updatedAt: entry.updatedAt }
})

function ofEach<E extends Entry, T>(make: (entry: E) => T): (entry: E) => T {
  const made = new WeakMap<E, T>()
  return (entry) => {
    let answer = made.get(entry)
    if (answer === undefined) {
      answer = make(entry)
      made.set(entry, answer)
    }
    return answer
  }
}
