/** The news as feeds: what is in them. */
import type { Article, Slug, Topic } from '@wijkpers/content'
import { articleItem, jsonFeedFile, paidItem, rssFile, type Feed, type FeedItem } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { longDay } from './dates.ts'
import { descriptionOf } from './excerpt.ts'
import { newsFeedPaths, organisationFeedPaths, topicFeedPaths, type FeedPaths } from './feed-paths.ts'
import { logoOf } from './logo.ts'
import { organisationAt } from './organisation-link.ts'
import { pictureOf } from './picture.ts'
import { paidLabelOf } from './sponsors.ts'
import { topicAt } from './topic-link.ts'

/** How many items a feed holds: more than any reader misses between two visits. */
const FEED_ITEMS = 30

/** One feed in both of its forms. */
export interface FeedFiles {
  rss(): Promise<string>
  json(): string
}

/** All news of the wijk, with the articles that somebody pays for. */
export function newsFeed(site: Site): FeedFiles {
  const { name, tagline } = site.wijk()
  const articles = site.latestFullArticles(FEED_ITEMS)
  const news = itemsOf(site, articles).map((item, place) => ({
    item,
    isPaid: false,
    isInMemoriam: articles[place]!.isInMemoriam,
  }))
  const paid = sponsoredOf(site).map((item) => ({ item, isPaid: true, isInMemoriam: false }))
  return filesOf(site, newsFeedPaths(site), {
    description: tagline || texts.homeDescription(name),
    items: apart([...news, ...paid].toSorted(byAge).slice(0, FEED_ITEMS)),
  })
}

/** The news of an organisation. Throws when there is no such organisation. */
export function organisationFeed(site: Site, slug: Slug): FeedFiles {
  const organisation = organisationAt(site, slug)
  const { id, name, summary, body } = organisation
  return filesOf(site, organisationFeedPaths(organisation), {
    description: descriptionOf(summary, body, texts.organisationDescription(name, site.wijk().name)),
    items: itemsOf(site, site.fullArticlesOf(id, FEED_ITEMS)),
  })
}

/** The news about a topic, by its name in addresses. Throws when there is no such topic. */
export function topicFeed(site: Site, slug: string): FeedFiles {
  const topic = topicAt(slug)
  return filesOf(site, topicFeedPaths(site, topic), {
    description: texts.topicDescription(site.wijk().name, texts.topics[topic]),
    items: itemsOf(site, site.fullArticlesAbout(topic, FEED_ITEMS)),
  })
}

function filesOf(
  site: Site,
  { title, home, rss, json }: FeedPaths,
  said: Pick<Feed, 'description' | 'items'>,
): FeedFiles {
  const feed = (path: string): Feed => ({
    title,
    ...said,
    siteUrl: site.siteUrl(),
    home,
    path,
    hub: site.hub(),
    logo: logoOf(site),
  })
  return { rss: () => rssFile(feed(rss)), json: () => jsonFeedFile(feed(json)) }
}

/** An item with what decides beside which others it may stand. */
interface Placed {
  readonly item: FeedItem
  readonly isPaid: boolean
  readonly isInMemoriam: boolean
}

/** Without what is paid for and would stand beside news of a death, before it or after it. */
function apart(placed: readonly Placed[]): FeedItem[] {
  const isNews = ({ isPaid }: Placed) => !isPaid
  return placed
    .filter((one, place) => {
      const beside = [placed.slice(0, place).findLast(isNews), placed.slice(place).find(isNews)]
      return isNews(one) || !beside.some((news) => news?.isInMemoriam)
    })
    .map(({ item }) => item)
}

const byAge = ({ item: a }: Placed, { item: b }: Placed) =>
  a.publishedAt === b.publishedAt ? 0 : a.publishedAt > b.publishedAt ? -1 : 1

function itemsOf(site: Site, articles: readonly Article[]): FeedItem[] {
  return articles.map((article) =>
    articleItem(article, {
      siteUrl: site.siteUrl(),
      picture: pictureOf(site, article.photo),
      topics: namesOf(article.topic),
      excerpt: descriptionOf(article.summary, article.body, ''),
      corrected: (day) => texts.corrected(longDay(day).text),
    }),
  )
}

/** Articles that somebody pays for, for as long as that is: never without saying so. */
function sponsoredOf(site: Site): FeedItem[] {
  return site.currentSponsoredArticles().map((advertisement) =>
    paidItem(advertisement, {
      siteUrl: site.siteUrl(),
      picture: pictureOf(site, advertisement.photo),
      topics: [],
      excerpt: descriptionOf(advertisement.summary, advertisement.body, ''),
      label: paidLabelOf(advertisement),
    }),
  )
}

const namesOf = (topic: Topic | null) => (topic === null ? [] : [texts.topics[topic]])
