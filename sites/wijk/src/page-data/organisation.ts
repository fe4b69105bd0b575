import { blocksToHtml, shareCardOf, pathOf, safeLink, type EntryId, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { organisationAlternates } from './alternates.ts'
import { datedActivities, type Activity } from './activity.ts'
import { cardOf, type Card } from './card.ts'
import { emptyOrganisations, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { contactFrom, frameOf, type Contact, type Frame, type Link } from './frame.ts'
import { pictureOf, type Picture } from './picture.ts'
import { storyOf } from './story.ts'
import { structuredOrganisation } from './structured-data.ts'

/** How many articles of its own an organisation's page shows. */
const OWN_ARTICLES = 10

export interface OrganisationsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly organisations: readonly Card[]
  readonly empty: EmptyList | null
}

export interface OrganisationPage {
  readonly frame: Frame
  readonly name: string
  readonly summary: string
  readonly website: Link | null
  readonly contact: Contact | null
  readonly picture: Picture | null
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
  readonly events: readonly Activity[]
  readonly articles: readonly Card[]
  /** JSON-LD, safe inside a script element. */
  readonly structuredData: string
}

export function organisationsPage(site: Site): OrganisationsPage {
  const { name: wijk } = site.wijk()
  const organisations = site.organisations().map((organisation) =>
    cardOf({
      href: pathOf(organisation),
      title: organisation.name,
      summary: organisation.summary,
      picture: pictureOf(site, organisation.photo),
    }),
  )
  return {
    frame: frameOf(site, {
      path: '/organisaties/',
      title: texts.organisations,
      description: texts.organisationsDescription(wijk),
    }),
    title: texts.organisations,
    intro: organisations.length > 0 ? texts.organisationsIntro(wijk) : '',
    organisations,
    empty: organisations.length > 0 ? null : emptyOrganisations(site),
  }
}

/** Throws when there is no such organisation: its page is made from the list of organisations. */
export function organisationPage(site: Site, slug: Slug): OrganisationPage {
  const organisation = site.organisation(slug)
  if (!organisation) throw new Error(`no organisation with the slug ${slug}`)
  const { id, name, summary, body, website, email, phone } = organisation
  const picture = pictureOf(site, organisation.photo)
  const link = websiteOf(website)
  const description = descriptionOf(summary, body, texts.organisationDescription(name, site.wijk().name))
  return {
    frame: frameOf(site, {
      path: pathOf(organisation),
      card: shareCardOf(organisation, site.wijk()),
      title: name,
      description,
      picture,
      alternates: organisationAlternates(organisation),
    }),
    name,
    summary,
    website: link,
    contact: contactFrom(email, phone),
    picture,
    body: blocksToHtml(body),
    events: datedActivities(site.eventsOf(id)),
    articles: site.articlesOf(id, OWN_ARTICLES).map((article) => storyOf(article)),
    structuredData: structuredOrganisation(site, organisation, { description, picture, website: link }),
  }
}

/** The link to an organisation; null without one, and when it is not published. */
export function organisationLinkOf(site: Site, id: EntryId | null | undefined): Link | null {
  const organisation = id ? site.organisationById(id) : null
  return organisation && { href: pathOf(organisation), title: organisation.name }
}

/** A website as people write it, with or without a scheme. */
export function websiteOf(written: string | null): Link | null {
  const text = written?.trim() ?? ''
  if (text === '') return null
  const href = safeLink(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)
  if (href === null || !/^https?:/.test(href)) return null
  const { host, pathname } = new URL(href)
  return { href, title: host.replace(/^www\./, '') + pathname.replace(/\/$/, '') }
}
