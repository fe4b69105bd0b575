/**
 * The pages of one site with what each of them read, so that a change renders
 * only the pages that read something it touched, before the change or after it.
 */
import type { Moved, Site } from '@wijkpers/content/site'
import { createGroups } from './groups.ts'
import { createSubjects, type Subject } from './subjects.ts'

/** One page of a site; a site format may know more of it. */
export interface PagePath {
  readonly pathname: string
  /** Path of its file below the site's root; no two pages of a site have the same. */
  readonly file: string
  /** The template that makes it: made by another one it is another page. */
  readonly madeBy: string
}

/** A site format, open for one site: which pages there are, and the bytes of each. */
export interface OpenSite<P extends PagePath> {
  /** May read the site; says only which pages there are. */
  paths(site: Site): Promise<readonly P[]>
  /** Reads all it shows through `site`. */
  render(site: Site, page: P): Promise<Uint8Array>
}

/** Why a page was rendered: it is new, or made by another template by now; it read these subjects that were touched, or all pages were. */
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

/** Who is told how far an update is. */
export interface UpdateListeners<P extends PagePath> {
  readonly onCompared?: () => void
  readonly onRendering?: (page: P) => void
  readonly onRendered?: () => void
}

/** A graph that knows nothing yet: its first update renders everything. */
export function createPageGraph<P extends PagePath>() {
  const subjects = createSubjects()
  const readers = createGroups<Subject, string>()
  const pages = new Map<string, { path: P; reads: ReadonlySet<Subject> }>()
  let open: OpenSite<P> | null = null
  let pathReads: ReadonlySet<Subject> = new Set()

  /** Notes what a page read, and answers what it read before and nobody reads now. */
  function setReads(file: string, reads: ReadonlySet<Subject>): Subject[] {
    const page = pages.get(file)!
    const left = [...page.reads].filter((subject) => !reads.has(subject) && readers.remove(subject, file))
    for (const subject of reads) if (!page.reads.has(subject)) readers.add(subject, file)
    page.reads = reads
    return left
  }

  /**
   * Renders what differs between the site of the last update and `site`. What may differ is told by `moved`; without
   * it everything is compared. `onCompared` is called when it is known which pages are rendered, before the first is;
   * `onRendering` before each, `onRendered` after it.
   * `openSite` is called once. When it throws, this graph is of no use any more: go on with a new one.
   */
  async function update(
    site: Site,
    openSite: () => OpenSite<P>,
    moved: Moved | null = null,
    { onCompared, onRendering, onRendered }: UpdateListeners<P> = {},
  ): Promise<Update> {
    const isFirst = open === null
    const touched = subjects.touchedBy(site, moved)
    const removed: string[] = []
    const why = new Map<string, Reason>()
    const left: Subject[] = []

    for (const subject of touched)
      for (const file of readers.of(subject)) {
        const before = why.get(file)
        const others = before?.kind === 'touched' ? before.subjects : []
        why.set(file, { kind: 'touched', subjects: [...others, subject] })
      }

    open ??= openSite()
    // Pages are made one after another, so what is read belongs to the one that is being made.
    const recorded = subjects.recorded(site)
    if (isFirst || [...pathReads].some((subject) => touched.has(subject))) {
      const reads = new Set<Subject>()
      recorded.noteIn(reads)
      const paths = await open.paths(recorded.site)
      const files = new Set(paths.map(({ file }) => file))
      for (const file of pages.keys()) {
        if (files.has(file)) continue
        left.push(...setReads(file, new Set()))
        pages.delete(file)
        why.delete(file)
        removed.push(file)
      }
      for (const path of paths) {
        const { file } = path
        const known = pages.get(file)
        if (!known || known.path.madeBy !== path.madeBy)
          why.set(file, { kind: isFirst ? 'everything' : 'new' })
        if (known) known.path = path
        else pages.set(file, { path, reads: new Set() })
      }
      left.push(...[...pathReads].filter((subject) => !reads.has(subject)))
      pathReads = reads
    }

    onCompared?.()
    const rendered: RenderedPage[] = []
    for (const [file, reason] of why) {
      const reads = new Set<Subject>()
      recorded.noteIn(reads)
      const { path } = pages.get(file)!
      onRendering?.(path)
      const body = await open.render(recorded.site, path)
      left.push(...setReads(file, reads))
      rendered.push({ file, body, reason })
      onRendered?.()
    }

    for (const subject of left) if (!readers.has(subject) && !pathReads.has(subject)) subjects.forget(subject)
    return { rendered, removed, validUntil: subjects.validUntil() }
  }

  return { update, readsOf: (file: string) => pages.get(file)?.reads ?? new Set<Subject>() }
}

export type PageGraph<P extends PagePath> = ReturnType<typeof createPageGraph<P>>
