/** Who keeps failing, here or on a target elsewhere. */
import type { WijkId } from '@wijkpers/content'
import type { Dispatcher } from '@wijkpers/publishing'

/** A wijk that did not come where it should be since a moment in epoch milliseconds, however often it was tried. */
export interface Failing {
  readonly wijk: WijkId
  /** Null for our own store. */
  readonly target: string | null
  readonly since: number
  readonly error: unknown
}

/** Those of these wijken that `dispatcher` keeps trying. */
export function failingIn(
  dispatcher: Pick<Dispatcher, 'progress'>,
  wijken: readonly { readonly id: WijkId }[],
  target: string | null,
): Failing[] {
  return wijken.flatMap(({ id: wijk }) => {
    const { failingSince: since, lastError: error } = dispatcher.progress(wijk)
    return since === null ? [] : [{ wijk, target, since, error }]
  })
}
