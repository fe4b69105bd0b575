/** What goes wrong in a round: processes that are killed, alone or two at once, or that stand still for a while. */
import { spawnSync } from 'node:child_process'
import type { Program } from '../support/installation.ts'
import type { Wijkpers } from '../support/wijkpers.ts'

export type Mishap = readonly Program[] | 'renderers' | 'pause'

/** What happens in twenty rounds, in an order that is left to chance. */
export const twentyRounds: readonly Mishap[] = [
  ...Array.from({ length: 5 }, () => ['publisher'] as const),
  ...Array.from({ length: 3 }, () => ['files'] as const),
  ['cms'],
  ['publisher', 'files'],
  ['publisher', 'files'],
  ['publisher', 'cms'],
  ['cms', 'files'],
  ...Array.from({ length: 3 }, () => 'renderers' as const),
  ...Array.from({ length: 4 }, () => 'pause' as const),
]

export const nameOf = (mishap: Mishap) => (typeof mishap === 'string' ? mishap : mishap.join(' + '))

/** The longest that the publisher stands still, in milliseconds. */
const PAUSE_MS = 2_800

/** Lets it happen, and starts again what was killed; `env` are settings of the CMS. */
export async function happen(
  mishap: Mishap,
  wijkpers: Wijkpers,
  { random, env }: { random: () => number; env: NodeJS.ProcessEnv },
): Promise<void> {
  if (mishap === 'renderers') {
    for (const pid of childrenOf(wijkpers.pidOf('publisher')!)) killIfThere(pid)
    return
  }
  if (mishap === 'pause') {
    const pid = wijkpers.pidOf('publisher')!
    process.kill(pid, 'SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, random() * PAUSE_MS))
    process.kill(pid, 'SIGCONT')
    return
  }
  await Promise.all(mishap.map((program) => wijkpers.kill9(program)))
  await Promise.all(mishap.map((program) => wijkpers.start(program, program === 'cms' ? env : {})))
}

/** Kills a process, which may have ended by itself since it was seen. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [pid, of] = line.trim().split(/\s+/).map(Number)
    return pid && of === parent ? [pid] : []
  })
}
