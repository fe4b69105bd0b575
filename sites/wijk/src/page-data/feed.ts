/** The news as feeds: what is in them. */
import type { Article, Organisation, Slug } from '@wijkpers/content'
import { articleItem, jsonFeedFile, paidItem, rssFile, type Feed, type FeedItem } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { descriptionOf } from './excerpt.ts'
import { newsFeedPaths, organisationFeedPaths } from './feed-paths.ts'
import { pictureOf } from './picture.ts'
import { paidLabelOf } from './sponsors.ts'

/** How many items a feed holds: more than any reader misses between two visits. */
const FEED_ITEMS = 30

/** The news of the wijk as RSS. */
export function rssXml(site: Site): Promise<string> {
  return rssFile(newsFeed(site, newsFeedPaths(site).rss))
}

/** The same as JSON Feed. */
export function feedJson(site: Site): string {
  return jsonFeedFile(newsFeed(site, newsFeedPaths(site).json))
}

/** The news of an organisation as RSS. Throws when there is no such organisation. */
export function organisationRssXml(site: Site, slug: Slug): Promise<string> {
  const organisation = organisationAt(site, slug)
  return rssFile(organisationFeed(site, organisation, organisationFeedPaths(organisation).rss))
}

/** The same as JSON Feed. */
export function organisationFeedJson(site: Site, slug: Slug): string {
  const organisation = organisationAt(site, slug)
  return jsonFeedFile(organisationFeed(site, organisation, organisationFeedPaths(organisation).json))
}

function organisationAt(site: Site, slug: Slug): Organisation {
  const organisation = site.organisation(slug)
  if (!organisation) throw new Error(`no organisation with the slug ${slug}`)
  return organisation
}

function newsFeed(site: Site, path: string): Feed {
  const { name, tagline } = site.wijk()
  const { title, home } = newsFeedPaths(site)
  const items = [...itemsOf(site, site.latestFullArticles(FEED_ITEMS)), ...sponsoredOf(site)]
  return {
    title,
    description: tagline || texts.homeDescription(name),
    siteUrl: site.siteUrl(),
    home,
    path,
    hub: site.hub(),
    items: items.toSorted(byAge).slice(0, FEED_ITEMS),
  }
}

function organisationFeed(site: Site, organisation: Organisation, path: string): Feed {
  const { id, name, summary, body } = organisation
  const { title, home } = organisationFeedPaths(organisation)
  return {
    title,
    description: descriptionOf(summary, body, texts.organisationDescription(name, site.wijk().name)),
    siteUrl: site.siteUrl(),
    home,
    path,
    hub: site.hub(),
    items: itemsOf(site, site.fullArticlesOf(id, FEED_ITEMS)),
  }
}

const byAge = (a: FeedItem, b: FeedItem) =>
  a.publishedAt === b.publishedAt ? 0 : a.publishedAt > b.publishedAt ? -1 : 1

function itemsOf(site: Site, articles: readonly Article[]): FeedItem[] {
  return articles.map((article) =>
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
