/** `npm start`, once Node and the packages are there. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../scripts/settings.ts'

/** Starts all, or only one part; `said` tells all that it printed so far. */
export function startAll(env: NodeJS.ProcessEnv, ...only: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...only], { cwd: root, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += String(part)))
  return {
    pid: child.pid,
    said: () => said,
    ended: once(child, 'close'),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  }
}
