/** The three wijken that a first start shows: a lively one in a city, a village, and one that has just begun. */
import type { DemoWijk } from './demo-wijk.ts'
import { olderArticles } from './molenwijk/older-articles.ts'
import { readWijk } from './read-wijk.ts'

export type { DemoEntry, DemoWijk } from './demo-wijk.ts'

/** The demo wijken in the order in which the demo accounts count them, with dates relative to `now`. */
export async function demoWijken(now: Date): Promise<DemoWijk[]> {
  const [molenwijk, ...others] = await Promise.all(
    ['molenwijk', 'eskerveen', 'rietzoom'].map((name) => readWijk(name, now)),
  )
  return [withOlderArticles(molenwijk!, now), ...others]
}

function withOlderArticles({ wijk, entries }: DemoWijk, now: Date): DemoWijk {
  const slugs = entries.map(({ slug }) => slug)
  const organisations = entries.filter((entry) => entry.kind === 'organisation')
  return { wijk, entries: [...entries, ...olderArticles(now, slugs, organisations)] }
}
