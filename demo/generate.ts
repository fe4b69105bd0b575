/** A wijk of any size, with Dutch articles put together from parts: for trying out how things go when there is much. */
import { isSlug } from '@wijkpers/content'
import { dayOf } from './calendar.ts'
import type { DemoArticle, DemoInfoPage, DemoSettings, DemoWijk } from './demo-wijk.ts'
import { makeArticle } from './generator/articles.ts'
import { belongTo, eventsOf, organisationsOf } from './generator/agenda.ts'
import { LISTED, listsOf } from './generator/lists.ts'
import { infoPagesOf } from './generator/info-pages.ts'
import { chance, type Chance } from './generator/random.ts'

export interface GenerateOptions {
  /** Address of the wijk; its name follows from it. */
  readonly slug: string
  /** How many entries there are in all: most are articles. */
  readonly pages: number
  /** Another seed is another wijk. */
  readonly seed: number
  readonly now: Date
}

/** Days between two articles while the wijk is not older than MAX_AGE_DAYS. */
const DAYS_BETWEEN = 3
const MAX_AGE_DAYS = 3650
/** A wijk has an organisation and an event for so many pages; not more events than an agenda can show. */
const PAGES_PER_ORGANISATION = 25
const PAGES_PER_EVENT = 12
const MAX_EVENTS = 60
const COLOURS = ['#8a3b52', '#2f6b4f', '#1f6f8b', '#b4472e', '#5b4b8a', '#8a6414'] as const

/**
 * A wijk with `pages` entries, organisations first and the newest article before older ones; the same options give the same wijk, on every machine.
 * Throws a TypeError for a slug that cannot be an address or a number of pages that is no whole number above zero.
 */
export function generateWijk({ slug, pages, seed, now }: GenerateOptions): DemoWijk {
  if (!isSlug(slug) || slug.length > 63) throw new TypeError(`‘${slug}’ cannot be the address of a wijk`)
  if (!Number.isInteger(pages) || pages < 1)
    throw new TypeError(`pages is ${pages}, expected a whole number above zero`)
  const wijk = settingsOf(slug, chance(`${seed}/${slug}`))
  const infoPages: DemoInfoPage[] = infoPagesOf(wijk).slice(0, Math.floor(pages / 5))
  const organisations = organisationsOf(slug).slice(0, Math.floor(pages / PAGES_PER_ORGANISATION))
  const belonging = belongTo(organisations)
  const today = dayOf(now)
  const events = eventsOf({
    key: `${seed}/${slug}`,
    count: Math.min(MAX_EVENTS, Math.floor(pages / PAGES_PER_EVENT)),
    today,
  }).map(belonging)
  const lists = pages >= 4 * LISTED ? listsOf({ key: `${seed}/${slug}`, today }) : []
  const count = pages - infoPages.length - organisations.length - events.length - lists.length
  const span = Math.min(count * DAYS_BETWEEN, MAX_AGE_DAYS)
  const taken = new Set<string>()
  const articles = Array.from({ length: count }, (_, index) => {
    const drawn = chance(`${seed}/${slug}/${index}`)
    const day = today - 1 - Math.floor((index * span) / count)
    return belonging(makeArticle(drawn, day, taken))
  })
  return { wijk, entries: [...organisations, ...lists, ...infoPages, ...newestFirst(articles), ...events] }
}

function settingsOf(slug: string, drawn: Chance): DemoSettings {
  const name = slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
  return {
    slug,
    name,
    state: 'active',
    tagline: `Nieuws uit ${name}`,
    welcome: `Welkom op de site van ${name}. Hier lees je wat er speelt in de straten om je heen. Heb je zelf nieuws? Laat het de redactie weten.`,
    colour: drawn.pick(COLOURS),
    domain: null,
    contactEmail: `redactie@${slug}.example`,
    contactPhone: '019-555 09 00',
    cbsCode: null,
    cbsVintage: null,
    editors: [],
  }
}

function newestFirst(articles: readonly DemoArticle[]): DemoArticle[] {
  return articles.toSorted((one, other) => other.firstPublishedAt.localeCompare(one.firstPublishedAt))
}
