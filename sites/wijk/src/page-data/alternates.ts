/** The feeds and calendars that a page names in its head, where readers and browsers look for them. */
import type { OrganisationLink, Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { CALENDAR_PATH, organisationCalendarPath } from './calendar.ts'
import { newsFeedPaths, organisationFeedPaths, type FeedPaths } from './feed-paths.ts'
import type { Link } from './frame.ts'

export interface Alternate extends Link {
  readonly type: 'application/rss+xml' | 'application/feed+json' | 'text/calendar'
}

/** Those of the whole wijk: its agenda only when there is something in it, or ever was. */
export function wijkAlternates(site: Site): readonly Alternate[] {
  const calendar = { href: CALENDAR_PATH, title: texts.calendarTitle(site.wijk().name) }
  return [...feeds(newsFeedPaths(site)), ...(site.hasEvents() ? [asCalendar(calendar)] : [])]
}

/** Those of one organisation. */
export function organisationAlternates(organisation: OrganisationLink): readonly Alternate[] {
  const calendar = {
    href: organisationCalendarPath(organisation),
    title: texts.calendarTitle(organisation.name),
  }
  return [...feeds(organisationFeedPaths(organisation)), asCalendar(calendar)]
}

const feeds = ({ title, rss, json }: FeedPaths): Alternate[] => [
  { type: 'application/rss+xml', title, href: rss },
  { type: 'application/feed+json', title, href: json },
]

const asCalendar = (link: Link): Alternate => ({ type: 'text/calendar', ...link })
