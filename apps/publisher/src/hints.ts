/** Intake of hints, without a web server in it. A hint is a wijk's id, signed: old, doubled or late ones are harmless. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseWijkId, type WijkId } from '@wijkpers/content'

/** How old or early a signature may be, in seconds. */
const HINT_WINDOW_S = 300
/** Largest body, in bytes; a hint is about 60. */
export const MAX_HINT_BYTES = 1024

export interface HintRequest {
  /** Header `wijkpers-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined
  /** Header `wijkpers-signature`: `v1=` and the hex HMAC-SHA256 of `timestamp.body`. */
  readonly signature: string | undefined
  readonly body: string
}

export type HintVerdict =
  { readonly status: 202; readonly wijk: WijkId } | { readonly status: 400 | 401; readonly reason: string }

/** Whether to take a hint. The signature is checked before anything in the body is looked at. */
export function judgeHint(
  { timestamp, signature, body }: HintRequest,
  secret: string,
  now: Date,
): HintVerdict {
  if (!timestamp || !signature)
    return { status: 401, reason: 'wijkpers-timestamp and wijkpers-signature are required' }
  if (!/^\d{1,12}$/.test(timestamp))
    return { status: 401, reason: 'wijkpers-timestamp: expected whole seconds since 1970' }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > HINT_WINDOW_S)
    return { status: 401, reason: `wijkpers-timestamp is more than ${HINT_WINDOW_S} seconds off` }
  const expected = Buffer.from(signHint(timestamp, body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return { status: 401, reason: 'wijkpers-signature does not fit the body' }
  try {
    const { wijk } = JSON.parse(body) as { wijk: unknown }
    if (typeof wijk !== 'string') throw new TypeError('wijk: expected a text')
    return { status: 202, wijk: parseWijkId(wijk) }
  } catch (error) {
    return { status: 400, reason: `expected {"wijk":"<documentId>"}: ${(error as Error).message}` }
  }
}

/** The value of `wijkpers-signature` for this body at this time. */
export function signHint(timestamp: string, body: string, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}
