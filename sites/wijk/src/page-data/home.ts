import type { Wijk } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { soonOf, type Soon } from './activity.ts'
import { dealCards } from './deals.ts'
import { cardOfEdition } from './edition.ts'
import { FOLLOW_PATH } from './follow.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { contactOf, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { infoPageLinks } from './menu.ts'
import type { Card } from './card.ts'
import { noticesOf } from './noticeboard.ts'
import { isQuiet } from './quiet.ts'
import { homeAdvertisements } from './sponsors.ts'
import { picturedStoryOf } from './story.ts'

/** How many articles the home page shows, the lead story among them. */
export const HOME_ARTICLES = 9

/** How many days an article is new: it leads the page for so long when no other comes. */
const NEW_DAYS = 90

/** How many notices. */
const HOME_NOTICES = 4

/** How many deals, of those that end first. */
const HOME_DEALS = 3

/** For how many days an edition of the wijkkrant is new: one that comes out four times a year is always there. */
const NEW_EDITION = 100

export interface HomePage {
  readonly frame: Frame
  /** The newest article while it is new: what is old does not lead. */
  readonly lead: Card | null
  /** The other articles; all of them, with another title, when even the newest is not new any more. */
  readonly latest: { readonly title: string; readonly stories: readonly Card[] }
  /** What there is to do first; null when there is nothing. */
  readonly soon: Soon | null
  /** The newest on the noticeboard. */
  readonly notices: readonly Card[]
  /** The newest edition of the wijkkrant, while it is new. */
  readonly edition: Card | null
  /** What businesses offer now; nothing while there is news of a death on the page. */
  readonly deals: readonly Card[]
  /** Null where there will be nothing to follow. */
  readonly follow: Link | null
  readonly welcome: { readonly title: string; readonly paragraphs: readonly string[] } | null
  readonly about: { readonly title: string; readonly links: ReturnType<typeof infoPageLinks> } | null
  /** What is paid for, each with its label; nothing while there is news of a death on the page. */
  readonly advertisements: readonly Card[]
  /** That somebody is wanted to help keep the site going; null when there are enough. */
  readonly vacancy: { readonly title: string; readonly text: string } | null
  /** Null when it stands in `empty` already. */
  readonly contact: { readonly intro: string; readonly ways: Contact } | null
  readonly empty: EmptyList | null
}

export function homePage(site: Site): HomePage {
  const wijk = site.wijk()
  const { name, tagline, welcome } = wijk
  const articles = site.latestArticles(HOME_ARTICLES)
  const stories = articles.map((article) => picturedStoryOf(site, article))
  const isNew = site.hasNewsOf(NEW_DAYS)
  const [lead = null] = isNew ? stories : []
  const latest = isNew ? stories.slice(1) : stories
  const paragraphs = paragraphsOf(welcome)
  const frame = frameOf(site, {
    path: '/',
    title: null,
    description: paragraphs[0] ?? (tagline || texts.homeDescription(name)),
    picture: lead?.picture ?? null,
  })
  const links = infoPageLinks(site)
  const edition = site.newestEdition(NEW_EDITION)
  const contact = contactOf(site)
  const isMourning = articles.some(({ isInMemoriam }) => isInMemoriam)
  return {
    frame,
    lead,
    latest: { title: lead ? texts.latest : texts.earlier, stories: latest },
    soon: soonOf(site),
    notices: noticesOf(site, HOME_NOTICES),
    edition: edition && cardOfEdition(edition),
    deals: isMourning ? [] : dealCards(site, HOME_DEALS),
    follow: isQuiet(wijk) ? null : { href: FOLLOW_PATH, title: texts.followHome },
    welcome: paragraphs.length > 0 ? { title: texts.welcome(name), paragraphs } : null,
    about: links.length > 0 ? { title: texts.aboutTheWijk(name), links } : null,
    advertisements: isMourning ? [] : homeAdvertisements(site),
    vacancy: isWanted(wijk) ? { title: texts.vacancy.title, text: texts.vacancy.text(name) } : null,
    contact:
      stories.length > 0 && contact
        ? { intro: isQuiet(wijk) ? texts.contactIntroQuiet : texts.contactIntro, ways: contact }
        : null,
    empty: stories.length > 0 ? null : emptyList(site, texts.noNews),
  }
}

/** Nobody is asked to keep a site going that has stopped. */
const isWanted = ({ wantsBuurtverbinder, state }: Wijk) => wantsBuurtverbinder && state !== 'archived'

/** An empty line divides paragraphs. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
