/** What became of one publish, and where its time went: one line in the log, and the figures that are counted. */
import type { Receipt } from '@wijkpers/publishing'
import type { Steps } from './receipts.ts'

export interface Outcome {
  /** Revision of the content that was read. */
  revision: number | null
  /** What is live now; null when it did not come that far. */
  release: number | null
  pages: number | null
  /** Milliseconds. */
  steps: Partial<Record<Exclude<keyof Steps, 'wait'>, number>>
}

/** The same receipt, and what it was told. */
export function watchReceipt(receipt: Receipt): { readonly watched: Receipt; readonly outcome: Outcome } {
  const outcome: Outcome = { revision: null, release: null, pages: null, steps: {} }
  let since = performance.now()
  const ended = (step: keyof Outcome['steps']) => {
    const now = performance.now()
    outcome.steps[step] = Math.round((now - since) * 10) / 10
    since = now
  }
  const watched: Receipt = {
    rendering(revision) {
      ended('read')
      outcome.revision = revision
      receipt.rendering(revision)
    },
    deploying() {
      ended('render')
      receipt.deploying()
    },
    proving() {
      ended('store')
      receipt.proving()
    },
    async live(proof) {
      ended('prove')
      outcome.release = proof.release
      outcome.pages = proof.pages
      await receipt.live(proof)
    },
    async held(held) {
      outcome.revision = held.revision
      outcome.release = held.release
      await receipt.held(held)
    },
  }
  return { watched, outcome }
}
