/** What there is to read and to do about one topic. */
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { topicAlternates } from './alternates.ts'
import { calendarAddress, topicCalendar } from './calendar.ts'
import { topicFeedPaths } from './feed-paths.ts'
import { topicAt, topicPath } from './topic-link.ts'
import { daysOf, underwayOf, type Activity, type Day } from './activity.ts'
import type { Card } from './card.ts'
import { firstOf } from './agenda-views.ts'
import { emptyTopic, type EmptyList } from './empty-list.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { picturedStoryOf } from './story.ts'

export interface TopicPage {
  readonly frame: Frame
  readonly title: string
  readonly stories: readonly Card[]
  /** Where older ones are; none when these are all. */
  readonly older: readonly Link[]
  readonly underway: readonly Activity[]
  readonly days: readonly Day[]
  /** Where to look further. */
  readonly later: readonly Link[]
  /** A topic can be followed before there is anything about it. */
  readonly empty: EmptyList | null
  readonly follow: { readonly rss: string; readonly agenda: string }
}

/** How many articles the page of a topic shows. */
const TOPIC_ARTICLES = 60

/** Throws when there is no such topic. */
export function topicPage(site: Site, slug: string): TopicPage {
  const topic = topicAt(slug)
  const title = texts.topics[topic]
  const { listed: events, later } = firstOf(site, site.eventsAbout(topic))
  const articles = site.articlesAbout(topic, TOPIC_ARTICLES + 1)
  const isEmpty = events.length + articles.length === 0
  const today = events.length > 0 ? site.today() : ''
  return {
    frame: frameOf(site, {
      path: topicPath(topic),
      title,
      description: texts.topicDescription(site.wijk().name, title),
      alternates: topicAlternates(site, topic),
      // One that was there stays to be found: who comes back finds what is new.
      isEmpty: isEmpty && !site.agendaTopics().includes(topic),
    }),
    title,
    stories: articles.slice(0, TOPIC_ARTICLES).map((article) => picturedStoryOf(site, article)),
    older: articles.length > TOPIC_ARTICLES ? [{ href: '/nieuws/', title: texts.allNews }] : [],
    underway: underwayOf(events, today),
    days: daysOf(
      events.filter(({ firstDay }) => firstDay >= today),
      today,
    ),
    later,
    empty: isEmpty ? emptyTopic(site, title) : null,
    follow: {
      rss: topicFeedPaths(site, topic).rss,
      agenda: calendarAddress(site, topicCalendar(site, topic).href).subscription,
    },
  }
}
