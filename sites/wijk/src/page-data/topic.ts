/** What there is to read and to do about one topic. */
import { TOPICS, type Topic } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { daysOf, underwayOf, type Activity, type Day } from './activity.ts'
import type { Card } from './card.ts'
import { frameOf, type Frame, type Link } from './frame.ts'
import { picturedStoryOf } from './story.ts'

export interface TopicPage {
  readonly frame: Frame
  readonly title: string
  readonly stories: readonly Card[]
  readonly underway: readonly Activity[]
  readonly days: readonly Day[]
}

/** How many articles the page of a topic shows. */
const TOPIC_ARTICLES = 60

/** As addresses have it, such as `cultuur-en-geschiedenis`. */
export const topicSlug = (topic: Topic) => texts.topics[topic].toLowerCase().replaceAll(' ', '-')

export const topicPath = (topic: Topic) => `/thema/${topicSlug(topic)}/`

/** The topic as a link; null without one. */
export function topicLinkOf(topic: Topic | null): Link | null {
  return topic && { href: topicPath(topic), title: texts.topics[topic] }
}

/** The topics that there is something about. */
export function topicLinks(site: Site): readonly Link[] {
  return site.topics().map((topic) => ({ href: topicPath(topic), title: texts.topics[topic] }))
}

/** Throws when there is no such topic. */
export function topicPage(site: Site, slug: string): TopicPage {
  const topic = TOPICS.find((one) => topicSlug(one) === slug)
  if (!topic) throw new Error(`no topic ${slug}`)
  const title = texts.topics[topic]
  const events = site.eventsAbout(topic)
  const today = events.length > 0 ? site.today() : ''
  return {
    frame: frameOf(site, {
      path: topicPath(topic),
      title,
      description: texts.topicDescription(site.wijk().name, title),
    }),
    title,
    stories: site.articlesAbout(topic, TOPIC_ARTICLES).map((article) => picturedStoryOf(site, article)),
    underway: underwayOf(events, today),
    days: daysOf(
      events.filter(({ firstDay }) => firstDay >= today),
      today,
    ),
  }
}
