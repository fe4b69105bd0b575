/** JSON-LD of schema.org: data in a script element, which browsers do not run. */
import {
  shareCardOf,
  shareCardPath,
  dayOf,
  languageTag,
  pathOf,
  type Article,
  type Business,
  type Entry,
  type Event,
  type Organisation,
} from '@wijkpers/content'
import type { EventTeaser, Site } from '@wijkpers/content/site'
import type { Link } from './link.ts'
import { logoOf } from './logo.ts'
import { phoneFrom } from './phone.ts'
import type { Picture } from './picture.ts'
import { scriptSafe } from './script-safe.ts'

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
    inLanguage: languageTag(article.language),
    isAccessibleForFree: true,
    image: imagesOf(site, article, picture),
    author: article.author === '' ? publisherOf(site) : { '@type': 'Person', name: article.author },
    publisher: publisherOf(site),
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
  const { title, startsAt, endsAt, isAllDay, isCancelled, movedFrom } = event
  const state = isCancelled ? 'EventCancelled' : movedFrom ? 'EventRescheduled' : 'EventScheduled'
  const { description, picture, organisation, isFree } = more
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description,
    url: siteUrl + pathOf(event),
    startDate: isAllDay ? firstDay : startsAt,
    ...(isAllDay ? { endDate: lastDay } : endsAt !== null && { endDate: endsAt }),
    eventStatus: `https://schema.org/${state}`,
    ...(movedFrom && { previousStartDate: isAllDay ? dayOf(movedFrom) : movedFrom }),
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: placeOf(site, event),
    inLanguage: languageTag(event.language),
    ...(isFree && { isAccessibleForFree: true }),
    image: imagesOf(site, event, picture),
    ...(organisation && {
      organizer: { '@type': 'Organization', name: organisation.title, url: siteUrl + organisation.href },
    }),
  })
}

/** In words where that is all that is known; of a place on the map, where it is. */
function placeOf(site: Site, { place, address, point }: Pick<Event, 'place' | 'address' | 'point'>): object {
  const { name } = site.wijk()
  return {
    '@type': 'Place',
    name: place || address || name,
    address: site.wijk().municipality === '' ? address || place || name : addressOf(site, address),
    ...(point && { geo: { '@type': 'GeoCoordinates', ...point } }),
  }
}

/** A postal address as far as it is known. Properties: https://schema.org/PostalAddress */
function addressOf(site: Site, address: string): object {
  const { municipality } = site.wijk()
  return {
    '@type': 'PostalAddress',
    ...(address && { streetAddress: address }),
    ...(municipality && { addressLocality: municipality }),
    addressCountry: 'NL',
  }
}

/** A number as it is dialled; nothing when there is none. */
function telephoneOf(written: string | null): { readonly telephone?: string } {
  const href = phoneFrom(written)?.number?.href
  return href ? { telephone: href.replace('tel:', '') } : {}
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
  const { name, address, point, phone, email } = business
  const { description, picture, website, hours } = more
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    name,
    description,
    url: siteUrl + pathOf(business),
    address: addressOf(site, address),
    ...(point && { geo: { '@type': 'GeoCoordinates', ...point } }),
    ...telephoneOf(phone),
    ...(email && { email }),
    ...(website && { sameAs: website.href }),
    image: imagesOf(site, business, picture),
    ...(hours.length > 0 && { openingHoursSpecification: hours }),
  })
}

/** An Organization. Properties: https://schema.org/Organization */
export function structuredOrganisation(
  site: Site,
  organisation: Organisation,
  more: { readonly description: string; readonly picture: Picture | null; readonly website: Link | null },
): string {
  const { name, address, email, phone } = organisation
  const { description, picture, website } = more
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    description,
    url: site.siteUrl() + pathOf(organisation),
    ...(address && { address: addressOf(site, address) }),
    ...telephoneOf(phone),
    ...(email && { email }),
    ...(website && { sameAs: website.href }),
    image: imagesOf(site, organisation, picture),
  })
}

/** The site itself, a WebSite. Properties: https://schema.org/WebSite */
export function structuredSite(site: Site, description: string): string {
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.wijk().name,
    description,
    url: `${site.siteUrl()}/`,
    inLanguage: 'nl',
    publisher: publisherOf(site),
  })
}

function publisherOf(site: Site): object {
  const logo = logoOf(site)
  return {
    '@type': 'Organization',
    name: site.wijk().name,
    url: `${site.siteUrl()}/`,
    ...(logo && {
      logo: {
        '@type': 'ImageObject',
        url: site.siteUrl() + logo.src,
        width: logo.width,
        height: logo.height,
      },
    }),
  }
}

/** The photo first, and the card that is there for every entry with a page of its own. */
function imagesOf(site: Site, entry: Entry, picture: Picture | null): string[] {
  const card = shareCardOf(entry, site.wijk())
  return [picture?.src, card && shareCardPath(card)].flatMap((src) => (src ? [site.siteUrl() + src] : []))
}
