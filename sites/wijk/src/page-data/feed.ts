/** The news as feeds: what is in them, and where they are. */
import { articleItem, jsonFeedFile, paidItem, rssFile, type Feed, type FeedItem } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { pictureOf } from './picture.ts'
import { paidLabelOf } from './sponsors.ts'

/** How many items a feed holds: more than any reader misses between two visits. */
const FEED_ITEMS = 30
export const RSS_PATH = '/rss.xml'
export const JSON_FEED_PATH = '/feed.json'

/** The news of the wijk as RSS. */
export function rssXml(site: Site): Promise<string> {
  return rssFile(newsFeed(site, RSS_PATH))
}

/** The same as JSON Feed. */
export function feedJson(site: Site): string {
  return jsonFeedFile(newsFeed(site, JSON_FEED_PATH))
}

function newsFeed(site: Site, path: string): Feed {
  const { name, tagline } = site.wijk()
  return {
    title: texts.feedTitle(name),
    description: tagline || texts.homeDescription(name),
    siteUrl: site.siteUrl(),
    home: '/',
    path,
    hub: site.hub(),
    items: [...articlesOf(site), ...sponsoredOf(site)].toSorted(byAge).slice(0, FEED_ITEMS),
  }
}

const byAge = (a: FeedItem, b: FeedItem) =>
  a.publishedAt === b.publishedAt ? 0 : a.publishedAt > b.publishedAt ? -1 : 1

function articlesOf(site: Site): FeedItem[] {
  return site
    .latestFullArticles(FEED_ITEMS)
    .map((article) =>
      articleItem(article, { siteUrl: site.siteUrl(), picture: pictureOf(site, article.photo) }),
    )
}

/** Articles that somebody pays for, for as long as that is: never without saying so. */
function sponsoredOf(site: Site): FeedItem[] {
  return site.currentSponsoredArticles().map((advertisement) =>
    paidItem(advertisement, {
      siteUrl: site.siteUrl(),
      picture: pictureOf(site, advertisement.photo),
      label: paidLabelOf(advertisement),
    }),
  )
}
