/**
 * Which wijken are made ready for their next publish, one after another while nobody publishes: those that somebody works in, and after
 * a start those that were changed last. Of any other the first publish reads and renders everything.
 */
import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError, InvalidContentError, type WijkRevision } from '@wijkpers/content/strapi'
import { type FirstTarget, hashOfFormat, KEPT_WIJKEN, type Readied } from '@wijkpers/publishing'
import type { Chore } from './quiet-hours/chores.ts'

export interface ReadinessOptions {
  /** Makes one ready, with the site format that is live. */
  readonly makeReady: (wijk: WijkId, format: string) => Promise<Readied>
  readonly target: Pick<FirstTarget, 'live'>
  /** All wijken as the CMS last told them; null while it never did. */
  readonly wijken: () => readonly WijkRevision[] | null
  readonly isHeld: (wijk: WijkId) => boolean
  readonly onEnded: (wijk: WijkId, result: Readied | 'failed', error?: unknown) => void
  readonly now: () => Date
}

/** Where nothing was changed for longer nobody may come soon: it would only take memory. In milliseconds. */
const RECENT_MS = 28 * 86_400_000
/** After a start so many: there is room for those that publish next, before one of these is forgotten. */
const MOST_AT_START = KEPT_WIJKEN / 2

export function createReadiness(options: ReadinessOptions) {
  const { makeReady, target, wijken, isHeld, onEnded, now } = options
  /** Whoever was asked for last comes last, and goes first. */
  const asked = new Set<WijkId>()
  /** The release of a wijk that was not as it is made now: it would not be a minute later either. */
  const notAsMade = new Map<WijkId, number>()
  let underWay: { readonly wijk: WijkId; readonly ended: Promise<void> } | null = null
  let hasBegun = false

  function ask(wijk: WijkId): void {
    asked.delete(wijk)
    asked.add(wijk)
    // Of more than are kept the first would be forgotten by the last.
    const [first] = asked
    if (asked.size > KEPT_WIJKEN) asked.delete(first!)
  }

  /** This process knows nothing yet; whoever was asked for meanwhile goes first. */
  function begin(all: readonly WijkRevision[]): void {
    hasBegun = true
    const since = new Date(now().getTime() - RECENT_MS).toISOString()
    const recent = all.filter(({ slug, changedAt }) => slug !== null && changedAt > since)
    const meanwhile = [...asked]
    const byChange = recent.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
    for (const { id } of byChange.slice(-MOST_AT_START)) ask(id)
    for (const wijk of meanwhile) ask(wijk)
  }

  async function make(wijk: WijkId): Promise<Readied> {
    const live = target.live(wijk)
    // Of a site that was taken down nothing is made.
    if (!live || live.host === '' || isHeld(wijk) || notAsMade.get(wijk) === live.release) return 'not-now'
    const readied = await makeReady(wijk, hashOfFormat(live.format))
    if (readied === 'not-as-made') notAsMade.set(wijk, live.release)
    return readied
  }

  async function readyOne(wijk: WijkId): Promise<void> {
    try {
      onEnded(wijk, await make(wijk))
    } catch (error) {
      // That the CMS is away says nothing of the wijk; that an entry cannot be read is told by the publish that it fails.
      if (error instanceof CmsUnavailableError) throw error
      if (error instanceof InvalidContentError) onEnded(wijk, 'not-now')
      else onEnded(wijk, 'failed', error)
    }
    asked.delete(wijk)
  }

  const chore: Chore = {
    name: 'make ready',
    async next() {
      const all = hasBegun ? null : wijken()
      if (all) begin(all)
      const wijk = [...asked].at(-1)
      if (wijk === undefined) return false
      const ready = readyOne(wijk)
      underWay = { wijk, ended: ready.catch(() => undefined) }
      try {
        await ready
      } finally {
        underWay = null
      }
      return true
    },
  }

  return {
    chore,
    /** Somebody works in this wijk: a publish may come soon. */
    ask,
    /** Resolves when this wijk is not being made ready: a publish that began earlier would make everything a second time. */
    async ended(wijk: WijkId): Promise<void> {
      if (underWay?.wijk === wijk) await underWay.ended
    },
  }
}

export type Readiness = ReturnType<typeof createReadiness>
