import {
  blocksToHtml,
  shareCardOf,
  pathOf,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type Slug,
} from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { organisationAlternates } from './alternates.ts'
import { datedActivities, type Activity } from './activity.ts'
import { firstOf } from './agenda-views.ts'
import { calendarAddress, organisationCalendar } from './calendar.ts'
import { cardOf, type Card } from './card.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactFrom, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { accessibilityOf } from './accessibility.ts'
import { organisationFeedPaths } from './feed-paths.ts'
import { openingTable, type OpeningTable } from './opening-hours.ts'
import { whereOf, type Where } from './place.ts'
import { organisationAt } from './organisation-link.ts'
import { phoneFrom } from './phone.ts'
import { pictureOf, type Picture } from './picture.ts'
import { storyOf } from './story.ts'
import { structuredOrganisation } from './structured-data.ts'
import { titleNote } from './title-note.ts'
import { websiteOf } from './website.ts'

/** How many articles of its own an organisation's page shows. */
const OWN_ARTICLES = 10

/** How many of its activities; what comes back is one of them. */
const OWN_EVENTS = 12

export interface OrganisationsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly groups: readonly {
    readonly title: string
    readonly id: OrganisationKind
    readonly items: readonly Card[]
  }[]
  readonly empty: EmptyList | null
}

export interface OrganisationPage {
  readonly frame: Frame
  readonly name: string
  readonly label: string
  readonly summary: string
  /** With which questions people can go there; empty when nothing was said. */
  readonly helpsWith: string
  readonly where: Where | null
  readonly hours: OpeningTable | null
  /** Whom to ask for; empty when nothing was said. */
  readonly contactName: string
  readonly accessible: readonly string[]
  readonly website: Link | null
  readonly contact: Contact | null
  readonly picture: Picture | null
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
  readonly events: readonly Activity[]
  /** Where to look for more; none when these are all. */
  readonly later: readonly Link[]
  readonly articles: readonly Card[]
  readonly older: readonly Link[]
  /** Null while there is nothing to follow. */
  readonly follow: { readonly rss: string; readonly agenda: string } | null
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string
}

export function organisationsPage(site: Site): OrganisationsPage {
  const { name: wijk } = site.wijk()
  const byKind = Map.groupBy(site.organisations(), ({ organisationKind }) => organisationKind)
  const groups = ORGANISATION_KINDS.flatMap((kind) => {
    const organisations = byKind.get(kind)?.map((organisation) =>
      cardOf({
        href: pathOf(organisation),
        title: organisation.name,
        summary: organisation.summary,
        note: organisation.helpsWith,
        phone: callLink(organisation.phone),
        picture: pictureOf(site, organisation.photo),
      }),
    )
    return organisations
      ? [
          {
            title: byKind.size === 1 ? texts.allOrganisations : texts.organisationKinds[kind],
            id: kind,
            items: organisations,
          },
        ]
      : []
  })
  return {
    frame: frameOf(site, {
      path: '/organisaties/',
      title: texts.organisations,
      description: texts.organisationsDescription(wijk),
    }),
    title: texts.organisations,
    intro: groups.length > 0 ? texts.organisationsIntro(wijk) : '',
    groups,
    empty: groups.length > 0 ? null : emptyList(site, texts.noOrganisations),
  }
}

/** 'Bel 019-555 01 01'; null when nothing that was written can be dialled. */
function callLink(written: string | null): Link | null {
  const number = phoneFrom(written)?.number
  return number ? { href: number.href, title: texts.call(number.text) } : null
}

/** Throws when there is no such organisation: its page is made from the list of organisations. */
export function organisationPage(site: Site, slug: Slug): OrganisationPage {
  const organisation = organisationAt(site, slug)
  const { id, name, summary, body, website, email, phone } = organisation
  const picture = pictureOf(site, organisation.photo)
  const link = websiteOf(website)
  const { listed: events, later } = firstOf(site, site.nextTimesOf(id, OWN_EVENTS + 1), OWN_EVENTS)
  const articles = site.articlesOf(id, OWN_ARTICLES + 1)
  const description = descriptionOf(summary, body, texts.organisationDescription(name, site.wijk().name))
  return {
    frame: frameOf(site, {
      path: pathOf(organisation),
      card: shareCardOf(organisation, site.wijk()),
      title: name,
      titleNote: titleNote(site, organisation),
      description,
      picture,
      updatedAt: organisation.updatedAt,
      alternates: organisationAlternates(organisation),
    }),
    name,
    label: texts.organisationKinds[organisation.organisationKind],
    summary,
    helpsWith: organisation.helpsWith,
    where: whereOf(organisation, site.wijk()),
    hours: openingTable(site, organisation),
    contactName: organisation.contactName,
    accessible: accessibilityOf(organisation.accessibility),
    website: link,
    contact: contactFrom(email, phone),
    picture,
    body: blocksToHtml(body),
    events: datedActivities(site, events),
    later,
    articles: articles.slice(0, OWN_ARTICLES).map((article) => storyOf(article)),
    older: articles.length > OWN_ARTICLES ? [{ href: '/nieuws/', title: texts.allNews }] : [],
    follow:
      events.length + articles.length === 0
        ? null
        : {
            rss: organisationFeedPaths(organisation).rss,
            agenda: calendarAddress(site, organisationCalendar(organisation).href).subscription,
          },
    structuredData: structuredOrganisation(site, organisation, { description, picture, website: link }),
  }
}
