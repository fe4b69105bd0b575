/** Signatures of what is sent to the publisher: only who has HINT_SECRET can make one, and it does not last. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old or early a signature may be, in seconds. */
export const SIGNATURE_WINDOW_S = 300

export interface SignedRequest {
  /** Header `wijkpers-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined
  /** Header `wijkpers-signature`: `v1=` and the hex HMAC-SHA256 of `timestamp.body`. */
  readonly signature: string | undefined
  readonly body: string
}

/** Why the signature does not hold; null when it does. To be asked before anything in the body is looked at. */
export function signatureFault(
  { timestamp, signature, body }: SignedRequest,
  secret: string,
  now: Date,
): string | null {
  if (!timestamp || !signature) return 'wijkpers-timestamp and wijkpers-signature are required'
  if (!/^\d{1,12}$/.test(timestamp)) return 'wijkpers-timestamp: expected whole seconds since 1970'
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SIGNATURE_WINDOW_S)
    return `wijkpers-timestamp is more than ${SIGNATURE_WINDOW_S} seconds off`
  const expected = Buffer.from(sign(timestamp, body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return 'wijkpers-signature does not fit the body'
  return null
}

/** The value of `wijkpers-signature` for this body at this time. */
export function sign(timestamp: string, body: string, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}
