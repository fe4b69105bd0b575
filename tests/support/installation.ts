/** One installation under test: data of its own, free ports, and its real processes, each started and ended at will. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCmsClient, type CmsClient } from '@wijkpers/content/strapi'
import { untilFilesAnswer } from '../../scripts/ask-files.ts'
import { programs } from '../../scripts/programs.ts'
import { readSettings, root, type Settings } from '../../scripts/settings.ts'
import { untilAnswers } from '../../scripts/wait.ts'
import { databaseOf } from './database.ts'
import { newDataFolder } from './fresh-data.ts'
import { askOnce } from './own-connection.ts'
import { freePorts } from './ports.ts'
import type { SmallDisk } from './small-disk.ts'

const PATIENCE = { seconds: 150 }
const untilReady = {
  cms: (set: Settings) => untilAnswers(`${set.cmsUrl}/_health`, PATIENCE),
  publisher: (set: Settings) => untilAnswers(`${set.env.PUBLISHER_URL}/health/live`, PATIENCE),
  files: (set: Settings) => untilFilesAnswer(set, PATIENCE),
}
export type Program = keyof typeof programs

export interface Installation extends AsyncDisposable {
  readonly settings: Settings
  /** The closed GraphQL as the publisher uses it. */
  readonly cms: CmsClient
  /** Starts one process; rejects with the end of its log when it ends before it answers. */
  start(program: Program, env?: NodeJS.ProcessEnv): Promise<void>
  /** Ends one process, and waits until it is gone; nothing when it does not run. */
  end(program: Program, signal: NodeJS.Signals): Promise<void>
  /** The process itself, for signals of other kinds; null when it does not run. */
  pidOf(program: Program): number | null
  /** The file with what a process wrote to stdout and stderr. */
  logOf(program: Program): string
}

export interface InstallationOptions {
  /** Settings over the defaults, such as WIJKPERS_NOW. */
  readonly env?: NodeJS.ProcessEnv
  /** Started together; the installation is given when all answer. */
  readonly programs: readonly Program[]
  /** Data folder to go on with; without it a temporary one, removed at the end. */
  readonly data?: string
  /** Makes the disk of `releases/`, which the publisher and the file server then use. */
  readonly disk?: (releases: string) => Promise<SmallDisk>
}

/** Starts what tests/support/set-up.ts has built; `await using` ends it and removes its data. */
export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const { env = {} } = options
  const data = options.data ?? newDataFolder('wijkpers-test-', env)
  const database = await databaseOf(env)
  const [cmsPort, sitesPort, publisherPort] = await freePorts(3)
  const settings = readSettings({
    WIJKPERS_DATA: data,
    DATABASE_URL: database.url,
    CMS_PORT: String(cmsPort),
    SITES_PORT: String(sitesPort),
    PUBLISHER_PORT: String(publisherPort),
    WIJKPERS_DEMO: '1',
    // Never: who runs tests at night sees the same.
    QUIET_HOURS: '3-3',
    ...env,
  })
  const disk = await options.disk?.(join(data, 'releases'))
  const children = new Map<Program, ChildProcess>()
  const logs = join(data, 'run')
  mkdirSync(logs, { recursive: true })
  const logOf = (name: Program) => join(logs, `${name}.log`)

  async function start(name: Program, more: NodeJS.ProcessEnv = {}): Promise<void> {
    const { cwd, args } = programs[name]
    const folder = join(root, cwd)
    const program = { command: process.execPath, args }
    const { command, args: words } =
      disk && name !== 'cms' ? disk.inside(folder, program.command, args) : program
    // Its own hand on the file: what it said last is there, however it ended.
    const log = openSync(logOf(name), 'a')
    const child = spawn(command, words, {
      cwd: folder,
      env: { ...settings.env, ...disk?.env, ...more },
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    children.set(name, child)
    const ended = once(child, 'exit').then(([code, signal]) => {
      if (children.get(name) === child) children.delete(name)
      const said = readFileSync(logOf(name), 'utf8').slice(-4000)
      throw new Error(`${name} ended with ${String(signal ?? code)}:\n${said}`)
    })
    ended.catch(() => undefined)
    await Promise.race([ended, untilReady[name](settings)])
  }

  async function end(name: Program, signal: NodeJS.Signals): Promise<void> {
    const child = children.get(name)
    if (!child) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async function dispose(): Promise<void> {
    await Promise.all(Array.from(children.keys(), (name) => end(name, 'SIGKILL')))
    await disk?.[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
    if (options.data === undefined) rmSync(data, { recursive: true, force: true })
  }

  try {
    await Promise.all(options.programs.map((name) => start(name)))
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    settings,
    cms: createCmsClient({
      url: settings.cmsUrl,
      token: settings.cmsToken,
      timeoutMs: 120_000,
      fetch: askOnce,
    }),
    start,
    end,
    pidOf: (name) => children.get(name)?.pid ?? null,
    logOf,
    [Symbol.asyncDispose]: dispose,
  }
}
