/** A wijk of any size, with Dutch articles put together from parts: for trying out how things go when there is much. */
import { isSlug, type BlockNode } from '@wijkpers/content'
import { at, dayOf } from './calendar.ts'
import type { DemoArticle, DemoInfoPage, DemoSettings, DemoWijk } from './demo-wijk.ts'
import { drawFacts, fillIn, type Facts } from './generator/facts.ts'
import { infoPagesOf } from './generator/info-pages.ts'
import { chance, type Chance } from './generator/random.ts'
import { GATHERINGS } from './generator/topics/gatherings.ts'
import { PEOPLE } from './generator/topics/people.ts'
import { PLANS } from './generator/topics/plans.ts'
import type { Topic } from './generator/topics/topic.ts'
import { PICTURE_CREDIT } from './pictures.ts'
import { textToBlocks } from './text-to-blocks.ts'

export interface GenerateOptions {
  /** Address of the wijk; its name follows from it. */
  readonly slug: string
  /** How many entries there are in all, a few of which are info pages. */
  readonly pages: number
  /** Another seed is another wijk. */
  readonly seed: number
  readonly now: Date
}

const TOPICS = [...GATHERINGS, ...PEOPLE, ...PLANS]
const SHARE_WITH_PICTURE = 0.2
/** Days between two articles while the wijk is not older than MAX_AGE_DAYS. */
const DAYS_BETWEEN = 3
const MAX_AGE_DAYS = 3650
const COLOURS = ['#8a3b52', '#2f6b4f', '#1f6f8b', '#b4472e', '#5b4b8a', '#8a6414'] as const

/**
 * A wijk with `pages` entries, newest article first; the same options give the same wijk, on every machine.
 * Throws a TypeError for a slug that cannot be an address or a number of pages that is no whole number above zero.
 */
export function generateWijk({ slug, pages, seed, now }: GenerateOptions): DemoWijk {
  if (!isSlug(slug) || slug.length > 63) throw new TypeError(`‘${slug}’ cannot be the address of a wijk`)
  if (!Number.isInteger(pages) || pages < 1)
    throw new TypeError(`pages is ${pages}, expected a whole number above zero`)
  const wijk = settingsOf(slug, chance(`${seed}/${slug}`))
  const infoPages: DemoInfoPage[] = infoPagesOf(wijk).slice(0, Math.floor(pages / 5))
  const count = pages - infoPages.length
  const span = Math.min(count * DAYS_BETWEEN, MAX_AGE_DAYS)
  const taken = new Set<string>()
  const articles = Array.from({ length: count }, (_, index) => {
    const drawn = chance(`${seed}/${slug}/${index}`)
    const day = dayOf(now) - 1 - Math.floor((index * span) / count)
    return makeArticle(drawn, day, taken)
  })
  return { wijk, entries: [...infoPages, ...newestFirst(articles)] }
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

function makeArticle(drawn: Chance, day: number, taken: Set<string>): DemoArticle {
  const { topic, facts, title, slug } = chooseTitle(drawn, taken)
  const [picture, alt] = drawn.pick(topic.pictures)
  return {
    kind: 'article',
    slug,
    title,
    summary: fillIn(drawn.pick(topic.summaries), facts),
    body: makeBody(drawn, topic, facts),
    photo: drawn.happens(SHARE_WITH_PICTURE) ? { picture, alt, credit: PICTURE_CREDIT } : null,
    firstPublishedAt: at(day, `${drawn.between(7, 21)}:${drawn.between(0, 59)}`),
  }
}

/** Draws until a title is new; where chance gives no more, the title gets a number. */
function chooseTitle(drawn: Chance, taken: Set<string>) {
  for (let round = 1; ; round++) {
    const topic = drawn.pick(TOPICS)
    const facts = drawFacts(drawn)
    const number = round > 20 ? ` (${round})` : ''
    const title = fillIn(drawn.pick(topic.titles), facts) + number
    const slug = slugOf(title)
    if (taken.has(slug)) continue
    taken.add(slug)
    return { topic, facts, title, slug }
  }
}

function makeBody(drawn: Chance, topic: Topic, facts: Facts): BlockNode[] {
  const middles = drawn.some(topic.middles, drawn.between(3, topic.middles.length))
  const half = Math.ceil(middles.length / 2)
  const items = drawn.some(topic.list.items, drawn.between(3, topic.list.items.length))
  const parts = [
    drawn.pick(topic.openings),
    ...middles.slice(0, half),
    ...(drawn.happens(0.5) ? [`> ${drawn.pick(topic.quotes)}`] : []),
    ...middles.slice(half),
    ...drawn.some(topic.asides, drawn.between(0, 2)),
    ...(drawn.happens(0.6) ? [`## ${topic.list.heading}`, items.map((item) => `- ${item}`).join('\n')] : []),
    drawn.pick(topic.closings),
  ]
  // Filled in per part, because a part that begins with a fact begins a sentence.
  return textToBlocks(parts.map((part) => fillIn(part, facts)).join('\n\n'))
}

function newestFirst(articles: readonly DemoArticle[]): DemoArticle[] {
  return articles.toSorted((one, other) => other.firstPublishedAt.localeCompare(one.firstPublishedAt))
}

function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return words.slice(0, 80).replaceAll(/^-|-$/g, '')
}
