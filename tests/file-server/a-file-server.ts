/** The file server as a process of its own, on a free port and with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../scripts/settings.ts'
import { until } from '../../scripts/wait.ts'
import { ask, type Asked, type Got } from '../../apps/file-server/src/testing/a-served-store.ts'
import { freePorts } from '../support/ports.ts'

export interface RunningFileServer {
  readonly child: ChildProcess
  readonly data: string
  readonly port: number
  /** All it printed so far. */
  printed(): string
  /** What a reader of molenwijk, or of another host, gets. */
  ask(path: string, asked?: Asked): Promise<Got>
  /** How it ended: an exit code, or a signal. */
  readonly end: Promise<number | string>
}

/** Starts the process without waiting for anything. */
export async function spawnFileServer(data: string, env: NodeJS.ProcessEnv = {}): Promise<RunningFileServer> {
  const [port = 0] = env.SITES_PORT ? [Number(env.SITES_PORT)] : await freePorts(1)
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: join(root, 'apps/file-server'),
    env: { PATH: process.env.PATH, WIJKPERS_DATA: data, SITES_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const outputs = [child.stdout!, child.stderr!]
  let printed = ''
  for (const output of outputs) output.on('data', (text: Buffer) => (printed += text))
  return {
    child,
    data,
    port,
    printed: () => printed,
    ask: (path, asked) => ask(port, path, asked),
    // Not `close` of the child: that never comes once its channel was cut.
    end: Promise.all([once(child, 'exit'), ...outputs.map((output) => once(output, 'close'))]).then(
      ([exit]) => exit?.[0] ?? exit?.[1],
    ),
  }
}

/** Starts it and waits until it answers. */
export async function startFileServer(data: string, env: NodeJS.ProcessEnv = {}): Promise<RunningFileServer> {
  const files = await spawnFileServer(data, env)
  await until(
    'the file server',
    async () => (await files.ask('/wijken.json', { host: 'localhost' })).status === 200,
  )
  return files
}
