import { blocksToHtml, dayOf, type Deal, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { businessLinkOf } from './business-link.ts'
import { cardOf, type Card } from './card.ts'
import { dayAndMonthOf, type Moment } from './dates.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { pictureOf, type Picture } from './picture.ts'

export interface DealsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly deals: readonly DealItem[]
  readonly empty: EmptyList | null
}

export interface DealItem {
  /** For the address of the heading. */
  readonly id: string
  readonly title: string
  readonly until: Moment
  readonly business: Link | null
  readonly picture: Picture | null
  /** Safe HTML. */
  readonly body: string
}

export function dealsPage(site: Site): DealsPage {
  const { name } = site.wijk()
  const deals = site.currentDeals().map((deal) => dealOf(site, deal))
  return {
    frame: frameOf(site, {
      path: '/aanbiedingen/',
      title: texts.deals,
      description: texts.dealsDescription(name),
    }),
    title: texts.deals,
    intro: deals.length > 0 ? texts.dealsIntro(name) : '',
    deals,
    empty: deals.length > 0 ? null : emptyList(site, texts.noDeals),
  }
}

export function dealOf(site: Site, deal: Deal): DealItem {
  const { slug, title, body, business } = deal
  return {
    id: idOf(slug),
    title,
    until: untilOf(deal),
    business: businessLinkOf(site, business),
    picture: pictureOf(site, deal.photo),
    body: blocksToHtml(body, { firstHeading: 3, anchor: `${idOf(slug)}-kop-` }),
  }
}

/** The `count` that end first, as cards that lead to them: for a page with other things on it. */
export function dealCards(site: Site, count: number): readonly Card[] {
  return site.firstDeals(count).map((deal) =>
    cardOf({
      href: `/aanbiedingen/#${idOf(deal.slug)}`,
      title: deal.title,
      published: untilOf(deal),
      note: businessLinkOf(site, deal.business)?.title ?? '',
    }),
  )
}

/** With a word in front: a slug may begin with a digit, or be the name of another part of the page. */
const idOf = (slug: Slug) => `aanbieding-${slug}`

function untilOf({ endsAt }: Pick<Deal, 'endsAt'>): Moment {
  // What ends at midnight ends on the day before.
  const lastDay = dayOf(new Date(Date.parse(endsAt) - 1).toISOString())
  return { iso: endsAt, text: texts.upToLong(dayAndMonthOf(lastDay)) }
}
