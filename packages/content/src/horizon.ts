/**
 * Until when an answer is right. While an answer is made, whatever of it depends on the clock notes the instant
 * at which it becomes something else; the first of those that is still to come is the horizon of the answer.
 * Too early a horizon costs a look at the site that finds nothing; too late a one would be a stale page.
 */

/** An answer, with the instant (ISO in UTC) until which it is right: from then on it may be another one. Null: for ever. */
interface Timed<T> {
  readonly answer: T
  readonly validUntil: string | null
}

export interface Horizon {
  /** Whether `instant` has been; what begins or ends at this very moment has. */
  isPast(instant: string): boolean
  /** What is being answered becomes something else at `instant`; nothing to note when that has been. */
  changesAt(instant: string): void
  /** Whether it is now from `from` until `until`; notes when that changes. */
  isBetween(from: string, until: string): boolean
  /** Makes an answer, and tells until when it is right. */
  watch<T>(make: () => T): Timed<T>
}

/** The horizons of what is answered at `now`. Instants are ISO in UTC, as `toISOString` writes them. */
export function createHorizon(now: string): Horizon {
  const moment = new Date(now).toISOString()
  let noted: string | null = null
  const isPast = (instant: string) => instant <= moment
  const changesAt = (instant: string) => {
    if (!isPast(instant)) noted = earliest(noted, instant)
  }
  return {
    isPast,
    changesAt,
    isBetween(from, until) {
      // What ends before it begins never is, and no moment changes that.
      if (isPast(until) || until <= from) return false
      changesAt(isPast(from) ? until : from)
      return isPast(from)
    },
    watch(make) {
      const before = noted
      noted = null
      const answer = make()
      // TypeScript does not see that `make` notes.
      const validUntil = noted as string | null
      noted = earliest(before, validUntil)
      return { answer, validUntil }
    },
  }
}

/** The first of two instants (ISO in UTC); null is never. */
export function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
