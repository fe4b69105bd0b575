/** Wiring of what the publisher does at quiet hours: verifying every wijk, and sweeping the release store. */
import type { WijkId } from '@wijkpers/content'
import type { FirstTarget, FormatShelf } from '@wijkpers/publishing'
import type { ReleaseStore } from '@wijkpers/releases'
import type { Logger } from 'pino'
import { doChores } from './chores.ts'
import type { Config } from '../config.ts'
import type { Metrics } from '../watch/metrics.ts'
import { createLookingElsewhere, type LookedAfter } from './looking-elsewhere.ts'
import { createSweeping } from './sweeping.ts'
import type { VerifiedBook } from './verified.ts'
import { createVerifier, type VerifierOptions } from './verifier.ts'
import { createVerifying } from './verifying.ts'
import type { Wijken } from '../wijken.ts'

export interface HouseworkOptions
  extends Omit<VerifierOptions, 'target' | 'shelf'>, Pick<Config, 'quietHours' | 'keep'> {
  readonly shelf: FormatShelf
  readonly store: ReleaseStore
  readonly target: FirstTarget
  readonly wijken: Pick<Wijken, 'withSite'>
  readonly verified: VerifiedBook
  readonly elsewhere: readonly LookedAfter[]
  /** Has the dispatcher ask which wijken are due. */
  readonly look: () => void
  /** Whether nobody publishes, or waits to be published. */
  readonly isIdle: () => boolean
  readonly metrics: Metrics
  readonly log: Logger
  /** The machine's clock, also when pages are made for another moment. */
  readonly clock: () => Date
}

export function createHousework(options: HouseworkOptions) {
  const { wijken, target, store, verified, look, isIdle, quietHours, keep, metrics, log, clock } = options
  const verifier = createVerifier(options)
  let isStopping = false
  const verifying = createVerifying({
    wijken,
    target,
    book: verified,
    verify: (wijk) => verifier.verify(wijk),
    onRest: () => verifier.rest(),
    onVerified(wijk, { release, different, leftOver, damaged }, outcome) {
      metrics.wijkVerified(outcome)
      if (outcome === 'same') return
      log.error(
        { wijk, release, different, leftOver, damaged },
        outcome === 'different'
          ? 'what is live differs from its content: a bug, or a damaged disk; it is made anew'
          : 'what is live still differs from its content after it was made anew: a bug',
      )
    },
    onFailed(wijk, error) {
      // Then its render process was ended by us.
      if (isStopping) return
      metrics.wijkVerified('failed')
      log.warn({ err: error, wijk }, 'a wijk could not be verified; it is tried again after the others')
    },
    onRepair: look,
    now: clock,
  })
  const sweeping = createSweeping({
    store,
    keep,
    now: clock,
    onSwept(swept) {
      metrics.objectsSwept(swept.objects)
      log.info(swept, 'swept the release store')
    },
  })

  const lookingElsewhere = createLookingElsewhere(options.elsewhere, () => clock().getTime())

  return {
    /** Files of a wijk that were found to be wrong; null when all is well. */
    wrongIn: (wijk: WijkId) => verifying.wrongIn(wijk),
    /** All of a wijk was made anew and is live. */
    madeAnew: (wijk: WijkId) => verifying.madeAnew(wijk),
    /** Works until `signal` aborts. */
    async run(signal: AbortSignal): Promise<void> {
      const stop = () => {
        isStopping = true
        verifier.rest()
      }
      signal.addEventListener('abort', stop, { once: true })
      // Verifying may take all of a night, and more; sweeping is once a day, and makes room.
      const chores = [sweeping, lookingElsewhere, verifying.chore]
      const onFailed = (chore: string, error: unknown) =>
        log.warn({ err: error, chore }, 'a chore failed; it is tried again')
      await doChores({ chores, isIdle, quietHours, now: clock, onFailed }, signal)
      verifier.rest()
    },
  }
}

export type Housework = ReturnType<typeof createHousework>
