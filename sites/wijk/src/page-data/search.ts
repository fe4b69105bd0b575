/** Searching the site: the page to do it on, and the index as files that the reader's browser fetches. */
import { blocksToText, dayOf, firstDayOf, nameOf, pathOf, type Entry } from '@wijkpers/content'
import type { SearchSegment, Site } from '@wijkpers/content/site'
import {
  segmentFileNames,
  segmentFiles,
  type Findable,
  type SegmentFile,
  type SegmentShape,
} from '@wijkpers/search'
import { texts } from '../texts.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import { inWords } from './recurrence.ts'

export interface SearchPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
}

const SEARCH_PATH = '/zoeken/'
/** What segments there are: the first thing a query fetches. */
const CATALOGUE = 'index.json'

export function searchPage(site: Site): SearchPage {
  const { name } = site.wijk()
  return {
    frame: frameOf(site, {
      path: SEARCH_PATH,
      title: texts.search,
      description: texts.searchDescription(name),
    }),
    title: texts.search,
    intro: texts.searchIntro(name),
  }
}

/** The names of all files of the index, below the search page. */
export function searchFileNames(site: Site): string[] {
  const segments = site.searchSegments().map(({ name }) => site.searchSegment(name)!)
  return [CATALOGUE, ...segments.flatMap((segment) => segmentFileNames(shapeOf(segment)))]
}

/** The text of one of them, JSON. */
export function searchFile(site: Site, name: string | undefined): string {
  if (name === CATALOGUE) return JSON.stringify(site.searchSegments().map(shapeOf))
  // A segment that is one file gives it its name; of others the part stands behind it.
  const [, whole = '', segmentOfPart = ''] = /^((.*?)(?:-b?\d+)?)\.json$/.exec(name ?? '') ?? []
  const segment = site.searchSegment(whole) ?? site.searchSegment(segmentOfPart)
  const file = segment && filesOf(site, segment).get(name!)
  if (!file) throw new Error(`no search file ${name}`)
  return JSON.stringify(file)
}

/** Findables of one part, and of what still grows: fewer make a query cheaper, more an edit. */
const IN_A_PART = 24
/** A power of two, so that the size that the catalogue knows gives as many parts as the size there is. */
const IN_A_GROWING_PART = 256
const MOST_PARTS = 64

/** What grows now is one file, so that a new entry changes one; what is from before is cut up, because few edit it. */
function shapeOf({ name, size, isGrowing }: SearchSegment): SegmentShape {
  const wanted = Math.max(1, size / (isGrowing ? IN_A_GROWING_PART : IN_A_PART))
  const parts = Math.min(MOST_PARTS, 2 ** Math.floor(Math.log2(wanted)))
  return { name, size, parts }
}

// The files of a segment are pages of their own that are made one after another: all of them from one reading.
const made = new WeakMap<readonly Entry[], ReadonlyMap<string, SegmentFile>>()

function filesOf(site: Site, segment: SearchSegment): ReadonlyMap<string, SegmentFile> {
  const entries = site.entriesOfSegment(segment.name)
  let files = made.get(entries)
  if (!files) {
    files = segmentFiles(shapeOf(segment), entries.map(findableOf))
    made.set(entries, files)
  }
  return files
}

const findables = new WeakMap<Entry, Findable>()

/** An entry as it can be found; made once of each, because an entry never changes in place. */
function findableOf(entry: Entry): Findable {
  let findable = findables.get(entry)
  if (!findable) {
    findable = {
      path: pathOf(entry),
      title: nameOf(entry),
      summary: descriptionOf('summary' in entry ? entry.summary : '', entry.body, ''),
      label: labelOf(entry),
      date: dateOf(entry),
      text: [...wordsBeside(entry), blocksToText(entry.body)].filter((text) => text !== '').join('\n'),
    }
    findables.set(entry, findable)
  }
  return findable
}

/** What an entry is, before the day it is from or about: of an article whether it is news of a death, of an event also whether it goes on, and how often it is. */
function labelOf(entry: Entry): string {
  const kind = texts.foundAs[entry.kind]
  if (entry.kind === 'article' && entry.isInMemoriam) return texts.inMemoriam
  if (entry.kind !== 'event') return kind
  const { isCancelled, recurrence } = entry
  const often = recurrence === null ? '' : inWords(recurrence, firstDayOf(entry))
  return [isCancelled ? texts.cancelled : '', kind, often].filter((part) => part !== '').join(' · ')
}

/** What people look for an entry by, besides its title, summary and body. Not who to ask for: a search finds no persons. */
function wordsBeside(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'article':
      return [entry.author]
    case 'event':
      return [entry.place, entry.address]
    case 'notice':
      return [entry.place]
    case 'organisation':
      return [entry.helpsWith, entry.address]
    case 'business':
      return [entry.address]
    case 'liveabilityProject':
      return [entry.goal, entry.result]
    case 'edition':
    case 'infoPage':
    case 'deal':
    case 'person':
    case 'advertisement':
      return []
  }
}

function dateOf(entry: Entry): string | null {
  switch (entry.kind) {
    case 'article':
    case 'notice':
      return dayOf(entry.firstPublishedAt)
    case 'event':
      // Of what comes back, the first day would call it old, and the next one is another one every week.
      return entry.recurrence === null ? firstDayOf(entry) : null
    case 'edition':
      return entry.publicationDay
    case 'organisation':
    case 'business':
    case 'liveabilityProject':
    case 'infoPage':
    // Not found by searching (search-segments.ts).
    case 'deal':
    case 'person':
    case 'advertisement':
      return null
  }
}
