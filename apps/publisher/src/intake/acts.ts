/**
 * What an operator has the publisher do: go back to an earlier release and stay there, or go on. The hold is written in
 * the CMS first; from then on it is the wanted state, and a publisher that is killed brings it about when it is back.
 */
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { type CmsClient, CmsUnavailableError, type Held } from '@wijkpers/content/strapi'
import {
  createTurns,
  type Dispatcher,
  type FirstTarget,
  isHeldThere,
  type KeptRelease,
  ReleaseNotKeptError,
} from '@wijkpers/publishing'
import { z } from 'zod'
import type { ActAnswer } from './act-answer.ts'
import type { Deliveries } from '../targets/deliveries.ts'
import { type FormatActRequest, formatActSchema, performFormatAct } from './format-act.ts'
import type { NextPublish } from '../next-publish.ts'
import type { SiteFormats } from '../site-formats/site-formats.ts'
import { explain } from '../receipts/texts.ts'
import type { Wijken } from '../wijken.ts'

/** Largest body, in bytes. */
export const MAX_ACT_BYTES = 4096
/** Longest answer to wait for, in milliseconds; what is asked goes on behind it. */
const PATIENCE_MS = 60_000

const wijk = z.string().transform((text, check): WijkId => {
  try {
    return parseWijkId(text)
  } catch {
    check.addIssue('expected the documentId of a wijk')
    return z.NEVER
  }
})
const actSchema = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('rollback'),
    wijk,
    /** The release before the one shown, when left out. */
    to: z.int().positive().optional(),
    by: z.string().trim().min(1).max(100),
    why: z.string().trim().min(1).max(500),
  }),
  z.object({ act: z.literal('resume'), wijk }),
  formatActSchema,
])
type ActRequest = z.infer<typeof actSchema>
type HoldRequest = Exclude<ActRequest, FormatActRequest>

/** Why an act is refused; nothing has changed then. */
export type Refusal =
  | 'unknown-wijk'
  /** The wijk never had a release, or has no public site now. */
  | 'no-site'
  | 'nothing-earlier'
  | 'not-kept'
  /** The wijk had no public site in that release. */
  | 'empty'
  | 'damaged'

/** What was noted of an act, to be brought about by the publish that follows; or its answer, when nothing follows. */
type Noted = ActAnswer | { readonly awaits: Awaits }
interface Awaits {
  readonly act: HoldRequest['act']
  readonly to?: number
  readonly held?: Held
  readonly wasHeld?: boolean
}

export interface ActsOptions {
  readonly cms: Pick<CmsClient, 'hold' | 'resume'>
  readonly target: Pick<FirstTarget, 'live' | 'kept' | 'ensureKept'>
  readonly wijken: Pick<Wijken, 'find'>
  readonly formats: Pick<SiteFormats, 'perform' | 'progress'>
  readonly dispatcher: Pick<Dispatcher, 'hint' | 'look'>
  readonly next: Pick<NextPublish, 'of'>
  readonly deliveries: Pick<Deliveries, 'arrived'>
  readonly now: () => Date
}

export function createActs({ cms, target, wijken, formats, dispatcher, next, deliveries, now }: ActsOptions) {
  // One after another for a wijk, so that the last one asked for is the one that holds.
  const inTurn = createTurns()

  async function rollback(
    { wijk: id, to, by, why }: HoldRequest & { act: 'rollback' },
    before: Held | null,
  ): Promise<Noted> {
    const live = target.live(id)
    if (!live || live.files.size === 0) return refused('no-site')
    const kept = target.kept(id)
    // One that is held and not shown yet is what the next one goes back from.
    const from = before && !isHeldThere(live, before) ? before.release : (live.rollback ?? live.release)
    const chosen = to === undefined ? earlier(kept, from) : kept.find(({ release }) => release === to)
    if (!chosen) return refused(to === undefined ? 'nothing-earlier' : 'not-kept', kept)
    if (chosen.files === 0) return refused('empty', kept)
    try {
      target.ensureKept(id, chosen.release)
    } catch (error) {
      if (error instanceof ReleaseNotKeptError) return refused('damaged', kept)
      throw error
    }
    const held: Held = {
      release: chosen.release,
      revision: chosen.revision,
      by,
      since: now().toISOString(),
      why,
    }
    try {
      await cms.hold(id, held)
    } catch (error) {
      // It may have been noted all the same; who asks again without a number would go one further back.
      if (error instanceof CmsUnavailableError)
        return { status: 503, body: { error: error.message, to: held.release } }
      throw error
    }
    return { awaits: { act: 'rollback', to: held.release, held } }
  }

  async function resume({ wijk: id }: HoldRequest, held: Held | null): Promise<Noted> {
    if (!held) return { status: 200, body: { act: 'resume', wasHeld: false, release: shown(id) } }
    await cms.resume(id)
    return { awaits: { act: 'resume', wasHeld: true } }
  }

  /** Whether another act took the place of this one while it was waited for. */
  function isOvertaken(id: WijkId, { held }: Awaits): boolean {
    const live = target.live(id)
    return held ? !isHeldThere(live, held) : live !== null && live.rollback !== null
  }

  /** Waits until the publish that follows has been seen as a reader sees it, on every target. */
  async function broughtAbout(id: WijkId, body: Awaits): Promise<ActAnswer> {
    const seen = next.of(id).then(() => deliveries.arrived(id))
    const done = seen.then(
      (): ActAnswer => ({
        status: 200,
        body: { ...body, release: shown(id), ...(isOvertaken(id, body) && { isOvertaken: true }) },
      }),
      (error: unknown): ActAnswer => ({
        status: 502,
        body: { ...body, release: shown(id), error: explain(error) },
      }),
    )
    dispatcher.hint(id, 'editor')
    const { promise, resolve } = Promise.withResolvers<ActAnswer>()
    const timer = setTimeout(
      () => resolve({ status: 202, body: { ...body, release: shown(id) } }),
      PATIENCE_MS,
    )
    try {
      return await Promise.race([done, promise])
    } finally {
      clearTimeout(timer)
    }
  }

  const shown = (id: WijkId) => target.live(id)?.release ?? 0

  /** Does what a signed body asks. */
  return async function perform(body: string): Promise<ActAnswer> {
    const request = parseAct(body)
    if (typeof request === 'string') return { status: 400, body: { error: request } }
    if (request.act === 'format') return performFormatAct(request, formats, dispatcher)
    // Only what is noted: who asks for the next thing does not wait until it is seen what was asked before.
    const noted = await inTurn([request.wijk], () => note(request))
    return 'awaits' in noted ? broughtAbout(request.wijk, noted.awaits) : noted
  }

  async function note(request: HoldRequest): Promise<Noted> {
    try {
      const wijk = await wijken.find(request.wijk)
      if (!wijk || wijk.slug === null) return refused('unknown-wijk')
      return request.act === 'rollback'
        ? await rollback(request, wijk.held)
        : await resume(request, wijk.held)
    } catch (error) {
      if (error instanceof CmsUnavailableError) return { status: 503, body: { error: error.message } }
      throw error
    }
  }
}

export type Acts = ReturnType<typeof createActs>

/** The release before this one, which may itself show an earlier one again: then the one before that. */
function earlier(kept: readonly KeptRelease[], from: number): KeptRelease | undefined {
  const of = (number: number) => kept.find(({ release }) => release === number)
  let shown = from
  for (let again = of(shown)?.rollback; again; again = of(shown)?.rollback) shown = again
  return kept.find(({ release, files }) => release < shown && files > 0)
}

function refused(refusal: Refusal, kept: readonly KeptRelease[] = []): ActAnswer {
  return {
    status: refusal === 'unknown-wijk' ? 404 : 409,
    body: { refused: refusal, kept: kept.filter(({ files }) => files > 0).map(({ release }) => release) },
  }
}

function parseAct(body: string): ActRequest | string {
  try {
    return actSchema.parse(JSON.parse(body))
  } catch (error) {
    return `expected {"act":"rollback","wijk","to"?,"by","why"} or {"act":"resume","wijk"} or {"act":"format","do":"pause"|"resume"|"undo"|"use","hash"?}: ${(error as Error).message}`
  }
}
