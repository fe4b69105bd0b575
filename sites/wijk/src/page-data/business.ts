import {
  blocksToHtml,
  BUSINESS_KINDS,
  shareCardOf,
  pathOf,
  type BusinessKind,
  type Slug,
} from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { dealOf, type DealItem } from './deals.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactFrom, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { openingTable, structuredHours, type OpeningTable } from './opening-hours.ts'
import { cardOf, type Card } from './card.ts'
import { picturesOf, pictureOf, type Picture } from './picture.ts'
import { whereOf, type Where } from './place.ts'
import { titleNote } from './title-note.ts'
import { localBusiness } from './structured-data.ts'
import { websiteOf } from './website.ts'

export interface BusinessesPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly groups: readonly {
    readonly title: string
    readonly id: BusinessKind
    readonly businesses: readonly Card[]
  }[]
  /** Null when nobody offers anything now. */
  readonly deals: Link | null
  readonly empty: EmptyList | null
}

export interface BusinessPage {
  readonly frame: Frame
  readonly name: string
  readonly label: string
  readonly summary: string
  readonly where: Where | null
  readonly website: Link | null
  readonly contact: Contact | null
  readonly hours: OpeningTable | null
  readonly deals: readonly DealItem[]
  readonly picture: Picture | null
  readonly pictures: readonly Picture[]
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string
}

export function businessesPage(site: Site): BusinessesPage {
  const { name: wijk } = site.wijk()
  const byKind = Map.groupBy(site.businesses(), ({ businessKind }) => businessKind)
  const groups = BUSINESS_KINDS.flatMap((kind) => {
    const businesses = byKind.get(kind)?.map((business) =>
      cardOf({
        href: pathOf(business),
        title: business.name,
        summary: business.summary,
        note: business.address,
        picture: pictureOf(site, business.photo),
      }),
    )
    return businesses ? [{ title: texts.businessKinds[kind], id: kind, businesses }] : []
  })
  return {
    frame: frameOf(site, {
      path: '/ondernemers/',
      title: texts.businesses,
      description: texts.businessesDescription(wijk),
    }),
    title: texts.businesses,
    intro: groups.length > 0 ? texts.businessesIntro(wijk) : '',
    groups,
    deals: site.hasDeals() ? { href: '/aanbiedingen/', title: texts.allDeals } : null,
    empty: groups.length > 0 ? null : emptyList(site, texts.noBusinesses),
  }
}

/** Throws when there is no such business: its page is made from the list of businesses. */
export function businessPage(site: Site, slug: Slug): BusinessPage {
  const business = site.business(slug)
  if (!business) throw new Error(`no business with the slug ${slug}`)
  const { id, name, summary, body, businessKind } = business
  const { name: wijk } = site.wijk()
  const picture = pictureOf(site, business.photo)
  const description = descriptionOf(summary, body, texts.businessDescription(name, wijk))
  const website = websiteOf(business.website)
  return {
    frame: frameOf(site, {
      path: pathOf(business),
      card: shareCardOf(business, site.wijk()),
      title: name,
      titleNote: titleNote(site, business),
      description,
      picture,
      updatedAt: business.updatedAt,
    }),
    name,
    label: texts.businessKinds[businessKind],
    summary,
    where: whereOf(business, site.wijk()),
    website,
    contact: contactFrom(business.email, business.phone),
    hours: openingTable(site, business),
    deals: site.dealsOf(id).map((deal) => dealOf(site, deal)),
    picture,
    pictures: picturesOf(site, business.photos),
    body: blocksToHtml(body),
    structuredData: localBusiness(site, business, {
      description,
      picture,
      website,
      hours: structuredHours(site, business),
    }),
  }
}
