/**
 * Keeps the processes of an installation running: a child that ends is started again,
 * sooner the first time and slower when it keeps ending; all of them end with us.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process ended before it was ready, with words for the operator. */
export class ProcessFailedError extends Error {
  override readonly name = 'ProcessFailedError'
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

export interface ProcessSpec {
  /** As in `run/<name>.pid` and `run/<name>.log`. */
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** It is started again also when it ended before it was ready; not when a setting is wrong (exit code 2). */
  readonly isTriedAgain: boolean
}

export interface SuperviseOptions {
  /** Pids and logs are written here. */
  readonly runFolder: string
  /** Output goes to the terminal instead of a log file. */
  readonly isVerbose?: boolean
  readonly onRestart: (name: string, how: string, inMs: number) => void
  /** Each line a child prints. */
  readonly onLine?: (name: string, line: string) => void
}

/** Longest wait before a child is started again, in milliseconds. */
const MAX_WAIT_MS = 15_000
/** A child that ran this long is taken to be well again, in milliseconds. */
const WELL_AFTER_MS = 30_000
/** How long children may take to end by themselves, in milliseconds. */
const GRACE_MS = 8_000
/** A log larger than this is put aside as `<name>.log.1`, in the place of the one before, in bytes. */
const MAX_LOG_BYTES = 5_000_000

export function supervise({ runFolder, isVerbose = false, onRestart, onLine }: SuperviseOptions) {
  const children = new Map<string, ChildProcess>()
  const timers = new Set<NodeJS.Timeout>()
  let isStopping = false
  mkdirSync(runFolder, { recursive: true })

  /** Starts a process and keeps it running. `firstExit` rejects when it ends before `isReady()` is called, and is not tried again. */
  function start(spec: ProcessSpec): { isReady(): void; firstExit: Promise<never> } {
    const { promise: firstExit, reject } = Promise.withResolvers<never>()
    firstExit.catch(() => undefined)
    const log = join(runFolder, `${spec.name}.log`)
    let ready = false
    let quickExits = 0

    function launch(): void {
      const startedAt = Date.now()
      const child = spawn(process.execPath, spec.args, {
        cwd: spec.cwd,
        env: spec.env,
        // A group of its own: Ctrl-C comes to us, and we decide when the children end.
        detached: true,
        // The channel says nothing; its end tells a child that we are gone, also after a kill -9.
        stdio: ['ignore', isVerbose ? 'inherit' : 'pipe', isVerbose ? 'inherit' : 'pipe', 'ipc'],
      })
      children.set(spec.name, child)
      const pidFile = join(runFolder, `${spec.name}.pid`)
      if (child.pid) evenOnAFullDisk(() => writeFileSync(pidFile, `${child.pid}\n`))
      const tail = isVerbose ? [] : keepLog(child, log, (line) => onLine?.(spec.name, line))
      child.on('error', (error) => reject(new ProcessFailedError(`${spec.name}: ${error.message}`, 1)))
      child.on('exit', (code, signal) => {
        children.delete(spec.name)
        evenOnAFullDisk(() => rmSync(pidFile, { force: true }))
        if (isStopping) return
        const how = signal ?? `code ${code}`
        if (!ready && (code === 2 || !spec.isTriedAgain))
          return reject(
            new ProcessFailedError(
              `${spec.name} stopte meteen (${how}).\n${tail.map(messageIn).join('\n')}`,
              code ?? 1,
            ),
          )
        quickExits = Date.now() - startedAt > WELL_AFTER_MS ? 0 : quickExits + 1
        const inMs = quickExits <= 1 ? 0 : Math.min(MAX_WAIT_MS, 250 * 2 ** (quickExits - 2))
        onRestart(spec.name, how, inMs)
        const timer = setTimeout(() => {
          timers.delete(timer)
          launch()
        }, inMs)
        timers.add(timer)
      })
    }

    launch()
    return { firstExit, isReady: () => (ready = true) }
  }

  async function stop(): Promise<void> {
    isStopping = true
    for (const timer of timers) clearTimeout(timer)
    const ends = [...children.values()].map((child) => once(child, 'exit'))
    for (const child of children.values()) child.kill('SIGTERM')
    const force = setTimeout(() => {
      for (const child of children.values()) child.kill('SIGKILL')
    }, GRACE_MS)
    await Promise.all(ends)
    clearTimeout(force)
  }

  // The last resort when we are ended without being asked.
  process.on('exit', () => {
    for (const child of children.values()) child.kill('SIGKILL')
  })

  return { start, stop }
}

const told = new Set<string>()
/** Notes something for the operator, or leaves it: the sites go on, whatever the disk says. What is wrong is told once. */
export function evenOnAFullDisk(note: () => void): void {
  try {
    note()
  } catch (error) {
    const { message } = error as Error
    if (!told.has(message)) console.error(`  niet genoteerd: ${message}`)
    told.add(message)
  }
}

/** Writes a child's output to its log; answers a list that always holds its last lines. */
function keepLog(child: ChildProcess, file: string, onLine: (line: string) => void): string[] {
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const write = (part: Buffer) =>
    evenOnAFullDisk(() => {
      if (size > MAX_LOG_BYTES) {
        renameSync(file, `${file}.1`)
        size = 0
      }
      appendFileSync(file, part)
      size += part.length
    })
  const tail: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (part: Buffer) => {
      write(part)
      const lines = (rest + part.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        onLine(line)
        if (tail.push(line) > 20) tail.shift()
      }
    })
  }
  return tail
}

/** The message of a structured line; any other line as it is. */
function messageIn(line: string): string {
  try {
    const { msg } = JSON.parse(line) as { msg?: unknown }
    return typeof msg === 'string' ? msg : line
  } catch {
    return line
  }
}
