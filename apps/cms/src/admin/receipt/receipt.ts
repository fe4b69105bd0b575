import { dataIn, moment, number, rowIn, text } from '../answer.ts'
import { type Held, heldIn } from './held.ts'

/**
 * What the CMS knows about the way of one entry to the site: the answer of `GET /wijkpers/receipt`.
 *
 * The states follow each other: received (waits for the publisher), rendering, deploying, live.
 * `failed` is tried again by itself; `held` waits until an operator lets the wijk go on.
 */
export const RECEIPT_STATES = ['received', 'rendering', 'deploying', 'live', 'failed', 'held'] as const

export type ReceiptState = (typeof RECEIPT_STATES)[number]

export interface Receipt {
  readonly state: ReceiptState
  readonly changedAt: Date | null
  readonly renderedAt: Date | null
  readonly liveAt: Date | null
  readonly nextTryAt: Date | null
  /** Milliseconds from when this was asked. */
  readonly nextTryInMs: number | null
  /** The target that it waits for while it is being placed. */
  readonly waitsFor: string | null
  readonly pages: number | null
  readonly durationMs: number | null
  /** Where the entry stands on the site, absolute; null when it has no page (any more). */
  readonly url: string | null
  /** The wijk is open, rests or is an archive: what is live can be read. */
  readonly hasSite: boolean
  readonly error: string | null
  /** The site stays at an earlier release: no change goes online meanwhile. */
  readonly held: Held | null
}

/** The receipt in the body of an answer; null for an entry that never was published. Throws when it is something else. */
export function parseReceipt(body: unknown): Receipt | null {
  const answer = dataIn(body)
  if (answer === null) return null
  const data = rowIn(answer)
  const state = RECEIPT_STATES.find((known) => known === data?.state)
  if (!data || !state) throw new TypeError(`[receipt] Expected a known state, got ${JSON.stringify(answer)}`)
  return {
    state,
    changedAt: moment(data.changedAt),
    renderedAt: moment(data.renderedAt),
    liveAt: moment(data.liveAt),
    nextTryAt: moment(data.nextTryAt),
    nextTryInMs: number(data.nextTryInMs),
    waitsFor: text(data.waitsFor),
    pages: number(data.pages),
    durationMs: number(data.durationMs),
    url: webAddress(text(data.url), text(data.siteUrl)),
    hasSite: data.hasSite === true,
    error: text(data.error),
    held: heldIn(data.held),
  }
}

/** The address may be a path on the site. Only http(s) becomes a link: it ends up in an `href`. */
function webAddress(address: string | null, base: string | null): string | null {
  if (address === null) return null
  try {
    const { protocol, href } = new URL(address, base ?? undefined)
    return ['http:', 'https:'].includes(protocol) ? href : null
  } catch {
    return null
  }
}
