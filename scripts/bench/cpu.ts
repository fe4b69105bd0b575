/** What a program costs: wall time, and the processor time of it and of all it started. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

export interface Cost {
  readonly wallMs: number
  /** User and system time. */
  readonly cpuMs: number
}

/** Linux counts in hundredths of a second, for programs whatever the machine. */
const TICK_MS = 10

/**
 * Runs a program to its end and answers what it cost. Rejects, with the end of what it said, when it fails. One at a
 * time: Linux tells what all ended children together cost (proc_pid_stat(5), cutime and cstime).
 */
export async function costOf(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  const before = childrenCpuMs()
  const started = performance.now()
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)))
  const [code] = (await once(child, 'close')) as [number | null]
  const wallMs = performance.now() - started
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)
  return { wallMs, cpuMs: childrenCpuMs() - before }
}

/** Processor time that a process used until now, without that of its children. */
export function cpuMsOf(pid: number): number {
  return ticksOf(pid, 11, 12) * TICK_MS
}

function childrenCpuMs(): number {
  return ticksOf('self', 13, 14) * TICK_MS
}

function ticksOf(pid: number | 'self', user: number, system: number): number {
  // The name of the program stands in brackets and may hold spaces; numbers are counted after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return Number(fields[user]) + Number(fields[system])
}
