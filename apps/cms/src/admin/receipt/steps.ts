import type { Receipt, ReceiptState } from './receipt.ts'

/** One stop of a change on its way to the site. */
export interface Step {
  readonly text: string
  readonly state: 'done' | 'now' | 'later' | 'failed'
  /** The change is where it should be. */
  readonly isGoal?: boolean
}

const ORDER: readonly ReceiptState[] = ['received', 'rendering', 'deploying', 'live']

/** The four stops; `online` is what the last one says once it is reached. */
export function stepsOf({ state, renderedAt }: Receipt, online: string): readonly Step[] {
  const isLive = state === 'live'
  const reached = state === 'failed' ? (renderedAt ? 2 : 1) : state === 'held' ? 1 : ORDER.indexOf(state)
  const stateOf = (step: number): Step['state'] => {
    if (isLive || step < reached) return 'done'
    if (step > reached || state === 'held') return 'later'
    return state === 'failed' ? 'failed' : 'now'
  }
  return [
    { text: 'Ontvangen', state: stateOf(0) },
    { text: stateOf(1) === 'done' ? 'Gemaakt' : 'Wordt gemaakt', state: stateOf(1) },
    { text: stateOf(2) === 'done' ? 'Geplaatst' : 'Wordt geplaatst', state: stateOf(2) },
    { text: isLive ? online : 'Online', state: stateOf(3), isGoal: isLive },
  ]
}
