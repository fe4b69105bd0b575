/** Where the time of a publish goes, step by step, in milliseconds. */
export interface Steps {
  /** From the hint, or the look, until the publish began. */
  readonly wait: number
  /** Reading from the CMS what changed. */
  readonly read: number
  /** Taking in the change, and comparing answers to find the affected pages. */
  readonly compare: number
  /** New photos, rendering the affected pages, planning. */
  readonly render: number
  readonly store: number
  readonly prove: number
}

/** A watch that runs from now on and is told when each step ended; it answers how long that one took. */
export function startStepWatch() {
  let since = performance.now()
  function lap(): number {
    const before = since
    since = performance.now()
    return since - before
  }
  return {
    ended: (step: keyof Steps): Partial<Steps> => ({ [step]: tenths(lap()) }),
    /** Rendering ended, with comparing before it: the render process knows how long that took. */
    renderingEnded(compareMs: number): Pick<Steps, 'compare' | 'render'> {
      return { compare: tenths(compareMs), render: tenths(Math.max(0, lap() - compareMs)) }
    },
  }
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10
}
