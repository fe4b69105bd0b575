/** Why the pages of one release were made anew, in few words: what was the occasion, what changed, who read it. */
import { nameOf, pathOf, type Entry, type EntryKind } from '@wijkpers/content'
import type { Why } from '../dispatcher.ts'
import type { Reason, Rendering } from '../ports.ts'

/** An entry that changed, as somebody who asks wants to see it. */
export interface NamedEntry {
  readonly kind: EntryKind
  readonly name: string
  /** Address on the site. */
  readonly path: string
  /** `unknown`: new or edited; whoever made the pages did not know what was there before. */
  readonly how: 'new' | 'edited' | 'gone' | 'unknown'
}

/** What differed from the content before, as far as it is known: null is not known. */
export interface KnownChange {
  readonly put: readonly { readonly entry: Entry; readonly isNew: boolean | null }[]
  readonly gone: readonly Entry[]
  readonly isOtherWijk: boolean | null
}

export interface ReleaseReasons {
  readonly release: number
  /** What the publish was for. */
  readonly why: Why
  /** What differed from the content before; null when all pages were made, whatever had changed. */
  readonly change: {
    readonly entries: readonly NamedEntry[]
    /** How many more there were. */
    readonly others: number
    /** The settings of the wijk, such as its name; null when that is not known. */
    readonly isOtherWijk: boolean | null
  } | null
  /** Pages with one reason together. Files null: all others of this release. */
  readonly pages: readonly { readonly reason: Reason; readonly files: readonly string[] | null }[]
}

/** Entries that are told by name: more of them are an import. */
const NAMED = 20
/** Above this many files with one reason, those with other reasons are listed instead. */
const FEW = 50
/** Files that are listed of one release: the rest is only known to be made with many others. */
const LISTED = 500

/** `unnamed` are changes of which no more is known than that they were. */
export function sumUp(
  { rendered, change }: Pick<Rendering, 'rendered'> & { readonly change: KnownChange | null },
  release: number,
  why: Why,
  unnamed = 0,
): ReleaseReasons {
  return { release, why, change: change && nameChange(change, unnamed), pages: grouped(rendered) }
}

/** Why a file that changed in this release was made anew; null when that was not kept. */
export function reasonOf({ pages }: ReleaseReasons, file: string): Reason | null {
  const group = pages.find(({ files }) => files?.includes(file)) ?? pages.find(({ files }) => files === null)
  return group?.reason ?? null
}

function nameChange({ put, gone, isOtherWijk }: KnownChange, unnamed: number): ReleaseReasons['change'] {
  const named = (entry: Entry, how: NamedEntry['how']): NamedEntry => ({
    kind: entry.kind,
    name: nameOf(entry),
    path: pathOf(entry),
    how,
  })
  const all = [
    ...put.map(({ entry, isNew }) => named(entry, isNew === null ? 'unknown' : isNew ? 'new' : 'edited')),
    ...gone.map((entry) => named(entry, 'gone')),
  ]
  return { entries: all.slice(0, NAMED), others: Math.max(0, all.length - NAMED) + unnamed, isOtherWijk }
}

function grouped(rendered: Rendering['rendered']): ReleaseReasons['pages'] {
  const groups = new Map<string, { reason: Reason; files: string[] }>()
  for (const { path, reason } of rendered) {
    const key = reason.kind === 'touched' ? reason.subjects.join('\n') : reason.kind
    const group = groups.get(key)
    if (group) group.files.push(path)
    else groups.set(key, { reason, files: [path] })
  }
  const smallFirst = [...groups.values()].toSorted((a, b) => a.files.length - b.files.length)
  const largest = smallFirst.at(-1)
  const isLarge = largest !== undefined && largest.files.length > FEW
  let room = LISTED
  const listed = smallFirst
    .slice(0, isLarge ? -1 : undefined)
    .filter(({ files }) => (room -= files.length) >= 0)
  const areAllListed = listed.length === groups.size - Number(isLarge)
  // Without all of the small ones, what is not listed may be of any of them.
  return isLarge && areAllListed ? [...listed, { reason: largest.reason, files: null }] : listed
}
