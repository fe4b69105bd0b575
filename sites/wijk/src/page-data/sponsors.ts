import { blocksToHtml, pathOf, type Slug } from '@wijkpers/content'
import type { AdvertisementTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { businessLinkOf } from './business-link.ts'
import { cardOf, type Card } from './card.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { pictureOf, type Picture } from './picture.ts'
import { titleNote } from './title-note.ts'
import { websiteOf } from './website.ts'

export interface SponsorsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly advertisements: readonly Card[]
  readonly empty: EmptyList | null
}

export interface AdvertisementPage {
  readonly frame: Frame
  readonly title: string
  readonly label: string
  readonly summary: string
  readonly link: Link | null
  readonly business: Link | null
  readonly picture: Picture | null
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
}

export function sponsorsPage(site: Site): SponsorsPage {
  const { name } = site.wijk()
  const advertisements = cardsOf(site, site.currentAdvertisements())
  return {
    frame: frameOf(site, {
      path: '/sponsors/',
      title: texts.sponsors,
      description: texts.sponsorsDescription(name),
    }),
    title: texts.sponsors,
    intro: advertisements.length > 0 ? texts.sponsorsIntro(name) : '',
    advertisements,
    empty: advertisements.length > 0 ? null : emptyList(site, texts.noSponsors),
  }
}

/** How many the home page shows: what residents come for stays more than what is paid for, and its page light. */
const HOME_ADVERTISEMENTS = 6

/** What is paid for today, for the home page: others each day where there are more than fit. */
export function homeAdvertisements(site: Site): readonly Card[] {
  return cardsOf(site, site.advertisementsOfToday(HOME_ADVERTISEMENTS))
}

/** The label says that it is paid for, and by whom, before the title. */
function cardsOf(site: Site, advertisements: readonly AdvertisementTeaser[]): readonly Card[] {
  return advertisements.map((advertisement) =>
    cardOf({
      href: pathOf(advertisement),
      title: advertisement.title,
      label: paidLabelOf(advertisement),
      isPaid: true,
      summary: advertisement.summary,
      picture: pictureOf(site, advertisement.photo),
    }),
  )
}

/** Throws when no such advertisement is paid for today: its page is made from the list of them. */
export function advertisementPage(site: Site, slug: Slug): AdvertisementPage {
  const advertisement = site.currentAdvertisement(slug)
  if (!advertisement) throw new Error(`no advertisement with the slug ${slug}`)
  const { title, summary, body, business } = advertisement
  const picture = pictureOf(site, advertisement.photo)
  const label = paidLabelOf(advertisement)
  const description = `${label}. ${descriptionOf(summary, body, title)}`
  return {
    frame: frameOf(site, {
      path: pathOf(advertisement),
      title: `${label}: ${title}`,
      titleNote: titleNote(site, advertisement),
      description,
      picture,
      updatedAt: advertisement.updatedAt,
    }),
    title,
    label,
    summary,
    link: websiteOf(advertisement.link),
    business: businessLinkOf(site, business),
    picture,
    body: blocksToHtml(body, { rel: 'sponsored' }),
  }
}

/** Nederlandse Reclame Code 11.1: what is paid must be known as such before it is read. */
export function paidLabelOf({
  advertisementKind,
  sponsor,
}: Pick<AdvertisementTeaser, 'advertisementKind' | 'sponsor'>): string {
  return texts.paidLabels[advertisementKind](sponsor)
}
