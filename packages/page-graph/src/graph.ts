/**
 * The pages of one site with what each of them read, so that a change renders
 * only the pages that read something it touched, before the change or after it.
 */
import type { Site } from '@wijkpers/content/site'
import { createSubjects, type Subject } from './subjects.ts'

/** One page of a site; a site format may know more of it. */
export interface PagePath {
  readonly pathname: string
  /** Path of its file below the site's root. */
  readonly file: string
}

/** A site format, open for one site: which pages there are, and the bytes of each. */
export interface OpenSite<P extends PagePath> {
  /** May read the site; says only which pages there are. */
  paths(site: Site): Promise<readonly P[]>
  /** Reads all it shows through `site`. */
  render(site: Site, page: P): Promise<Uint8Array>
}

/** Why a page was rendered: it is new, it read these subjects that were touched, or all pages were. */
export type Reason =
  | { readonly kind: 'new' }
  | { readonly kind: 'touched'; readonly subjects: readonly Subject[] }
  | { readonly kind: 'everything' }

export interface RenderedPage {
  readonly file: string
  readonly body: Uint8Array
  readonly reason: Reason
}

export interface Update {
  readonly rendered: readonly RenderedPage[]
  /** Files of pages that are no more. */
  readonly removed: readonly string[]
  /** The instant until which all pages, and the list of them, are right without an edit: ISO in UTC, or null for ever. */
  readonly validUntil: string | null
}

/** A graph that knows nothing yet: its first update renders everything. */
export function createPageGraph<P extends PagePath>() {
  const subjects = createSubjects()
  const readers = new Map<Subject, Set<string>>()
  const pages = new Map<string, { path: P; reads: ReadonlySet<Subject> }>()
  let open: OpenSite<P> | null = null
  let pathReads: ReadonlySet<Subject> = new Set()

  function setReads(file: string, path: P, reads: ReadonlySet<Subject>): void {
    for (const subject of pages.get(file)?.reads ?? []) readers.get(subject)?.delete(file)
    for (const subject of reads) {
      const known = readers.get(subject)
      if (known) known.add(file)
      else readers.set(subject, new Set([file]))
    }
    pages.set(file, { path, reads })
  }

  /**
   * Renders what differs between the site of the last update and `site`. `openSite` is called when the list of
   * pages may have changed. When it throws, this graph is of no use any more: go on with a new one.
   */
  async function update(site: Site, openSite: () => OpenSite<P>): Promise<Update> {
    const isFirst = open === null
    const touched = subjects.touchedBy(site)
    const removed: string[] = []
    const why = new Map<string, Reason>()

    for (const subject of touched)
      for (const file of readers.get(subject) ?? []) {
        const before = why.get(file)
        const others = before?.kind === 'touched' ? before.subjects : []
        why.set(file, { kind: 'touched', subjects: [...others, subject] })
      }

    let current = open
    if (!current || [...pathReads].some((subject) => touched.has(subject))) {
      current = openSite()
      const reads = new Set<Subject>()
      const paths = new Map(
        (await current.paths(subjects.recorded(site, reads))).map((path) => [path.file, path]),
      )
      for (const [file, { reads: were }] of pages) {
        if (paths.has(file)) continue
        for (const subject of were) readers.get(subject)?.delete(file)
        pages.delete(file)
        why.delete(file)
        removed.push(file)
      }
      for (const [file, path] of paths) {
        const known = pages.get(file)
        if (known) pages.set(file, { path, reads: known.reads })
        else {
          pages.set(file, { path, reads: new Set() })
          why.set(file, { kind: isFirst ? 'everything' : 'new' })
        }
      }
      pathReads = reads
      open = current
    }

    const rendered: RenderedPage[] = []
    for (const [file, reason] of why) {
      const { path } = pages.get(file)!
      const reads = new Set<Subject>()
      const body = await current.render(subjects.recorded(site, reads), path)
      setReads(file, path, reads)
      rendered.push({ file, body, reason })
    }

    for (const [subject, files] of readers) if (files.size === 0) readers.delete(subject)
    subjects.keepOnly((subject) => readers.has(subject) || pathReads.has(subject))
    return { rendered, removed, validUntil: subjects.validUntil() }
  }

  const readsOf = (file: string) => pages.get(file)?.reads ?? new Set<Subject>()
  return {
    update,
    readsOf,
    /** Until when this page is right without an edit. */
    validUntilOf: (file: string) => subjects.validUntil(readsOf(file)),
  }
}

export type PageGraph<P extends PagePath> = ReturnType<typeof createPageGraph<P>>
