/** How long it takes until a reader sees what an editor does. */
import type { Wijkpers } from '../../tests/support/wijkpers.ts'
import type { Change } from './kinds-of-change.ts'

export interface Seen {
  /** From the call until the answer at the path is another one. */
  readonly totalMs: number
  /** Until the CMS answered the call. */
  readonly callMs: number
}

export async function untilSeen(wijkpers: Wijkpers, slug: string, { path, make }: Change): Promise<Seen> {
  const shown = async () => {
    const { status, headers } = await wijkpers.get(slug, path)
    return `${status} ${headers.etag}`
  }
  const before = await shown()
  const started = performance.now()
  await make()
  const callMs = performance.now() - started
  while ((await shown()) === before) await nextTurn()
  return { totalMs: performance.now() - started, callMs }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}
