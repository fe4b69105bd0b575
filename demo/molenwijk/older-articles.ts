/** Between the articles that were written for Molenwijk stand many more, put together from parts: a full archive. */
import { dayOf } from '../calendar.ts'
import type { DemoArticle, DemoOrganisation } from '../demo-wijk.ts'
import { belongTo } from '../generator/agenda.ts'
import { makeArticle } from '../generator/articles.ts'
import { street, type Vocabulary } from '../generator/facts.ts'
import { chance } from '../generator/random.ts'

const MOLENWIJK: Vocabulary = {
  streets: [
    street('Korenstraat', 'de', 'in'),
    street('Maalderijstraat', 'de', 'in'),
    street('Kafstraat', 'de', 'in'),
    street('Zeisstraat', 'de', 'in'),
    street('Wiekenlaan', 'de', 'aan'),
    street('Spoorlaan', 'de', 'aan'),
    street('Lindegracht', 'de', 'aan'),
    street('Haverhof', 'de', 'in'),
    street('Bakkerspad', 'het', 'aan'),
    street('Molenplein', 'het', 'op'),
  ],
  places: ['in De Spil', 'in de bibliotheek', 'in de kantine van SV De Wieken', 'bij de molen'],
  clubs: ['SV De Wieken', 'de Spoortuin', 'speeltuin De Wip', 'buurthuis De Spil', 'het repaircafé'],
}

/** How many, and how many days ago the newest and the oldest of them were published. */
const COUNT = 175
const NEWEST = 33
const OLDEST = 900

/** Always the same ones, moving along with `now`; none has a slug of `taken`. */
export function olderArticles(
  now: Date,
  taken: Iterable<string>,
  organisations: readonly DemoOrganisation[],
): DemoArticle[] {
  const slugs = new Set(taken)
  const belonging = belongTo(organisations)
  return Array.from({ length: COUNT }, (_, index) => {
    const daysAgo = NEWEST + Math.floor((index * (OLDEST - NEWEST)) / COUNT)
    return belonging(makeArticle(chance(`molenwijk/${index}`), dayOf(now) - daysAgo, slugs, MOLENWIJK))
  })
}
