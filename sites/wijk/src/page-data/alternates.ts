/** The feeds and calendars that a page names in its head, where readers and browsers look for them. */
import type { Topic } from '@wijkpers/content'
import type { OrganisationLink, Site } from '@wijkpers/content/site'
import { organisationCalendar, topicCalendar, wijkCalendar } from './calendar.ts'
import { newsFeedPaths, organisationFeedPaths, topicFeedPaths, type FeedPaths } from './feed-paths.ts'
import type { Link } from './link.ts'

export interface Alternate extends Link {
  readonly type: 'application/rss+xml' | 'application/feed+json' | 'text/calendar'
}

/** Those of the whole wijk: its agenda only when there is something in it, or ever was. */
export function wijkAlternates(site: Site): readonly Alternate[] {
  return [...feeds(newsFeedPaths(site)), ...(site.hasEvents() ? [asCalendar(wijkCalendar(site))] : [])]
}

/** Those of one organisation. */
export function organisationAlternates(organisation: OrganisationLink): readonly Alternate[] {
  return [...feeds(organisationFeedPaths(organisation)), asCalendar(organisationCalendar(organisation))]
}

/** Those about one topic. */
export function topicAlternates(site: Site, topic: Topic): readonly Alternate[] {
  return [...feeds(topicFeedPaths(site, topic)), asCalendar(topicCalendar(site, topic))]
}

const feeds = ({ title, rss, json }: FeedPaths): Alternate[] => [
  { type: 'application/rss+xml', title, href: rss },
  { type: 'application/feed+json', title, href: json },
]

const asCalendar = (link: Link): Alternate => ({ type: 'text/calendar', ...link })
