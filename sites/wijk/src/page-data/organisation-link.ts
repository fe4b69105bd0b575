/** Organisations as others point to them. */
import { pathOf, type EntryId, type Organisation, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import type { Link } from './link.ts'

/** Throws when there is no such organisation: what is about it is made from the list of organisations. */
export function organisationAt(site: Site, slug: Slug): Organisation {
  const organisation = site.organisation(slug)
  if (!organisation) throw new Error(`no organisation with the slug ${slug}`)
  return organisation
}

/** The link to an organisation; null without one, and when it is not published. */
export function organisationLinkOf(site: Site, id: EntryId | null | undefined): Link | null {
  const organisation = id ? site.organisationById(id) : null
  return organisation && { href: pathOf(organisation), title: organisation.name }
}
