/** Intake of hints, without a web server in it. A hint is a wijk's id, signed: old, doubled or late ones are harmless. */
import { parseWijkId, type WijkId } from '@wijkpers/content'
import { type SignedRequest, signatureFault } from './signature.ts'

/** Largest body, in bytes; a hint is about 60. */
export const MAX_HINT_BYTES = 1024

export type HintVerdict =
  { readonly status: 202; readonly wijk: WijkId } | { readonly status: 400 | 401; readonly reason: string }

/** Whether to take a hint. The signature is checked before anything in the body is looked at. */
export function judgeHint(request: SignedRequest, secret: string, now: Date): HintVerdict {
  const fault = signatureFault(request, secret, now)
  if (fault) return { status: 401, reason: fault }
  try {
    const { wijk } = JSON.parse(request.body) as { wijk: unknown }
    if (typeof wijk !== 'string') throw new TypeError('wijk: expected a text')
    return { status: 202, wijk: parseWijkId(wijk) }
  } catch (error) {
    return { status: 400, reason: `expected {"wijk":"<documentId>"}: ${(error as Error).message}` }
  }
}
