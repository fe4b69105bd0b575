/**
 * The index of a site as files.
 *
 * findable - a page of the site that a reader can look for
 * segment  - findables that are indexed together, such as the articles of one year: an edit changes files of its own
 *            segment only
 * part     - the terms of a segment that begin alike; a query fetches one part of each segment for each of its words
 * posting  - where a term stands: the place of the findable in its segment, and how much the term says of it
 *
 * The bytes depend on the findables only, not on the order in which they came or changed.
 */
import { linesOf } from './lines.ts'

/** A page that can be found. */
export interface Findable {
  /** Its address on the site. */
  readonly path: string
  readonly title: string
  /** One or two sentences, shown below the title. */
  readonly summary: string
  /** What kind of page it is, in the reader's words. */
  readonly label: string
  /** The day it is about or from, such as `2026-11-28`; null for a page that is of all times. */
  readonly date: string | null
  /** All of its text. */
  readonly text: string
}

/** How a segment is cut into files; part of what a reader's browser needs to know to ask. */
export interface SegmentShape {
  /** First part of the names of its files: lower case letters, digits and hyphens. */
  readonly name: string
  /** Over how many files its terms are spread: 1, or a power of two. */
  readonly parts: number
  /** How many findables it has. */
  readonly size: number
}

/** What a result shows of a findable: path, title, summary, label, date. */
export type Shown = readonly [
  path: string,
  title: string,
  summary: string,
  label: string,
  date: string | null,
]

/** One file: a part of the terms, a block of what results show, or both. */
export interface SegmentFile {
  /** A line for each term: the term, then its postings: distance from the one before and weight, both in base 36. */
  readonly terms?: string
  readonly shown?: readonly Shown[]
}

/** Findables of one block; a reader fetches the blocks of the results that he sees. */
export const BLOCK = 64
/** What a result shows of a summary, in characters. */
const SUMMARY_LENGTH = 180

/** The names of the files of a segment. */
export function segmentFileNames(shape: SegmentShape): string[] {
  if (shape.parts === 1) return [partFile(shape, 0)]
  return [
    ...Array.from({ length: shape.parts }, (_, part) => partFile(shape, part)),
    ...Array.from({ length: Math.ceil(shape.size / BLOCK) }, (_, block) => blockFile(shape, block * BLOCK)),
  ]
}

/** The file with the terms of a part. */
export function partFile({ name, parts }: SegmentShape, part: number): string {
  return parts === 1 ? `${name}.json` : `${name}-${part}.json`
}

/** The file with what a result shows of the findable at `place`. */
export function blockFile(shape: SegmentShape, place: number): string {
  return shape.parts === 1 ? partFile(shape, 0) : `${shape.name}-b${Math.floor(place / BLOCK)}.json`
}

/** The part of a segment that has the terms that begin as `term` does: two letters decide. */
export function partOf(term: string, parts: number): number {
  const first = term.codePointAt(0) ?? 0
  const second = term.length > 1 ? term.charCodeAt(1) : 0
  return (first * 31 + (second >> 1)) % parts
}

/** All files of a segment by name. Cutting it into more parts makes each query cheaper and each edit dearer. */
export function segmentFiles(
  { name, parts }: Pick<SegmentShape, 'name' | 'parts'>,
  findables: readonly Findable[],
): Map<string, SegmentFile> {
  const shape = { name, parts, size: findables.length }
  const sorted = findables.toSorted((a, b) => order(a.path, b.path))
  const ofPart = Array.from({ length: parts }, (): string[] => [])
  for (const line of linesOf(sorted)) ofPart[partOf(line.slice(0, line.indexOf(' ')), parts)]!.push(line)
  const files = new Map<string, SegmentFile>()
  for (const [part, lines] of ofPart.entries()) files.set(partFile(shape, part), { terms: lines.join('\n') })
  for (let place = 0; place < sorted.length || place === 0; place += parts === 1 ? Infinity : BLOCK) {
    const file = blockFile(shape, place)
    const shown = sorted.slice(place, parts === 1 ? undefined : place + BLOCK).map(shownOf)
    if (sorted.length > 0 || parts === 1) files.set(file, { ...files.get(file), shown })
  }
  return files
}

function shownOf({ path, title, summary, label, date }: Findable): Shown {
  const characters = Array.from(summary)
  const short =
    characters.length <= SUMMARY_LENGTH
      ? summary
      : `${characters
          .slice(0, SUMMARY_LENGTH)
          .join('')
          .replace(/\s+\S*$/u, '')}…`
  return [path, title, short, label, date]
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
