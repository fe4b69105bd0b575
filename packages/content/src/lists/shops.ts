import type { Business, Deal } from '../entries.ts'
import type { Horizon } from '../horizon.ts'
import type { EntryId, Slug } from '../ids.ts'
import { createShelf, createShelves } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import {
  businessLink,
  businessTeaser,
  dealTeaser,
  type BusinessLink,
  type BusinessTeaser,
  type DealTeaser,
} from '../teasers.ts'
import { byName, ofKind, order, type List } from './list.ts'

/** What a page may ask of the shops and what they offer. */
export interface Shops {
  /** All businesses by name. */
  businesses(): readonly BusinessTeaser[]
  /** The same with all that there is, for open data. */
  fullBusinesses(): readonly Business[]
  hasBusinesses(): boolean
  business(slug: Slug): Business | null
  /** What a link to a business needs; null when it is not published. */
  businessById(id: EntryId): BusinessLink | null
  hasDeals(): boolean
  /** The deals that count now, of businesses that are on the site; what ends first comes first. */
  currentDeals(): readonly Deal[]
  /** The first `count` of them, as a list shows them. */
  firstDeals(count: number): readonly DealTeaser[]
  dealsOf(business: EntryId): readonly Deal[]
}

const byEnd = (a: Deal, b: Deal) => order(a.endsAt, b.endsAt) || order(a.id, b.id)

export function shops(sources: Sources, horizon: () => Horizon): List<Shops> {
  const businesses = createShelf<Business>('businesses', byName, sources)
  const businessesById = createShelves('business', ({ id }: Business) => id, byName, sources)
  const deals = createShelf('deals', byEnd, sources)
  const dealsOf = createShelves('deals of', ({ business }: Deal) => business, byEnd, sources)
  const current = (some: readonly Deal[]) =>
    some.filter(
      ({ business, startsAt, endsAt }) =>
        // A business can go by itself before what it offers: on its last day, and not by an edit of the deal.
        business !== null &&
        businessesById.of(business).slugs().length > 0 &&
        horizon().isBetween(instantOf(startsAt), instantOf(endsAt)),
    )
  return {
    queries: {
      businesses: () => businesses.all().map(businessTeaser),
      fullBusinesses: () => businesses.all(),
      hasBusinesses: () => businesses.slugs().length > 0,
      business: (slug) => businesses.at(slug),
      businessById(id) {
        const [business] = businessesById.of(id).all()
        return business ? businessLink(business) : null
      },
      hasDeals: () => current(deals.all()).length > 0,
      currentDeals: () => current(deals.all()),
      firstDeals: (count) => current(deals.all()).slice(0, count).map(dealTeaser),
      dealsOf: (id) => current(dealsOf.of(id).all()),
    },
    pages: [businesses],
    take(changes) {
      for (const shelf of [businesses, businessesById]) shelf.change(ofKind(changes, 'business'))
      for (const shelf of [deals, dealsOf]) shelf.change(ofKind(changes, 'deal'))
    },
  }
}

const instantOf = (iso: string) => new Date(iso).toISOString()
