/** Who is published next: which wijken are due and why, how they stand in line, and what decides it. */
import type { WijkId } from '@wijkpers/content'

/** Who waits for a publish, the most urgent first: an editor, readers (of time's or another wijk's change), nobody. */
export type Priority = 'editor' | 'fan-out' | 'bulk'

/**
 * Why a wijk is to be published.
 *
 * hint      somebody published there, says the CMS
 * revision  its wanted revision is not live
 * time      what is live is no longer right by the clock
 * untold    it is live, but the CMS does not know that yet
 * format    it was made with another site format than the one chosen
 * address   it was made for another public address
 * purge     a CDN did not forget yet what an earlier release showed
 * held      an operator puts an earlier release back, or lets the wijk go on
 * repair    it was found to differ from its content while nothing waited
 * lost      its site is not in the release store any more
 */
export type Why =
  'hint' | 'revision' | 'time' | 'untold' | 'format' | 'address' | 'purge' | 'held' | 'repair' | 'lost'

/** A wijk that is to be published. */
export interface Due {
  readonly wijk: WijkId
  readonly priority: Priority
  readonly why: Why
}

/** A wijk that waits for its turn. */
export interface Waiting extends Due {
  /** Epoch milliseconds. */
  readonly since: number
  /** Epoch milliseconds: not before this, because it backs off or more hints are expected. */
  readonly notBefore: number
}

/** Decides which wijk is published when. Hints only make it look sooner. */
export interface Dispatcher {
  /** Something may have changed in this wijk: look now. For an editor it does not wait for the back-off. */
  hint(wijk: WijkId, priority: Priority): void
  /** Something may have changed somewhere: ask which wijken are due. */
  look(): void
  /** The publish of this wijk that is under way takes long: its slot is for others from now on, as long as few did so. */
  stepAside(wijk: WijkId): void
  /** Back-off and progress of one wijk. */
  progress(wijk: WijkId): Progress
  /** Who waits, in the order in which they are taken when nothing else happens; who may not start yet stands last. */
  line(): readonly Waiting[]
  /** Publishes what is due until `signal` aborts; resolves when the last publish in flight has ended. */
  run(publish: (turn: Waiting) => Promise<void>, signal: AbortSignal): Promise<void>
}

/** How far the dispatcher is with one wijk. */
export interface Progress {
  readonly isActive: boolean
  /** Failed attempts since what is wanted was last live. */
  readonly attempts: number
  /** The first of them, in epoch milliseconds; null without one. */
  readonly failingSince: number | null
  readonly lastError: unknown
  /** Epoch milliseconds; null when it is not backing off. */
  readonly nextTryAt: number | null
}
