/** What the pages are called that a site has by itself: what an editor calls alike goes behind them. */
import { TOPICS } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { standingTexts } from '../standing-texts.ts'
import { texts } from '../texts.ts'
import { standingNames } from './standing.ts'

/** Of those that are always there. */
const ALWAYS: ReadonlySet<string> = new Set([
  texts.news,
  texts.agenda,
  texts.noticeboard,
  texts.organisations,
  texts.businesses,
  texts.deals,
  texts.people,
  texts.projects,
  texts.wijkkrant,
  texts.sponsors,
  texts.follow,
  texts.embedding,
  texts.search,
  ...TOPICS.map((topic) => texts.topics[topic]),
])
const STANDING = new Map(Object.entries(standingTexts).map(([name, { title }]) => [title as string, name]))

/** Whether a page of the site itself is called so. Asks only for what matters to this title. */
export function isOwnTitle(site: Site, title: string): boolean {
  const standing = STANDING.get(title)
  return ALWAYS.has(title) || (standing !== undefined && standingNames(site).includes(standing))
}
