/** What became of one publish, and where its time went: one line in the log, and the figures that are counted. */
import type { Receipt } from '@wijkpers/publishing'
import { startStepWatch, type Steps } from './steps.ts'

export interface Outcome {
  /** `nothing`: it was of a wijk that the CMS never knew, or did not end well. */
  result: 'live' | 'held' | 'nothing'
  /** Revision of the content that was read. */
  revision: number | null
  /** What is live now; null when it did not come that far. */
  release: number | null
  pages: number | null
  /** Milliseconds. */
  steps: Partial<Steps>
}

/** The same receipt, and what it was told. */
export function watchReceipt(receipt: Receipt): { readonly watched: Receipt; readonly outcome: Outcome } {
  const outcome: Outcome = { result: 'nothing', revision: null, release: null, pages: null, steps: {} }
  const watch = startStepWatch()
  const took = (steps: Partial<Steps>) => (outcome.steps = { ...outcome.steps, ...steps })
  const watched: Receipt = {
    rendering(revision, changedAt) {
      took(watch.ended('read'))
      outcome.revision = revision
      receipt.rendering(revision, changedAt)
    },
    deploying(made) {
      took(watch.renderingEnded(made.compareMs))
      receipt.deploying(made)
    },
    proving() {
      took(watch.ended('store'))
      receipt.proving()
    },
    async live(proof) {
      took(watch.ended('prove'))
      outcome.result = 'live'
      outcome.release = proof.release
      outcome.pages = proof.pages
      await receipt.live(proof)
    },
    async held(held) {
      outcome.result = 'held'
      outcome.revision = held.revision
      outcome.release = held.release
      await receipt.held(held)
    },
  }
  return { watched, outcome }
}
