/** Where topics are, and which there are. */
import { TOPICS, type Topic } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import type { Link } from './link.ts'

/** As addresses have it, such as `cultuur-en-geschiedenis`. */
const topicSlug = (topic: Topic) => texts.topics[topic].toLowerCase().replaceAll(' ', '-')

export const topicPath = (topic: Topic) => `/thema/${topicSlug(topic)}/`

/** The topic as a link; null without one. */
export function topicLinkOf(topic: Topic | null): Link | null {
  return topic && { href: topicPath(topic), title: texts.topics[topic] }
}

/** The topics that there is something about. */
export function topicLinks(site: Site): readonly Link[] {
  return site.topics().map((topic) => ({ href: topicPath(topic), title: texts.topics[topic] }))
}

/** The topic with this name in addresses. Throws when there is none. */
export function topicAt(slug: string): Topic {
  const topic = TOPICS.find((one) => topicSlug(one) === slug)
  if (!topic) throw new Error(`no topic ${slug}`)
  return topic
}

/** For the pages that there are of every topic that there is something about. */
export function topicParams(site: Site): { params: { topic: string } }[] {
  return site.topics().map((topic) => ({ params: { topic: topicSlug(topic) } }))
}
