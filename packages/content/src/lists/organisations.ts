import type { Organisation } from '../entries.ts'
import type { EntryId, Slug } from '../ids.ts'
import { createShelf, createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import {
  organisationLink,
  type OrganisationLink,
  organisationTeaser,
  type OrganisationTeaser,
} from '../teasers.ts'
import { byName, ofKind, type List } from './list.ts'

/** What a page may ask of organisations. */
export interface Organisations {
  /** All organisations by name. */
  organisations(): readonly OrganisationTeaser[]
  /** The same with all that there is, for open data. */
  fullOrganisations(): readonly Organisation[]
  hasOrganisations(): boolean
  /** The ids of all organisations, in a fixed order. */
  organisationIds(): readonly EntryId[]
  organisation(slug: Slug): Organisation | null
  /** What a link to an organisation needs; null when it is not published. */
  organisationById(id: EntryId): OrganisationLink | null
}

export function organisations(sources: Sources): List<Organisations> {
  const organisations = createShelf<Organisation>('organisations', byName, sources)
  const organisationsById = createShelves('organisation', ({ id }: Organisation) => id, byName, sources)
  return {
    queries: {
      organisations: () => organisations.all().map(organisationTeaser),
      fullOrganisations: () => organisations.all(),
      hasOrganisations: () => organisations.slugs().length > 0,
      organisationIds: () => organisationsById.keys().toSorted(),
      organisation: (slug) => organisations.at(slug),
      organisationById(id) {
        const [organisation] = organisationsById.of(id).all()
        return organisation ? organisationLink(organisation) : null
      },
    },
    pages: [organisations],
    take(changes) {
      for (const shelf of [organisations, organisationsById]) shelf.change(ofKind(changes, 'organisation'))
    },
  }
}
