/** Every way to follow the wijk without an account: news in a reader, the agenda in one's own calendar. */
import { pathOf, safeLink, TOPICS } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { opmlFile } from '@wijkpers/feeds'
import { texts } from '../texts.ts'
import {
  calendarAddress,
  CALENDAR_PATH,
  organisationCalendar,
  topicCalendar,
  type CalendarAddress,
} from './calendar.ts'
import { newsFeedPaths, organisationFeedPaths, topicFeedPaths, type FeedPaths } from './feed-paths.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { openDataNames, openDataPath } from './open-data.ts'
import { topicPath } from './topic-link.ts'

export const FOLLOW_PATH = '/volgen/'
export const OPML_PATH = '/volgen/feeds.opml'

export interface FollowPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly news: FeedPaths & { readonly url: string }
  /** Null when there is nothing in the agenda of the wijk, and never was. */
  readonly agenda: (CalendarAddress & { readonly path: string }) | null
  readonly topics: readonly Followed[]
  readonly organisations: readonly Followed[]
  /** Pages of the wijk elsewhere, such as on Mastodon. */
  readonly elsewhere: readonly Link[]
  readonly openData: readonly { readonly title: string; readonly csv: string; readonly geoJson: string }[]
}

/** A part of the wijk that can be followed by itself. */
export interface Followed extends Link {
  readonly news: FeedPaths
  /** To subscribe to. */
  readonly agenda: Link
}

export function followPage(site: Site): FollowPage {
  const { name, socialLinks } = site.wijk()
  const news = newsFeedPaths(site)
  return {
    frame: frameOf(site, {
      path: FOLLOW_PATH,
      title: texts.follow,
      description: texts.followDescription(name),
    }),
    title: texts.follow,
    intro: texts.followIntro(name),
    news: { ...news, url: site.siteUrl() + news.rss },
    agenda: site.hasEvents() ? { ...calendarAddress(site), path: CALENDAR_PATH } : null,
    topics: TOPICS.map((topic) => ({
      href: topicPath(topic),
      title: texts.topics[topic],
      news: topicFeedPaths(site, topic),
      agenda: subscriptionTo(site, topicCalendar(site, topic)),
    })),
    organisations: site.organisations().map((organisation) => ({
      href: pathOf(organisation),
      title: organisation.name,
      news: organisationFeedPaths(organisation),
      agenda: subscriptionTo(site, organisationCalendar(organisation)),
    })),
    elsewhere: socialLinks.flatMap(({ network, url }) => {
      const href = safeLink(url)
      return href === null ? [] : { href, title: texts.networks[network] }
    }),
    openData: openDataNames.map((name) => ({
      title: texts.openDataKinds[name as keyof typeof texts.openDataKinds],
      csv: openDataPath(name, 'csv'),
      geoJson: openDataPath(name, 'geojson'),
    })),
  }
}

function subscriptionTo(site: Site, { href, title }: Link): Link {
  return { href: calendarAddress(site, href).subscription, title }
}

/** All feeds of the wijk in one file, for a reader that takes them in at once. */
export function feedsOpml(site: Site): string {
  const siteUrl = site.siteUrl()
  const feeds = [
    newsFeedPaths(site),
    ...TOPICS.map((topic) => topicFeedPaths(site, topic)),
    ...site.organisations().map(organisationFeedPaths),
  ]
  return opmlFile(
    texts.feedTitle(site.wijk().name),
    feeds.map(({ title, home, rss }) => ({ title, feed: siteUrl + rss, page: siteUrl + home })),
  )
}
