import { blocksToHtml, dayOf, type Deal } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { businessLinkOf } from './business-link.ts'
import { dayAndMonthOf, type Moment } from './dates.ts'
import { emptyDeals, type EmptyList } from './empty-list.ts'
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
    empty: deals.length > 0 ? null : emptyDeals(site),
  }
}

export function dealOf(site: Site, deal: Deal): DealItem {
  const { slug, title, body, endsAt, business } = deal
  // What ends at midnight ends on the day before.
  const lastDay = dayOf(new Date(Date.parse(endsAt) - 1).toISOString())
  return {
    // With a word in front: a slug may begin with a digit, or be the name of another part of the page.
    id: `aanbieding-${slug}`,
    title,
    until: { iso: endsAt, text: texts.upToLong(dayAndMonthOf(lastDay)) },
    business: businessLinkOf(site, business),
    picture: pictureOf(site, deal.photo),
    body: blocksToHtml(body, { firstHeading: 3, anchor: `aanbieding-${slug}-kop-` }),
  }
}
