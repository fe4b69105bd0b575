import { pathOf, type EntryId } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import type { Link } from './link.ts'

/** The link to a business; null without one, and when it is not published. */
export function businessLinkOf(site: Site, id: EntryId | null): Link | null {
  const business = id === null ? null : site.businessById(id)
  return business && { href: pathOf(business), title: business.name }
}
