/** What can be held against the parts of a site that machines read: structured data and feeds. Each answers with faults. */

import { SaxesParser } from 'saxes'

export type Thing = Readonly<Record<string, unknown>> & { readonly '@type'?: string }

/**
 * What search engines need of each type, and what they ask for as far as a wijk always has it:
 * https://developers.google.com/search/docs/appearance/structured-data/search-gallery
 */
export const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author.name', 'publisher.name'],
  Event: ['name', 'startDate', 'location.name', 'location.address', 'eventStatus', 'description', 'image'],
  LocalBusiness: ['name', 'address.addressCountry', 'url', 'image'],
  Organization: ['name', 'url', 'image'],
  BreadcrumbList: ['itemListElement.0.position', 'itemListElement.0.name', 'itemListElement.0.item'],
  WebSite: ['name', 'url'],
}

/** What a search engine would have against a thing of schema.org. */
export function faultsOfThing(thing: Thing): string[] {
  const at = (path: string) =>
    path.split('.').reduce<unknown>((value, key) => (value as Thing | undefined)?.[key], thing)
  const type = thing['@type'] ?? ''
  const missing = (PROPERTIES[type] ?? ['a type that we know']).filter((path) => (at(path) ?? '') === '')
  const isMoved = at('eventStatus') === 'https://schema.org/EventRescheduled'
  return [
    ...missing.map((path) => `${type} without ${path}`),
    ...(isMoved && !at('previousStartDate') ? ['moved, from when?'] : []),
    ...textsIn(thing).flatMap(([key, text]) => {
      if (/^(url|image|item|sameAs|eventStatus|@context)$/.test(key) && !isAddress(text))
        return `${key} is no address: ${text}`
      // A day, or an instant with its offset: https://schema.org/Date
      if (/(Date|datePublished|dateModified)$/.test(key) && !/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text))
        return `${key} is no date: ${text}`
      return []
    }),
  ]
}

/** All texts in a value, with the name of the property that each stands in. */
function textsIn(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, Array.isArray(value) ? key : name))
}

/** What a reader that knows namespaces stumbles over: https://www.w3.org/TR/xml-names/. */
function faultsOfXml(xml: string): string[] {
  const faults: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => faults.push(message))
  parser.write(xml).close()
  return faults
}

const RSS_DATE = /<pubDate>(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT<\/pubDate>/

/** By https://www.rssboard.org/rss-specification, and https://www.rssboard.org/rss-profile for how it is read. */
export function faultsOfRss(xml: string): string[] {
  const [head = '', ...items] = xml.split('<item>')
  const faults = faultsOfXml(xml)
  const need = (part: string, ...patterns: readonly RegExp[]) => {
    for (const pattern of patterns)
      if (!pattern.test(part)) faults.push(`${String(pattern)} is not in ${part.slice(0, 300)}`)
  }
  need(
    head,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<rss version="2\.0"/,
    /<title>[^<]+<\/title>/,
    /<description>[^<]+<\/description>/,
    /<link>https:\/\/[^<\s]+<\/link>/,
    /<language>nl<\/language>/,
  )
  for (const item of items) {
    need(
      item,
      /<title>[^<]+<\/title>/,
      /<link>https:\/\/[^<\s]+<\/link>/,
      /<guid isPermaLink="false">[^<\s]+<\/guid>/,
      /<description>[^<]+<\/description>/,
      RSS_DATE,
    )
    const enclosures = item.match(/<enclosure [^>]*>/g) ?? []
    if (enclosures.length > 1) faults.push(`more than one enclosure in ${item}`)
    for (const enclosure of enclosures)
      need(enclosure, /^<enclosure url="https:\/\/[^"]+" length="[1-9]\d*" type="\w+\/\w+"\/>$/)
    if (item.includes('<content:encoded/>')) faults.push(`an empty text in ${item}`)
    if (item.includes('<content:encoded') && item.indexOf('<content:encoded') < item.indexOf('<description>'))
      faults.push(`the text comes before its summary in ${item}`)
    if (/ (?:src|href)=(?:&quot;|")(?!https?:|mailto:|tel:)/.test(item))
      faults.push(`an address that is not absolute in ${item}`)
  }
  const ids = xml.match(/<guid[^>]*>.*?<\/guid>/g) ?? []
  if (new Set(ids).size !== items.length) faults.push('two items with one id')
  return faults
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isAddress = (value: unknown) =>
  typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value)
// RFC 3339, as `toISOString` writes it.
const isInstant = (value: unknown) =>
  typeof value === 'string' && value.endsWith('Z') && !Number.isNaN(Date.parse(value))
const orNone = (holds: (value: unknown) => boolean) => (value: unknown) => value === undefined || holds(value)

const FEED = {
  version: (value: unknown) => value === 'https://jsonfeed.org/version/1.1',
  title: isText,
  home_page_url: isAddress,
  feed_url: isAddress,
  icon: orNone(isAddress),
  items: Array.isArray,
}
const ITEM = {
  id: isText,
  url: isAddress,
  content_html: (value: unknown) => typeof value === 'string',
  image: orNone(isAddress),
  date_published: isInstant,
  date_modified: isInstant,
  tags: orNone((value) => Array.isArray(value) && value.every(isText)),
}
const ATTACHMENT = { url: isAddress, mime_type: isText, size_in_bytes: Number.isInteger }

/** By https://www.jsonfeed.org/version/1.1/. */
export function faultsOfJsonFeed(json: string): string[] {
  const feed = JSON.parse(json) as Thing & { readonly items: readonly Thing[] }
  const attachments = feed.items.flatMap((item) => (item['attachments'] ?? []) as readonly Thing[])
  return [
    ...against(feed, FEED),
    ...feed.items.flatMap((item) => against(item, ITEM)),
    ...attachments.flatMap((attachment) => against(attachment, ATTACHMENT)),
  ]
}

function against(thing: Thing, rules: Readonly<Record<string, (value: unknown) => boolean>>): string[] {
  return Object.entries(rules).flatMap(([key, holds]) =>
    holds(thing[key]) ? [] : `${key}: ${JSON.stringify(thing[key])}`,
  )
}
