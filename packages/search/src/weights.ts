/** The terms of a page, and how much each says of it. */
import type { Findable } from './segment.ts'
import { headOf, termOf, wordsOf } from './words.ts'

/*
 * Weights as BM25F counts them (Robertson & Zaragoza, 2009): a word counts for the field it stands in, less the longer
 * that field is, and each repetition adds less than the one before. Usual lengths are fixed numbers, because an
 * average over the site would change every weight with every edit.
 */
const FIELDS = {
  title: { boost: 8, usual: 6 },
  summary: { boost: 3, usual: 22 },
  text: { boost: 1, usual: 160 },
}
const LENGTH_COUNTS = 0.6
const SATURATION = 4
/** What the last part of a compound word counts, beside the whole word. */
const HEAD = 0.4
/** Weights are whole numbers up to one digit in base 36. */
const MOST = 35

// A findable never changes in place, and most of a segment is the same as at the publish before. There are thousands of terms in a
// wijk, and hundreds of wijken are kept at once: so no object for each of them.
const known = new WeakMap<Findable, Terms>()

interface Terms {
  readonly terms: readonly string[]
  /** Of each term, at its place: from 1 to 35, a digit in base 36. */
  readonly weights: string
}

/** The terms of a findable with their weights. */
export function termsOf(findable: Findable): Terms {
  let terms = known.get(findable)
  if (!terms) {
    terms = weigh(findable)
    known.set(findable, terms)
  }
  return terms
}

function weigh(findable: Findable): Terms {
  const counts = new Map<string, number>()
  const add = (term: string, count: number) => counts.set(term, (counts.get(term) ?? 0) + count)
  for (const [field, { boost, usual }] of Object.entries(FIELDS)) {
    const words = wordsOf(findable[field as keyof typeof FIELDS])
    const count = boost / (1 - LENGTH_COUNTS + (LENGTH_COUNTS * words.length) / usual)
    for (const word of words) {
      const term = termOf(word)
      if (term === null) continue
      add(term, count)
      const head = headOf(word)
      if (head !== null) add(head, count * HEAD)
    }
  }
  const weights = Array.from(counts.values(), (count) =>
    Math.max(1, Math.min(MOST, Math.round((MOST * count) / (count + SATURATION)))).toString(36),
  )
  return { terms: [...counts.keys()], weights: weights.join('') }
}
