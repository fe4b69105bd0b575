/** What is around every page: head, name, menu, state of the wijk, contact. */
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { wijkAlternates, type Alternate } from './alternates.ts'
import { menuOf, type Menu } from './menu.ts'
import type { Picture } from './picture.ts'
import { wijkStyle, type WijkStyle } from './style.ts'

/** What a page says of itself. */
export interface PageHead {
  /** Path on the site with slashes at both ends; null for a page that is found at any address (404). */
  readonly path: string | null
  /** Null for the home page, which has the name of the wijk. */
  readonly title: string | null
  readonly description: string
  readonly picture?: Picture | null
  /** Feeds and calendars of what this page is about. */
  readonly alternates?: readonly Alternate[]
  /** Present for an article: when it was first and last published, ISO in UTC. */
  readonly article?: { readonly publishedAt: string; readonly updatedAt: string }
}

export interface Frame {
  readonly title: string
  readonly description: string
  /** Absolute; null for the 404 page, which is not to be indexed. */
  readonly canonical: string | null
  readonly openGraph: readonly Property[]
  /** Feeds and calendars, those of this page first. */
  readonly alternates: readonly Alternate[]
  readonly style: WijkStyle
  readonly wijk: string
  /** Whether the name has a word that would not fit a phone in the largest type. */
  readonly hasLongName: boolean
  readonly tagline: string
  readonly isHome: boolean
  readonly menu: Menu
  /** Null while the wijk makes news. */
  readonly notice: Notice | null
  readonly contact: Contact | null
}

/** Why no news is added, and who to talk to about it. */
export interface Notice {
  readonly title: string
  readonly text: string
  readonly contact: Contact | null
}

interface Property {
  readonly property: string
  readonly content: string
}

export interface Link {
  readonly href: string
  readonly title: string
}

export interface Contact {
  readonly email: string | null
  readonly phone: { readonly text: string; readonly href: string } | null
}

/** Letters of the largest type on a screen of 320 px: measured with the widest of the typefaces. */
const FITTING_LETTERS = 13

export function frameOf(site: Site, head: PageHead): Frame {
  const wijk = site.wijk()
  const isHome = head.path === '/'
  return {
    title: head.title === null ? homeTitle(wijk.name, wijk.tagline) : `${head.title} – ${wijk.name}`,
    description: head.description,
    canonical: head.path === null ? null : site.siteUrl() + head.path,
    openGraph: openGraphOf(site, head),
    alternates: [...(head.alternates ?? []), ...wijkAlternates(site)],
    style: wijkStyle(site),
    wijk: wijk.name,
    hasLongName: wijk.name.split(/[\s-]+/).some((word) => word.length > FITTING_LETTERS),
    tagline: wijk.tagline,
    isHome,
    menu: menuOf(site, head.path),
    notice: noticeOf(site),
    contact: contactOf(site),
  }
}

const homeTitle = (name: string, tagline: string) => (tagline === '' ? name : `${name} – ${tagline}`)

function noticeOf(site: Site): Notice | null {
  const { name, state } = site.wijk()
  if (state !== 'resting' && state !== 'archived') return null
  const contact = contactOf(site)
  const { title, text, invitation } = texts[state]
  return { title, text: contact ? `${text(name)} ${invitation(name)}` : text(name), contact }
}

/** How to reach the people behind the site; null when they left nothing. */
export function contactOf(site: Site): Contact | null {
  const { contactEmail, contactPhone } = site.wijk()
  return contactFrom(contactEmail, contactPhone)
}

/** A mail address and a phone number as links; null when neither can be used. */
export function contactFrom(email: string | null, written: string | null): Contact | null {
  const number = written?.replace(/\(0\)|[^\d+]/g, '') ?? ''
  // Spaces that do not break: a number stays on one line.
  const text = written?.trim().replaceAll(' ', '\u00a0') ?? ''
  const phone = number === '' ? null : { text, href: `tel:${number}` }
  if (!email && !phone) return null
  return { email, phone }
}

function openGraphOf(site: Site, { path, title, description, picture, article }: PageHead): Property[] {
  const { name } = site.wijk()
  if (path === null) return []
  const properties: Record<string, string | number | undefined> = {
    'og:site_name': name,
    'og:locale': 'nl_NL',
    'og:type': article ? 'article' : 'website',
    'og:title': title ?? name,
    'og:description': description,
    'og:url': site.siteUrl() + path,
    'og:image': picture ? site.siteUrl() + picture.src : undefined,
    'og:image:width': picture?.width,
    'og:image:height': picture?.height,
    'og:image:alt': picture?.alt || undefined,
    'article:published_time': article?.publishedAt,
    'article:modified_time': article?.updatedAt,
  }
  return Object.entries(properties).flatMap(([property, content]) =>
    content === undefined ? [] : [{ property, content: String(content) }],
  )
}
