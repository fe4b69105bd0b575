/**
 * subject - a named query with its arguments that a page can read, such as `latestArticles(9)`
 * touched - its answer differs from the one before
 *
 * Entries never change in place: a changed entry is a new object. So answers are
 * compared by identity, lists item by item, and that costs next to nothing.
 */
import { earliest, timed, type Site, type Timed } from '@wijkpers/content/site'

/** A named query with its arguments, as text; also what `explain` shows. */
export type Subject = string

interface Asked {
  readonly query: keyof Site
  readonly args: readonly unknown[]
  answer: unknown
  /** The instant from which the clock alone may give another answer, ISO in UTC; null for never. */
  validUntil: string | null
}

/** Everything that was ever read of one site, with the last answer. */
export function createSubjects() {
  const asked = new Map<Subject, Asked>()

  return {
    /** `site`, such that every read is noted in `reads`. */
    recorded(site: Site, reads: Set<Subject>): Site {
      const facade: Record<string, unknown> = {}
      for (const query of Object.keys(site) as (keyof Site)[]) {
        facade[query] = (...args: unknown[]) => {
          const subject: Subject =
            args.length === 0 ? `${query}()` : `${query}(${JSON.stringify(args).slice(1, -1)})`
          reads.add(subject)
          const known = asked.get(subject)
          if (known) return known.answer
          const { answer, validUntil } = ask(site, query, args)
          asked.set(subject, { query, args, answer, validUntil })
          return answer
        }
      }
      return facade as unknown as Site
    },

    /** The subjects whose answer is another one on `site`; from now on that is the last answer. */
    touchedBy(site: Site): Set<Subject> {
      const touched = new Set<Subject>()
      for (const [subject, known] of asked) {
        const { answer, validUntil } = ask(site, known.query, known.args)
        if (!isSameAnswer(known.answer, answer)) touched.add(subject)
        known.answer = answer
        known.validUntil = validUntil
      }
      return touched
    },

    /** Until when the last answers to these subjects are right. */
    validUntil(subjects: Iterable<Subject> = asked.keys()): string | null {
      let until: string | null = null
      for (const subject of subjects) until = earliest(until, asked.get(subject)?.validUntil ?? null)
      return until
    },

    /** Forgets what nobody reads any more. */
    keepOnly(isRead: (subject: Subject) => boolean): void {
      for (const subject of asked.keys()) if (!isRead(subject)) asked.delete(subject)
    },
  }
}

function ask(site: Site, query: keyof Site, args: readonly unknown[]): Timed<unknown> {
  return timed(site, () => (site[query] as (...args: readonly unknown[]) => unknown)(...args))
}

/** Whether two answers are the same: an entry by identity, a list or a plain grouping by its parts. */
function isSameAnswer(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b) || isEntry(a) || isEntry(b)) return false
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
