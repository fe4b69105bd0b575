/** Where topics are. Each has its page and feeds before there is anything about it, so that it can be followed from the first. */
import { TOPICS, type Topic } from '@wijkpers/content'
import { texts } from '../texts.ts'
import type { Link } from './link.ts'

/** As addresses have it, such as `cultuur-en-geschiedenis`. */
const topicSlug = (topic: Topic) => texts.topics[topic].toLowerCase().replaceAll(' ', '-')

export const topicPath = (topic: Topic) => `/thema/${topicSlug(topic)}/`

/** The topic as a link; null without one. */
export function topicLinkOf(topic: Topic | null): Link | null {
  return topic && { href: topicPath(topic), title: texts.topics[topic] }
}

/** These topics as links. */
export function topicLinks(topics: readonly Topic[]): readonly Link[] {
  return topics.map((topic) => ({ href: topicPath(topic), title: texts.topics[topic] }))
}

/** The topic with this name in addresses. Throws when there is none. */
export function topicAt(slug: string): Topic {
  const topic = TOPICS.find((one) => topicSlug(one) === slug)
  if (!topic) throw new Error(`no topic ${slug}`)
  return topic
}

/** For the pages that there are of each topic. */
export function topicParams(): { params: { topic: string } }[] {
  return TOPICS.map((topic) => ({ params: { topic: topicSlug(topic) } }))
}
