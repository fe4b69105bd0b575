import { newsFeed } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { pictureOf } from './picture.ts'

/** How many articles the feed holds: more than any reader misses between two visits. */
const FEED_ARTICLES = 30
export const FEED_PATH = '/rss.xml'

/** The news of the wijk as RSS. */
export function rssXml(site: Site): Promise<string> {
  const { name, tagline } = site.wijk()
  return newsFeed({
    title: texts.feedTitle(name),
    description: tagline || texts.homeDescription(name),
    siteUrl: site.siteUrl(),
    path: FEED_PATH,
    articles: site.latestFullArticles(FEED_ARTICLES),
    pictureOf: ({ photo }) => pictureOf(site, photo),
  })
}
