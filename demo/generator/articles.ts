/** Articles put together from parts: each from one topic, with facts of its own. */
import type { BlockNode } from '@wijkpers/content'
import { at } from '../calendar.ts'
import type { DemoArticle } from '../demo-wijk.ts'
import { textToBlocks } from '../text-to-blocks.ts'
import { drawFacts, fillIn, MADE_UP, type Facts, type Vocabulary } from './facts.ts'
import type { Chance } from './random.ts'
import { slugOf } from './slug.ts'
import { GATHERINGS } from './topics/gatherings.ts'
import { PEOPLE } from './topics/people.ts'
import { PLANS } from './topics/plans.ts'
import type { Topic } from './topics/topic.ts'

const TOPICS = [...GATHERINGS, ...PEOPLE, ...PLANS]
const SHARE_WITH_PICTURE = 0.2

/** An article published on `day`, whose slug is not in `taken`; puts it there. */
export function makeArticle(drawn: Chance, day: number, taken: Set<string>, from = MADE_UP): DemoArticle {
  const { topic, facts, title, slug } = chooseTitle(drawn, taken, from)
  const [picture, alt] = drawn.pick(topic.pictures)
  return {
    kind: 'article',
    slug,
    title,
    summary: fillIn(drawn.pick(topic.summaries), facts),
    body: makeBody(drawn, topic, facts),
    photo: drawn.happens(SHARE_WITH_PICTURE) ? { picture, alt } : null,
    organisation: null,
    edition: null,
    firstPublishedAt: at(day, `${drawn.between(7, 21)}:${drawn.between(0, 59)}`),
  }
}

/** Draws until a title is new; where chance gives no more, the title gets a number. */
function chooseTitle(drawn: Chance, taken: Set<string>, from: Vocabulary) {
  for (let round = 1; ; round++) {
    const topic = drawn.pick(TOPICS)
    const facts = drawFacts(drawn, from)
    const number = round > 20 ? ` (${round})` : ''
    const title = fillIn(drawn.pick(topic.titles), facts) + number
    const slug = slugOf(title)
    if (taken.has(slug)) continue
    taken.add(slug)
    return { topic, facts, title, slug }
  }
}

function makeBody(drawn: Chance, topic: Topic, facts: Facts): BlockNode[] {
  const middles = drawn.some(topic.middles, drawn.between(3, topic.middles.length))
  const half = Math.ceil(middles.length / 2)
  const items = drawn.some(topic.list.items, drawn.between(3, topic.list.items.length))
  const parts = [
    drawn.pick(topic.openings),
    ...middles.slice(0, half),
    ...(drawn.happens(0.5) ? [`> ${drawn.pick(topic.quotes)}`] : []),
    ...middles.slice(half),
    ...drawn.some(topic.asides, drawn.between(0, 2)),
    ...(drawn.happens(0.6) ? [`## ${topic.list.heading}`, items.map((item) => `- ${item}`).join('\n')] : []),
    drawn.pick(topic.closings),
  ]
  // Filled in per part, because a part that begins with a fact begins a sentence.
  return textToBlocks(parts.map((part) => fillIn(part, facts)).join('\n\n'))
}
