/** Processes that a start which was killed left behind: each ends by itself once it notices that nobody supervises it. */
import { readFileSync, statSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { during } from './progress.ts'
import { until } from './wait.ts'

/** The longest that one takes to end, in seconds; what is still there then is told by the port it has. */
const ENDS_WITHIN_S = 15

/** Resolves when none of these is left, or one does not end. */
export async function untilNoneIsLeft(runFolder: string, names: readonly string[]): Promise<void> {
  const left = () => names.filter((name) => isLeft(join(runFolder, `${name}.pid`)))
  if (left().length === 0) return
  await during('wachten tot een eerdere start ophoudt', () =>
    until('them to end', () => Promise.resolve(left().length === 0), { seconds: ENDS_WITHIN_S }).catch(
      () => undefined,
    ),
  )
}

function isLeft(pidFile: string): boolean {
  try {
    // Noted before the machine was started: by now it may be the number of any program.
    if (statSync(pidFile).mtimeMs < Date.now() - uptime() * 1000) return false
    const pid = Number(readFileSync(pidFile, 'utf8'))
    // Throws when it is gone, or is somebody else's.
    return pid > 0 && pid !== process.pid && process.kill(pid, 0)
  } catch {
    return false
  }
}
