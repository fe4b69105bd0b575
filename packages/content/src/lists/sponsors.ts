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
  /** At most `count` of those: where there are more, others each day, so that all come by as often. */
  advertisementsOfToday(count: number): readonly AdvertisementTeaser[]
  /** The one with this slug, for as long as it is paid for: so long it has a page. */
  currentAdvertisement(slug: Slug): Advertisement | null
  /** The articles that somebody pays for today, with all of their text, for a feed. */
  currentSponsoredArticles(): readonly Advertisement[]
}

const bySponsor = (a: Advertisement, b: Advertisement) => order(a.sponsor, b.sponsor) || order(a.id, b.id)

export interface SponsorsList extends List<Sponsors> {
  /** What was paid for until a day that is over, among those that are asked for. */
  readonly ended: (isAsked: (one: Advertisement) => boolean) => readonly Advertisement[]
}

export function sponsors(sources: Sources, horizon: () => Horizon, today: () => string): SponsorsList {
  const all = createShelf('advertisements', bySponsor, sources)
  const endOf = ({ lastDay }: Advertisement) => startOfDay(daysAfter(lastDay, 1))
  const isCurrent = (one: Advertisement) => horizon().isBetween(startOfDay(one.firstDay), endOf(one))
  const current = () => all.all().filter(isCurrent)
  return {
    queries: {
      hasAdvertisements: () => current().length > 0,
      currentAdvertisements: () => current().map(advertisementTeaser),
      advertisementsOfToday(count) {
        const teasers = current().map(advertisementTeaser)
        if (teasers.length <= count) return teasers
        const days = Date.parse(today()) / 86_400_000
        const first = (days * count) % teasers.length
        return [...teasers.slice(first), ...teasers.slice(0, first)].slice(0, count)
      },
      currentAdvertisement(slug) {
        const found = all.at(slug)
        return found && isCurrent(found) ? found : null
      },
      currentSponsoredArticles: () =>
        current().filter(({ advertisementKind }) => advertisementKind === 'sponsoredArticle'),
    },
    ended(isAsked) {
      const asked = all.all().filter(isAsked)
      for (const one of asked) horizon().changesAt(endOf(one))
      return asked.filter((one) => horizon().isPast(endOf(one)))
    },
    // Theirs is there for as long as it is paid for.
    pages: [],
    take: (changes) => all.change(ofKind(changes, 'advertisement')),
  }
}
