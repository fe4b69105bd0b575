/**
 * subject - a named query with its arguments that a page can read, such as `latestArticles(9)`
 * touched - its answer differs from the one before
 *
 * Entries never change in place: a changed entry is a new object. So answers are
 * compared by identity, lists item by item, and that costs next to nothing.
 */
import {
  earliest,
  shareBy,
  watched,
  type MakePart,
  type Moved,
  type Site,
  type Source,
  type Watched,
} from '@wijkpers/content/site'
import { createGroups } from './groups.ts'

/** A named query with its arguments, as text; also what `explain` shows. */
export type Subject = string

interface Asked {
  /** The one text for all pages that read it: each asks with a copy of its own, and there are thousands of reads. */
  readonly subject: Subject
  readonly query: keyof Site
  readonly args: readonly unknown[]
  last: Watched<unknown>
}

/** Everything that was ever read of one site, with the last answer. */
export function createSubjects() {
  const asked = new Map<Subject, Asked>()
  const restingOn = createGroups<Source, Subject>()
  const timed = new Set<Subject>()

  function keep(known: Asked): void {
    const { subject } = known
    asked.set(subject, known)
    for (const source of known.last.sources) restingOn.add(source, subject)
    if (known.last.validUntil !== null) timed.add(subject)
  }

  function drop(subject: Subject): void {
    for (const source of asked.get(subject)?.last.sources ?? []) restingOn.remove(source, subject)
    timed.delete(subject)
    asked.delete(subject)
  }

  /** The subjects that can have another answer. */
  function suspects(moved: Moved | null): Iterable<Subject> {
    if (!moved) return [...asked.keys()]
    const found = new Set<Subject>()
    for (const source of moved.sources) for (const subject of restingOn.of(source)) found.add(subject)
    for (const subject of timed) if (asked.get(subject)!.last.validUntil! <= moved.now) found.add(subject)
    return found
  }

  return {
    /** `site`, such that every read is noted: `noteIn` says where, from then on. */
    recorded(site: Site) {
      let reads = new Set<Subject>()
      const facade: Record<string, unknown> = {}
      for (const query of Object.keys(site) as (keyof Site)[]) {
        const bare = subjectOf(query, [])
        facade[query] = (...args: unknown[]) => {
          const subject = args.length === 0 ? bare : subjectOf(query, args)
          let known = asked.get(subject)
          if (!known) {
            known = { subject, query, args, last: ask(site, query, args) }
            keep(known)
          }
          reads.add(known.subject)
          return known.last.answer
        }
      }
      const recording = facade as unknown as Site
      // For as long as the site stands still: nothing has to find out which of them are right after a change.
      const parts = new Map<unknown, Map<string, { part: unknown; reads: ReadonlySet<Subject> }>>()
      shareBy(recording, <T>(make: MakePart<T>, of: string) => {
        const made = parts.get(make) ?? new Map()
        parts.set(make, made)
        const known = made.get(of)
        if (known) {
          for (const subject of known.reads) reads.add(subject)
          return known.part as T
        }
        const before = reads
        const own = (reads = new Set<Subject>())
        try {
          const part = make(recording, of)
          if (part instanceof Promise) throw new TypeError('what pages share may wait for nothing')
          made.set(of, { part, reads: own })
          return part
        } finally {
          reads = before
          for (const subject of own) reads.add(subject)
        }
      })
      return {
        site: recording,
        noteIn(next: Set<Subject>): void {
          reads = next
        },
      }
    },

    /**
     * The subjects whose answer is another one on `site`; from now on that is the last answer. Only those that `moved`
     * can have changed are asked again; all of them when it is null.
     */
    touchedBy(site: Site, moved: Moved | null): Set<Subject> {
      const touched = new Set<Subject>()
      for (const subject of suspects(moved)) {
        const { query, args, last } = asked.get(subject)!
        const next = ask(site, query, args)
        if (!isSameAnswer(last.answer, next.answer)) touched.add(subject)
        drop(subject)
        keep({ subject, query, args, last: next })
      }
      return touched
    },

    /** Until when the last answers are right. */
    validUntil(): string | null {
      let until: string | null = null
      for (const subject of timed) until = earliest(until, asked.get(subject)?.last.validUntil ?? null)
      return until
    },

    /** Forgets what nobody reads any more. */
    forget(subject: Subject): void {
      drop(subject)
    },
  }
}

function ask(site: Site, query: keyof Site, args: readonly unknown[]): Watched<unknown> {
  return watched(site, () => (site[query] as (...args: readonly unknown[]) => unknown)(...args))
}

// What most arguments are: then JSON has nothing to escape.
const plain = /^[\w-]*$/

function subjectOf(query: keyof Site, args: readonly unknown[]): Subject {
  const [first] = args
  if (args.length === 0) return `${query}()`
  if (args.length === 1 && typeof first === 'string' && plain.test(first)) return `${query}("${first}")`
  return `${query}(${JSON.stringify(args).slice(1, -1)})`
}

/** Whether two answers are the same: an entry by identity, a list or a plain grouping by its parts. */
function isSameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, place) => isSameAnswer(part, b[place]))
  if (Array.isArray(a) || Array.isArray(b) || isEntry(a) || isEntry(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSameAnswer(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

// What has an identity of its own differs as soon as it is another object.
function isEntry(value: object): boolean {
  return 'id' in value
}
