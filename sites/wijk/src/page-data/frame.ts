/** What is around every page: head, name, menu, state of the wijk, contact. */
import { shareCardOfWijk, shareCardPath, type ShareCard } from '@wijkpers/content'
import { shared, type Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { wijkAlternates, type Alternate } from './alternates.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { contactFrom, contactOf, type Contact } from './contact.ts'
import { logoOf, type Logo } from './logo.ts'
import { isEmptyList } from './lists.ts'
import { menuOf, placeInMenu, type Menu } from './menu.ts'
import { longDay, shortDate, type Moment } from './dates.ts'
import type { Picture } from './picture.ts'
import { structuredSite } from './structured-data.ts'
import { wijkStyle, type WijkStyle } from './style.ts'

/** What a page says of itself. */
export interface PageHead {
  /** Path on the site with slashes at both ends; null for a page that is found at any address (404). */
  readonly path: string | null
  /** Null for the home page, which has the name of the wijk. */
  readonly title: string | null
  /** What tells it from pages with the same title, such as a day: in its title for tabs and search engines. */
  readonly titleNote?: string
  readonly description: string
  /** It is a list with nothing in it now. */
  readonly isEmpty?: boolean
  readonly picture?: Picture | null
  /** What is shown with a shared link; that of the wijk when left out. */
  readonly card?: ShareCard | null
  /** Feeds and calendars of what this page is about. */
  readonly alternates?: readonly Alternate[]
  /** When what it shows was last published, ISO in UTC; left out for a list. */
  readonly updatedAt?: string
  /** Present for an article: when it was first published, ISO in UTC. */
  readonly article?: { readonly publishedAt: string }
}

export interface Frame {
  readonly title: string
  readonly description: string
  /** Absolute; null for the 404 page. */
  readonly canonical: string | null
  /** Whether search engines may have it: not what is found at any address, and not a list while it is empty. */
  readonly isIndexed: boolean
  readonly openGraph: readonly Property[]
  /** JSON-LD of where the page stands, safe inside a script element. */
  readonly structuredData: string | null
  /** Feeds and calendars of this page. */
  readonly alternates: readonly Alternate[]
  /** The day it was last published, for on paper; null for a list. */
  readonly updated: Moment | null
  readonly head: CommonHead
  readonly top: Top
  readonly foot: Foot
}

/** What the head of every page has. */
export interface CommonHead {
  readonly style: WijkStyle
  /** Feeds and calendars of the whole wijk. */
  readonly alternates: readonly Alternate[]
}

/** What is above every page at one place of the menu. */
export interface Top {
  readonly wijk: string
  readonly logo: Logo | null
  /** Whether the name has a word that would not fit a phone in the largest type. */
  readonly hasLongName: boolean
  readonly tagline: string
  readonly isHome: boolean
  readonly menu: Menu
  /** Null while the wijk makes news. */
  readonly notice: Notice | null
}

/** What is below every page. */
export interface Foot {
  readonly wijk: string
  readonly contact: Contact | null
  /** Whether its list of what is paid for today is linked to: from the front page alone, for it would make every page anew when a sponsor comes or goes. */
  readonly hasSponsors: boolean
}

/** Why no news is added, and who to talk to about it. */
export interface Notice {
  readonly title: string
  /** Paragraphs. */
  readonly texts: readonly string[]
  readonly contact: Contact | null
  /** Whether it is that of the people behind the site. */
  readonly isOurs: boolean
}

interface Property {
  readonly property: string
  readonly content: string
}

/** Letters of the largest type on a screen of 320 px: measured with the widest of the typefaces. */
const FITTING_LETTERS = 13

export function frameOf(site: Site, head: PageHead): Frame {
  const wijk = site.wijk()
  const isHome = head.path === HOME
  return {
    title:
      head.title === null
        ? homeTitle(wijk.name, wijk.tagline)
        : `${[head.title, head.titleNote].filter(Boolean).join(', ')} – ${wijk.name}`,
    description: head.description,
    canonical: head.path === null ? null : site.siteUrl() + head.path,
    isIndexed: head.path !== null && head.isEmpty !== true && !isEmptyList(site, head.path),
    openGraph: openGraphOf(site, head),
    structuredData: isHome
      ? structuredSite(site, head.description)
      : breadcrumbs(site, head.path, head.title),
    alternates: head.alternates ?? [],
    updated: head.updatedAt === undefined ? null : shortDate(head.updatedAt),
    head: shared(site, commonHead),
    top: shared(site, topAt, placeInMenu(head.path)),
    foot: shared(site, footOf, isHome ? HOME : ''),
  }
}

const HOME = '/'

function commonHead(site: Site): CommonHead {
  return { style: wijkStyle(site), alternates: wijkAlternates(site) }
}

function topAt(site: Site, place: string): Top {
  const { name, tagline } = site.wijk()
  return {
    wijk: name,
    logo: logoOf(site),
    hasLongName: name.split(/[\s-]+/).some((word) => word.length > FITTING_LETTERS),
    tagline,
    isHome: place === HOME,
    menu: menuOf(site, place),
    notice: noticeOf(site),
  }
}

function footOf(site: Site, place: string): Foot {
  return {
    wijk: site.wijk().name,
    contact: contactOf(site),
    hasSponsors: place === HOME && site.hasAdvertisements(),
  }
}

const homeTitle = (name: string, tagline: string) => (tagline === '' ? name : `${name} – ${tagline}`)

function noticeOf(site: Site): Notice | null {
  const { name, state, rest } = site.wijk()
  if (state !== 'resting' && state !== 'archived') return null
  const { title, text, invitation } = texts[state]
  const since = rest.since === null ? '' : texts.since(longDay(rest.since).text)
  // Whom to call as the people of the wijk put it, or the address of the site itself; what can be dialled is a link.
  const theirs = contactFrom(null, rest.contact)
  const contact = rest.contact === '' ? contactOf(site) : theirs?.phone?.number ? theirs : null
  const canAsk = contact !== null || rest.contact !== ''
  const paragraphs = [
    state === 'resting' ? rest.why : '',
    [since, text(name)].filter((part) => part !== '').join(' '),
    canAsk ? `${invitation(name)} ${contact ? '' : rest.contact}` : '',
  ]
  const said = paragraphs.map((part) => part.trim()).filter((part) => part !== '')
  return { title, texts: said, contact, isOurs: contact !== theirs }
}

/** Pixels: as `@wijkpers/images/draw-card` draws it. */
const CARD_SIZE = { width: 1200, height: 630 }

function openGraphOf(site: Site, head: PageHead): Property[] {
  const { path, title, description, picture, article, updatedAt } = head
  const wijk = site.wijk()
  if (path === null) return []
  const card = head.card ?? shareCardOfWijk(wijk)
  const cardAlt = card.title === wijk.name ? wijk.name : `${card.title} – ${wijk.name}`
  return [
    ['og:site_name', wijk.name],
    ['og:locale', 'nl_NL'],
    ['og:type', article ? 'article' : 'website'],
    ['og:title', title ?? wijk.name],
    ['og:description', description],
    ['og:url', site.siteUrl() + path],
    // Most apps show the first one, and some of those know no WebP: the card is a PNG that also fits a square.
    ...imageOf(site, { src: shareCardPath(card), ...CARD_SIZE, alt: cardAlt }, 'image/png'),
    ...(picture ? imageOf(site, picture, 'image/webp') : []),
    ['article:published_time', article?.publishedAt],
    ['article:modified_time', article && updatedAt],
  ].flatMap(([property, content]) => (property && content ? [{ property, content }] : []))
}

type ImageFacts = Pick<Picture, 'src' | 'width' | 'height' | 'alt'>

function imageOf(site: Site, { src, width, height, alt }: ImageFacts, type: string): string[][] {
  return [
    ['og:image', site.siteUrl() + src],
    ['og:image:type', type],
    ['og:image:width', String(width)],
    ['og:image:height', String(height)],
    ['og:image:alt', alt],
  ]
}
