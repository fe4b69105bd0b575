/** Every way to follow the wijk without an account: news in a reader, the agenda in one's own calendar. */
import { pathOf, safeLink } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { opmlFile } from '@wijkpers/feeds'
import { texts } from '../texts.ts'
import { calendarAddress, CALENDAR_PATH, organisationCalendarPath, type CalendarAddress } from './calendar.ts'
import { newsFeedPaths, organisationFeedPaths, type FeedPaths } from './feed-paths.ts'
import { frameOf, type Frame, type Link } from './frame.ts'
import { openDataNames, openDataPath } from './open-data.ts'

export const FOLLOW_PATH = '/volgen/'
export const OPML_PATH = '/volgen/feeds.opml'

export interface FollowPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly news: FeedPaths & { readonly url: string }
  /** Null when there is nothing in the agenda of the wijk, and never was. */
  readonly agenda: (CalendarAddress & { readonly path: string }) | null
  readonly organisations: readonly FollowedOrganisation[]
  /** Pages of the wijk elsewhere, such as on Mastodon. */
  readonly elsewhere: readonly Link[]
  readonly openData: readonly { readonly title: string; readonly csv: string; readonly geoJson: string }[]
}

export interface FollowedOrganisation extends Link {
  readonly news: FeedPaths
  /** Address to subscribe to. */
  readonly agenda: string
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
    organisations: site.organisations().map((organisation) => ({
      href: pathOf(organisation),
      title: organisation.name,
      news: organisationFeedPaths(organisation),
      agenda: calendarAddress(site, organisationCalendarPath(organisation)).subscription,
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

/** All feeds of the wijk in one file, for a reader that takes them in at once. */
export function feedsOpml(site: Site): string {
  const siteUrl = site.siteUrl()
  const feeds = [newsFeedPaths(site), ...site.organisations().map(organisationFeedPaths)]
  return opmlFile(
    texts.feedTitle(site.wijk().name),
    feeds.map(({ title, home, rss }) => ({ title, feed: siteUrl + rss, page: siteUrl + home })),
  )
}
