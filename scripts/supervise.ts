/**
 * Keeps the processes of an installation running: a child that ends is started again,
 * sooner the first time and slower when it keeps ending; all of them end with us.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingError } from './settings.ts'

/** A process ended before it was ready, and is not started again; with words for the operator. */
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
  /** What must be so each time before it is started; a rejection counts as an end of the process. */
  readonly before?: (() => Promise<void>) | undefined
  /** It is started again also when it ended before it was ready; not when a setting is wrong (exit code 2). */
  readonly isTriedAgain: boolean
}

export interface SuperviseOptions {
  /** Pids and logs are written here. */
  readonly runFolder: string
  /** Output goes to the terminal instead of a log file. */
  readonly isVerbose?: boolean
  /** It ended, or could not be started: with its exit code or signal, or the error itself. */
  readonly onRestart: (name: string, how: string | Error, inMs: number) => void
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

  /**
   * Starts a process and keeps it running. `firstExit` rejects when it ends before `isReady()` is called and is not tried again; then it
   * is not running, and nobody starts it.
   */
  function start(spec: ProcessSpec): { readonly isReady: () => void; readonly firstExit: Promise<never> } {
    const { promise: firstExit, reject } = Promise.withResolvers<never>()
    firstExit.catch(() => undefined)
    const log = join(runFolder, `${spec.name}.log`)
    let ready = false
    let quickExits = 0

    function launch(): void {
      const startedAt = Date.now()
      const notStarted = (error: Error) => ended(startedAt, error, error)
      if (spec.before) spec.before().then(() => run(startedAt), notStarted)
      else run(startedAt)
    }

    function run(startedAt: number): void {
      if (isStopping) return
      const child = spawn(process.execPath, spec.args, {
        cwd: spec.cwd,
        env: spec.env,
        // A group of its own: Ctrl-C comes to us, and we decide when the children end.
        detached: true,
        // The channel says nothing; its end tells a child that we are gone, also after a kill -9.
        stdio: ['ignore', isVerbose ? 'inherit' : 'pipe', isVerbose ? 'inherit' : 'pipe', 'ipc'],
      })
      child.on('error', (error) => {
        // No process came of it, and none will tell its end: there was no memory for one, or no folder.
        if (child.pid === undefined) ended(startedAt, error, error)
      })
      if (child.pid === undefined) return
      children.set(spec.name, child)
      const pidFile = join(runFolder, `${spec.name}.pid`)
      evenOnAFullDisk(() => writeFileSync(pidFile, `${child.pid}\n`))
      const tail = isVerbose ? [] : keepLog(child, log, (line) => onLine?.(spec.name, line))
      child.on('exit', (code, signal) => {
        children.delete(spec.name)
        evenOnAFullDisk(() => rmSync(pidFile, { force: true }))
        const how = signal ?? `code ${code}`
        const says = `${spec.name} stopte meteen (${how}).\n${tail.map(messageIn).join('\n')}`
        ended(startedAt, how, new ProcessFailedError(says, code ?? 1))
      })
    }

    function ended(startedAt: number, how: string | Error, error: Error): void {
      if (isStopping) return
      if (!ready && (exitCodeOf(error) === 2 || !spec.isTriedAgain)) return reject(error)
      quickExits = Date.now() - startedAt > WELL_AFTER_MS ? 0 : quickExits + 1
      const inMs = quickExits <= 1 ? 0 : Math.min(MAX_WAIT_MS, 250 * 2 ** (quickExits - 2))
      onRestart(spec.name, how, inMs)
      const timer = setTimeout(() => {
        timers.delete(timer)
        launch()
      }, inMs)
      timers.add(timer)
    }

    launch()
    return { firstExit, isReady: () => void (ready = true) }
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

/** With what a start ends that fails so: 2 for what starting again does not help. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof SettingError) return 2
  return error instanceof ProcessFailedError ? error.exitCode : 1
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
