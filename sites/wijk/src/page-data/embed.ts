/**
 * What is made to stand in a page of another site: a short list, and the way to more of it. Without a script, so that whoever
 * shows it has nothing to ask consent for.
 */
import { pathOf, soonest, type EntryId } from '@wijkpers/content'
import type { ArticleTeaser, EventTeaser, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { withDays, type DatedActivity } from './activity.ts'
import type { Card } from './card.ts'
import { storyOf } from './story.ts'
import { wijkStyle, type WijkStyle } from './style.ts'
import { topicAt, topicPath } from './topic-link.ts'

/** How many there are in one, of events and of articles each. */
const EMBEDDED = 8

export interface Embed {
  readonly title: string
  readonly style: WijkStyle
  readonly activities: readonly DatedActivity[]
  readonly stories: readonly Card[]
  /** Where everything is of which this is the beginning. */
  readonly more: { readonly href: string; readonly text: string }
}

export const AGENDA_EMBED = '/insluiten/agenda/'
export const NEWS_EMBED = '/insluiten/nieuws/'
/** By the id of the organisation, so that it stays where it is when the name changes. */
export const organisationEmbed = (id: EntryId) => `/insluiten/organisaties/${id}/`
/** `topic` is the address of the page of that topic. */
export const topicEmbed = (topic: string) => `/insluiten${topic}`

export function agendaEmbed(site: Site): Embed {
  const events = site.soonestEvents(EMBEDDED)
  return embedOf(site, { title: texts.calendarTitle(site.wijk().name), events, home: '/agenda/' })
}

export function newsEmbed(site: Site): Embed {
  const articles = site.latestArticles(EMBEDDED)
  return embedOf(site, { title: texts.feedTitle(site.wijk().name), articles, home: '/nieuws/' })
}

/** What there is to do about a topic; its news would be one page more to make at every article. Throws when there is no such topic. */
export function topicEmbedPage(site: Site, slug: string): Embed {
  const topic = topicAt(slug)
  const title = texts.topics[topic]
  return embedOf(site, {
    title: texts.embedAbout(title, site.wijk().name),
    events: site.eventsAbout(topic),
    home: topicPath(topic),
    more: texts.moreAbout(title),
  })
}

/** What there is to do at an organisation. Throws when there is no such organisation. */
export function organisationEmbedPage(site: Site, id: string): Embed {
  const organisation = site.organisationById(id as EntryId)
  if (!organisation) throw new Error(`no organisation with the id ${id}`)
  return embedOf(site, {
    title: organisation.name,
    events: site.eventsOf(id as EntryId),
    home: pathOf(organisation),
    more: texts.moreOf(organisation.name),
  })
}

/** In the place of one that is not there any more, such as of a topic that there is nothing about. */
export function emptyEmbed(site: Site): Embed {
  return embedOf(site, { title: texts.emptyListTitle, home: '/' })
}

interface Shown {
  readonly title: string
  /** Those to come: the soonest of them are shown. */
  readonly events?: readonly EventTeaser[]
  readonly articles?: readonly ArticleTeaser[]
  readonly home: string
  readonly more?: string
}

function embedOf(site: Site, shown: Shown): Embed {
  const { title, events = [], articles = [], home, more = texts.embedMore(site.wijk().name) } = shown
  // Without events it is the same every day, so then it does not ask which day it is.
  const today = events.length > 0 ? site.today() : ''
  return {
    title,
    style: wijkStyle(site),
    activities: withDays(soonest(events, today, EMBEDDED), today),
    stories: articles.map((article) => storyOf(article)),
    more: { href: home, text: more },
  }
}
