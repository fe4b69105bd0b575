/**
 * Identifiers. Each is a branded string, so that the id of a wijk is never taken
 * for the id of an entry; `parse...` refuses what has the wrong form.
 */
import type { EntryKind } from './entries.ts'

/** A wijk, for ever: the Strapi documentId. */
export type WijkId = string & { readonly __brand: 'WijkId' }
/** An entry, for ever: the Strapi documentId. */
export type EntryId = string & { readonly __brand: 'EntryId' }
/** The last part of an address: lower case letters, digits and single hyphens, at most 80 characters. */
export type Slug = string & { readonly __brand: 'Slug' }

const documentId = /^[a-z0-9]{8,64}$/
const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Longest slug; keeps addresses readable and below the limits of file systems. */
const MAX_SLUG_LENGTH = 80

/** Slugs that an entry of a kind cannot have: the site itself has pages at, or below, its address. */
export const RESERVED_SLUGS: Readonly<Partial<Record<EntryKind, ReadonlySet<string>>>> = {
  infoPage: new Set([
    '404',
    '410',
    'aanbiedingen',
    'aanbod',
    'agenda',
    'archief',
    'deel',
    'foto',
    'insluiten',
    'leeg',
    'nieuws',
    'ondernemers',
    'op-je-eigen-site',
    'open-data',
    'organisaties',
    'pdf',
    'prikbord',
    'projecten',
    'sponsors',
    'stijl',
    'thema',
    'volgen',
    'wie-is-wie',
    'wijkkrant',
    'winkels',
    'zoeken',
  ]),
  event: new Set(['archief', 'maand', 'plek', 'week']),
  notice: new Set(['soort']),
}

/** Addresses at which every site has a text of its own for as long as its editors wrote no info page there. */
export const STANDING_SLUGS: ReadonlySet<string> = new Set([
  'colofon',
  'contact',
  'huisregels',
  'privacy',
  'toegankelijkheid',
])

/** Whether `text` has the form of a slug. */
export function isSlug(text: string): text is Slug {
  return text.length <= MAX_SLUG_LENGTH && slug.test(text)
}

const domain = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** Whether `text` is a domain as the CMS keeps one, such as `molenwijk.nl`: of the hosts that there are (packages/releases), those that can be bought. */
export function isDomain(text: string): boolean {
  return domain.test(text)
}

/** Whether `text` has the form of an id that Strapi gives. */
export function isDocumentId(text: string): boolean {
  return documentId.test(text)
}

/** The id of a wijk, or a TypeError when `text` cannot be one. */
export function parseWijkId(text: string): WijkId {
  if (!isDocumentId(text)) throw new TypeError(`not the id of a wijk: ${JSON.stringify(text)}`)
  return text as WijkId
}
