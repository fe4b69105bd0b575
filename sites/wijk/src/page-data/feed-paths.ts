/** Where the feeds of a site are. */
import { pathOf } from '@wijkpers/content'
import type { OrganisationLink, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'

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
  const home = pathOf(organisation)
  return { title: texts.feedTitleOf(name), home, rss: `${home}rss.xml`, json: `${home}feed.json` }
}
