/** JSON-LD of schema.org: data in a script element, which browsers do not run. */
import { pathOf, type Article, type Business, type Event } from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import type { Link } from './frame.ts'
import type { Picture } from './picture.ts'

/** A NewsArticle. Properties: https://schema.org/NewsArticle */
export function newsArticle(
  site: Site,
  article: Article,
  description: string,
  picture: Picture | null,
): string {
  const siteUrl = site.siteUrl()
  const url = siteUrl + pathOf(article)
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description,
    url,
    mainEntityOfPage: url,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    inLanguage: 'nl',
    isAccessibleForFree: true,
    ...(picture && { image: siteUrl + picture.src }),
    publisher: { '@type': 'Organization', name: site.wijk().name, url: `${siteUrl}/` },
  })
}

/** An Event. Properties: https://schema.org/Event */
export function structuredEvent(
  site: Site,
  event: Event,
  { firstDay, lastDay }: Pick<EventTeaser, 'firstDay' | 'lastDay'>,
  more: {
    readonly description: string
    readonly picture: Picture | null
    readonly organisation: Link | null
    readonly isFree: boolean
  },
): string {
  const siteUrl = site.siteUrl()
  const { title, startsAt, endsAt, isAllDay, isCancelled, place } = event
  const { description, picture, organisation, isFree } = more
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description,
    url: siteUrl + pathOf(event),
    startDate: isAllDay ? firstDay : startsAt,
    ...(isAllDay ? { endDate: lastDay } : endsAt !== null && { endDate: endsAt }),
    eventStatus: `https://schema.org/${isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: place || site.wijk().name, address: place || site.wijk().name },
    inLanguage: 'nl',
    ...(isFree && { isAccessibleForFree: true }),
    ...(picture && { image: siteUrl + picture.src }),
    ...(organisation && {
      organizer: { '@type': 'Organization', name: organisation.title, url: siteUrl + organisation.href },
    }),
  })
}

/** A LocalBusiness. Properties: https://schema.org/LocalBusiness */
export function localBusiness(
  site: Site,
  business: Business,
  more: {
    readonly description: string
    readonly picture: Picture | null
    readonly website: Link | null
    readonly hours: readonly object[]
  },
): string {
  const siteUrl = site.siteUrl()
  const { name, address, phone, email } = business
  const { description, picture, website, hours } = more
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    name,
    description,
    url: siteUrl + pathOf(business),
    address: { '@type': 'PostalAddress', ...(address && { streetAddress: address }), addressCountry: 'NL' },
    ...(phone && { telephone: phone }),
    ...(email && { email }),
    ...(website && { sameAs: website.href }),
    ...(picture && { image: siteUrl + picture.src }),
    ...(hours.length > 0 && { openingHoursSpecification: hours }),
  })
}

/** No text can end the script element or begin a comment in it. */
function scriptSafe(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
