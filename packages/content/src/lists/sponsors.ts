import { daysAfter, startOfDay } from '../days.ts'
import type { Advertisement } from '../entries.ts'
import type { Horizon } from '../horizon.ts'
import type { Slug } from '../ids.ts'
import { createShelf } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { advertisementTeaser, type AdvertisementTeaser } from '../teasers.ts'
import { ofKind, order, type List } from './list.ts'

/** What a page may ask of what was paid for. */
export interface Sponsors {
  hasAdvertisements(): boolean
  /** What is paid for today; the list is in the order of the sponsors' names, which favours nobody who pays more. */
  currentAdvertisements(): readonly AdvertisementTeaser[]
  advertisement(slug: Slug): Advertisement | null
  /** The same, for as long as it has a page. */
  currentAdvertisement(slug: Slug): Advertisement | null
  /** The articles that somebody pays for today, with all of their text, for a feed. */
  currentSponsoredArticles(): readonly Advertisement[]
}

const bySponsor = (a: Advertisement, b: Advertisement) => order(a.sponsor, b.sponsor) || order(a.id, b.id)

export function sponsors(sources: Sources, horizon: () => Horizon): List<Sponsors> {
  const all = createShelf('advertisements', bySponsor, sources)
  const isCurrent = ({ firstDay, lastDay }: Advertisement) =>
    horizon().isBetween(startOfDay(firstDay), startOfDay(daysAfter(lastDay, 1)))
  const current = () => all.all().filter(isCurrent)
  return {
    queries: {
      hasAdvertisements: () => current().length > 0,
      currentAdvertisements: () => current().map(advertisementTeaser),
      advertisement: (slug) => all.at(slug),
      currentAdvertisement(slug) {
        const found = all.at(slug)
        return found && isCurrent(found) ? found : null
      },
      currentSponsoredArticles: () =>
        current().filter(({ advertisementKind }) => advertisementKind === 'sponsoredArticle'),
    },
    // Theirs is there for as long as it is paid for.
    pages: [],
    take: (changes) => all.change(ofKind(changes, 'advertisement')),
  }
}
