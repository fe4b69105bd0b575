/**
 * Finding, in the reader's browser. Fetches the few files of the index that a query needs; what a fetch gives is kept
 * by whoever passes `load`, so the next letter of a query mostly costs nothing.
 */
import {
  blockFile,
  BLOCK,
  partFile,
  partOf,
  type SegmentFile,
  type SegmentShape,
  type Shown,
} from './segment.ts'
import { isSilent, termOf, wordsOf } from './words.ts'

export interface Found {
  readonly path: string
  readonly title: string
  readonly summary: string
  readonly label: string
  readonly date: string | null
}

export interface FindOptions {
  readonly segments: readonly SegmentShape[]
  /** The file of the index with this name. */
  readonly load: (file: string) => Promise<SegmentFile>
  /** The reader's day, such as `2026-11-28`: what is new, or still to come, goes a little before what is not. */
  readonly today: string
  /** How many results to show. */
  readonly count: number
}

export interface Findings {
  readonly results: readonly Found[]
  /** How many pages match. */
  readonly total: number
  /** Whether there was no word to look for: a single letter, or nothing but words that stand everywhere. */
  readonly isTooLittle: boolean
  /** The words that nothing was found for as they are written, with what was looked for instead. */
  readonly guessed: readonly { readonly word: string; readonly instead: string }[]
}

/** A page that may be a result. */
interface Candidate {
  readonly segment: SegmentShape
  readonly place: number
  score: number
  words: number
}

type Posting = readonly [place: number, weight: number]

/** A term of one segment that stands for a word of the query. */
interface Match {
  readonly segment: SegmentShape
  readonly term: string
  /** How well it fits the word: 1 for the very term. */
  readonly fit: number
  /** Whether the word was read as another one; a beginning of a longer word is no guess. */
  readonly isGuess: boolean
  readonly postings: readonly Posting[]
}

/** Pages with all words of a query, from which on a reader has enough of them. */
const ENOUGH = 5

/** What it adds when a title is what was asked for, and nothing besides. */
const TITLE = 0.6

/** Which part of the words of a title was asked for. */
function shareOf(title: string, asked: ReadonlySet<string | null>): number {
  const terms = wordsOf(title).flatMap((word) => termOf(word) ?? [])
  return terms.length === 0 ? 0 : terms.filter((term) => asked.has(term)).length / terms.length
}

/** Candidates whose dates and titles are looked at before the order is decided. */
const LOOKED_AT = 30

/** The pages that fit a query best. Words of little meaning are left out, unless there are no others. */
export async function find(query: string, options: FindOptions): Promise<Findings> {
  const { segments, today, count } = options
  const written = [...new Set(wordsOf(query))]
  const words = written.filter((word) => !isSilent(word))
  const size = segments.reduce((sum, segment) => sum + segment.size, 0)
  if (words.length === 0 || size === 0)
    return { results: [], total: 0, isTooLittle: words.length === 0, guessed: [] }

  const candidates = new Map<string, Candidate>()
  const guessed: Findings['guessed'][number][] = []
  const matched = await Promise.all(words.map((word) => matchesOf(word, word === written.at(-1), options)))
  for (const [index, matches] of matched.entries()) {
    const best = matches.toSorted((a, b) => b.fit - a.fit)[0]
    if (best?.isGuess) guessed.push({ word: words[index]!, instead: best.term })
    addWord(candidates, matches, size)
  }

  // A page with all words goes before one that has a single word often.
  const ranked = [...candidates.values()]
  for (const candidate of ranked) candidate.score *= (candidate.words / words.length) ** 2
  ranked.sort(byScore)
  const hasAll = (candidate: Candidate) => candidate.words === words.length
  const wholly = ranked.filter(hasAll)
  // Where few pages have all words, what somebody hopes for may lack one: nobody writes as another one asks.
  const partly = ranked.filter((one) => !hasAll(one) && one.words * 2 >= words.length)
  const some = wholly.length >= ENOUGH ? wholly : [...wholly, ...partly]
  // A page with one word of many is more than none.
  const hits = some.length > 0 ? some : ranked

  const looked = hits.slice(0, Math.max(LOOKED_AT, count))
  const shown = await Promise.all(looked.map((candidate) => showOf(candidate, options)))
  const asked = new Set(words.map((word) => termOf(word)))
  for (const [index, candidate] of looked.entries()) {
    const [, title = '', , , date = null] = shown[index] ?? []
    candidate.score *= timeliness(date, today) * (1 + TITLE * shareOf(title, asked))
  }
  const results = looked
    .map((candidate, index) => ({ candidate, shown: shown[index] }))
    .sort(
      (a, b) =>
        Number(hasAll(b.candidate)) - Number(hasAll(a.candidate)) || byScore(a.candidate, b.candidate),
    )
    .flatMap(({ shown }) => (shown ? [foundOf(shown)] : []))
    .slice(0, count)
  return { results, total: hits.length, isTooLittle: false, guessed }
}

const byScore = (a: Candidate, b: Candidate) =>
  b.score - a.score ||
  (a.segment.name < b.segment.name ? -1 : a.segment.name > b.segment.name ? 1 : a.place - b.place)

function addWord(candidates: Map<string, Candidate>, matches: readonly Match[], size: number): void {
  const pages = matches.reduce((sum, { postings }) => sum + postings.length, 0)
  // How much a word says: one that stands on every page says nothing (BM25's inverse document frequency).
  const meaning = Math.log(1 + (size - Math.min(pages, size) + 0.5) / (pages + 0.5))
  const best = new Map<string, { match: Match; place: number; score: number }>()
  for (const match of matches)
    for (const [place, weight] of match.postings) {
      const key = `${match.segment.name} ${place}`
      const score = match.fit * weight * meaning
      if (score > (best.get(key)?.score ?? 0)) best.set(key, { match, place, score })
    }
  for (const [key, { match, place, score }] of best) {
    const candidate = candidates.get(key) ?? { segment: match.segment, place, score: 0, words: 0 }
    candidate.score += score
    candidate.words += 1
    candidates.set(key, candidate)
  }
}

/** What a term counts for a word that it only begins with, and at most for one that differs by a typing error. */
const PREFIX = 0.75
const TYPO = 0.6

/**
 * The terms that stand for a word, in all segments. Those that begin with it count too, most of all for the last word,
 * which may not be finished. Only when there is none, those that differ by a typing error.
 */
async function matchesOf(word: string, isLast: boolean, options: FindOptions): Promise<Match[]> {
  const term = termOf(word) ?? word
  const parts = await partsWith([term], options)
  const sure = parts.flatMap(({ segment, lines }) =>
    lines.flatMap(([other, postings]) => {
      const fit = other === term ? 1 : prefixFit(word, term, other, isLast)
      return fit > 0 ? [{ segment, term: other, fit, isGuess: false, postings: readPostings(postings) }] : []
    }),
  )
  if (sure.length > 0) return sure
  const errors = term.length >= 8 ? 2 : term.length >= 4 ? 1 : 0
  if (errors === 0) return []
  const here = nearest(term, errors, parts)
  return here.length > 0 ? here : nearest(term, errors, await partsWith(otherBeginnings(term), options))
}

type Part = { readonly segment: SegmentShape; readonly lines: ReturnType<typeof linesOf> }

/** The parts of all segments that have the terms that begin as one of `terms` does. */
function partsWith(terms: readonly string[], { segments, load }: FindOptions): Promise<Part[]> {
  const wanted = segments.flatMap((segment) =>
    [...new Set(terms.map((term) => partFile(segment, partOf(term, segment.parts))))].map((file) => ({
      segment,
      file,
    })),
  )
  return Promise.all(wanted.map(async ({ segment, file }) => ({ segment, lines: linesOf(await load(file)) })))
}

/**
 * How a term may begin when the error is in its first letters, which decide the part that has it: two of them swapped, or
 * one too many. One that is missing, or another one, could be any letter, and would cost as many files.
 */
function otherBeginnings(term: string): string[] {
  const [first = '', second = '', third = ''] = term
  return [second + first, second + third, first + third]
}

/** The terms with the fewest typing errors, `errors` of them at most. */
function nearest(term: string, errors: number, parts: readonly Part[]): Match[] {
  const near = parts.flatMap(({ segment, lines }) =>
    lines.flatMap(([other, postings]) => {
      const count = errorsBetween(term, other, errors)
      if (count > errors) return []
      return [{ segment, term: other, fit: TYPO / count, isGuess: true, postings: readPostings(postings) }]
    }),
  )
  const best = Math.max(...near.map(({ fit }) => fit))
  return near.filter(({ fit }) => fit === best)
}

function prefixFit(word: string, term: string, other: string, isLast: boolean): number {
  const shortest = isLast ? 2 : 4
  if (word.length < shortest || !(other.startsWith(word) || (term.length >= 4 && other.startsWith(term))))
    return 0
  return PREFIX * (term.length / other.length) ** (isLast ? 0.5 : 1)
}

const linesOfFile = new WeakMap<SegmentFile, readonly (readonly [term: string, postings: string])[]>()

function linesOf(file: SegmentFile) {
  let lines = linesOfFile.get(file)
  if (!lines) {
    const written = file.terms ? file.terms.split('\n') : []
    lines = written.map((line) => {
      const end = line.indexOf(' ')
      return [line.slice(0, end), line.slice(end + 1)] as const
    })
    linesOfFile.set(file, lines)
  }
  return lines
}

function readPostings(written: string): Posting[] {
  let place = 0
  return written.split(' ').map((posting) => {
    const [distance = '0', weight = '1'] = posting.split('.')
    place += Number.parseInt(distance, 36)
    return [place, Number.parseInt(weight, 36)]
  })
}

/** Letters to add, drop, change or swap to make `a` of `b`; `limit` + 1 when there are more than `limit`. */
export function errorsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = row
    row = next
  }
  return Math.min(row[b.length]!, limit + 1)
}

async function showOf({ segment, place }: Candidate, { load }: FindOptions): Promise<Shown | undefined> {
  const { shown = [] } = await load(blockFile(segment, place))
  return shown[segment.parts === 1 ? place : place % BLOCK]
}

const foundOf = ([path, title, summary, label, date]: Shown): Found => ({ path, title, summary, label, date })

/** How much being of this day adds: what is to come or of all times a third, news less and less over the years. */
function timeliness(date: string | null, today: string): number {
  if (date === null) return 1.33
  const days = (Date.parse(today) - Date.parse(date)) / 86_400_000
  return days < 0 ? 1.33 : 1 + 0.3 * 2 ** (-days / 365)
}
