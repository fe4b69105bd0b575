/** Looking until a reader sees a release, on a target that takes a while to show it. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Proof, ProofFailedError } from '@wijkpers/publishing'

/** Between two looks, in milliseconds. */
const LOOK_MS = 250

/**
 * Asks `wrongWith` until it answers null: a reader sees it. Without an address there is nothing to see. Throws
 * ProofFailedError with the last answer after `proofMs` milliseconds.
 */
export async function proveOn(
  target: string,
  proof: Proof,
  proofMs: number,
  wrongWith: (proof: Proof) => Promise<string | null>,
): Promise<void> {
  if (!proof.url) return
  const deadline = Date.now() + proofMs
  for (;;) {
    const wrong = await wrongWith(proof)
    if (!wrong) return
    if (Date.now() > deadline) throw new ProofFailedError(`[deploy:${target}] ${wrong}`)
    await wait(LOOK_MS)
  }
}
