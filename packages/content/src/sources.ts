/**
 * source  - a part of the content that an answer can rest on, such as "the articles of 2026" or "the organisation with
 *           this slug"; by name, so that one that is not there can be asked for too
 * touched - a source that may say something else now
 *
 * Whoever reads content notes the source of it; whoever changes content touches every source that shows it. So it is
 * known which answers a change can have made others, without asking all of them again.
 */
export type Source = string

export interface Sources {
  /** What is being answered rests on this source. */
  readonly note: (source: Source) => void
  /** This source may say something else now. */
  readonly touch: (source: Source) => void
  /** Makes an answer, and tells what it rests on; a source can be there twice. */
  notedBy<T>(make: () => T): { readonly answer: T; readonly sources: readonly Source[] }
  /** Makes a change, and tells what it touched. */
  touchedBy(change: () => void): ReadonlySet<Source>
}

export function createSources(): Sources {
  let noted: Source[] | null = null
  let touched: Set<Source> | null = null
  return {
    note: (source) => void noted?.push(source),
    touch: (source) => void touched?.add(source),
    notedBy(make) {
      const sources: Source[] = []
      noted = sources
      try {
        return { answer: make(), sources }
      } finally {
        noted = null
      }
    },
    touchedBy(change) {
      const sources = new Set<Source>()
      touched = sources
      try {
        change()
        return sources
      } finally {
        touched = null
      }
    },
  }
}
