/** Where the feeds of a site are. */
import { pathOf, type Topic } from '@wijkpers/content'
import type { OrganisationLink, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { topicPath } from './topic-link.ts'

/** Where a feed is, as RSS and as JSON Feed; the page that it is the feed of is `home`. */
export interface FeedPaths {
  readonly title: string
  readonly home: string
  readonly rss: string
  readonly json: string
}

/** The feed of all news. */
export function newsFeedPaths(site: Site): FeedPaths {
  return { title: texts.feedTitle(site.wijk().name), home: '/', rss: '/rss.xml', json: '/feed.json' }
}

/** The feed of the news of one organisation. */
export function organisationFeedPaths({ name, ...organisation }: OrganisationLink): FeedPaths {
  return below(pathOf(organisation), texts.feedTitleOf(name))
}

/** The feed of the news about one topic. */
export function topicFeedPaths(site: Site, topic: Topic): FeedPaths {
  return below(topicPath(topic), texts.feedTitleAbout(texts.topics[topic], site.wijk().name))
}

const below = (home: string, title: string): FeedPaths => ({
  title,
  home,
  rss: `${home}rss.xml`,
  json: `${home}feed.json`,
})
