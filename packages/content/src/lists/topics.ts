import { TOPICS, type Article, type Event, type Topic } from '../entries.ts'
import { createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { articleTeaser, type ArticleTeaser, type EventTeaser } from '../teasers.ts'
import { byStart, type EventsList } from './events.ts'
import { byAge, ofKind, type List } from './list.ts'

/** What a page may ask of the topics that entries are about. */
export interface Topics {
  /** Those with an article, in the order of `TOPICS`. */
  newsTopics(): readonly Topic[]
  /** Those with an event, also when it is over, in the order of `TOPICS`. */
  agendaTopics(): readonly Topic[]
  /** The `count` newest articles about a topic. */
  articlesAbout(topic: Topic, count: number): readonly ArticleTeaser[]
  /** The same with all of their text, for a feed. */
  fullArticlesAbout(topic: Topic, count: number): readonly Article[]
  /** The events about a topic that are not over. */
  eventsAbout(topic: Topic): readonly EventTeaser[]
  /** Everything about a topic for a calendar: the events that are not over, and those that were in the last `days` days. */
  calendarEventsAbout(topic: Topic, days: number): readonly Event[]
}

export function topics(
  sources: Sources,
  { coming, recent }: Pick<EventsList, 'coming' | 'recent'>,
): List<Topics> {
  const articles = createShelves('articles about', ({ topic }: Article) => topic, byAge, sources)
  const events = createShelves('events about', ({ topic }: Event) => topic, byStart, sources)
  return {
    queries: {
      newsTopics: () => inOrder(articles.keys()),
      agendaTopics: () => inOrder(events.keys()),
      articlesAbout: (topic, count) => articles.of(topic).all().slice(0, count).map(articleTeaser),
      fullArticlesAbout: (topic, count) => articles.of(topic).all().slice(0, count),
      eventsAbout: (topic) => coming(events.of(topic).all()),
      calendarEventsAbout: (topic, days) => recent(events.of(topic).all(), days),
    },
    // They have their pages as articles and events.
    pages: [],
    take(changes) {
      articles.change(ofKind(changes, 'article'))
      events.change(ofKind(changes, 'event'))
    },
  }
}

const inOrder = (used: readonly Topic[]) => TOPICS.filter((topic) => used.includes(topic))
