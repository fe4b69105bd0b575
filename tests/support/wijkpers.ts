/** A whole Wijkpers for one test file: real CMS, publisher and file server on free ports with data of their own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCmsClient, type CmsClient, type Held } from '@wijkpers/content/strapi'
import { askFiles, type Got } from '../../scripts/ask-files.ts'
import { readSettings, root, type Settings } from '../../scripts/settings.ts'
import { until, untilAnswers } from '../../scripts/wait.ts'
import { databaseOf } from './database.ts'
import { newDataFolder } from './fresh-data.ts'
import { freePorts } from './ports.ts'
import type { SmallDisk } from './small-disk.ts'

const programs = {
  cms: { cwd: 'apps/cms', args: ['scripts/serve.cjs'], health: (set: Settings) => `${set.cmsUrl}/_health` },
  publisher: {
    cwd: 'apps/publisher',
    args: ['src/main.ts'],
    health: (set: Settings) => `${set.env.PUBLISHER_URL}/health/live`,
  },
  files: {
    cwd: 'apps/file-server',
    args: ['src/main.ts'],
    health: (set: Settings) => `${set.env.FILES_URL}/`,
  },
} as const
export type Program = keyof typeof programs

/** One wijk as the publisher tells it. */
export interface Status {
  readonly wanted: number
  readonly live: number
  readonly release: number
  readonly state: string
  readonly attempts: number
  readonly lastError: string | null
  readonly held: Held | null
  readonly lastVerifiedAt: string | null
  readonly differences: number | null
}

export interface Wijkpers extends AsyncDisposable {
  readonly settings: Settings
  readonly cms: CmsClient
  start(program: Program, env?: NodeJS.ProcessEnv): Promise<void>
  kill9(program: Program): Promise<void>
  /** The process itself, for signals of other kinds; null when it does not run. */
  pidOf(program: Program): number | null
  /** What a reader of this wijk gets. */
  get(slug: string, path: string, headers?: Record<string, string>): Promise<Got>
  status(slug: string): Promise<Status>
  /** Waits until everything that was published is live. */
  untilLive(slug: string, seconds?: number): Promise<Status>
  logOf(program: Program): string
}

export interface StartOptions {
  /** Settings over the defaults, such as WIJKPERS_NOW. */
  readonly env?: NodeJS.ProcessEnv
  readonly programs?: readonly Program[]
  /** Makes the disk of `releases/`, which the publisher and the file server then use. */
  readonly disk?: (releases: string) => Promise<SmallDisk>
}

/** Starts it; `await using` ends it and removes its data. */
export async function startWijkpers({
  env = {},
  programs: names = ['cms', 'publisher', 'files'],
  disk: makeDisk,
}: StartOptions = {}): Promise<Wijkpers> {
  const data = newDataFolder('wijkpers-test-', env)
  const database = await databaseOf(env)
  const [cmsPort, sitesPort, publisherPort] = await freePorts(3)
  const settings = readSettings({
    WIJKPERS_DATA: data,
    DATABASE_URL: database.url,
    CMS_PORT: String(cmsPort),
    SITES_PORT: String(sitesPort),
    PUBLISHER_PORT: String(publisherPort),
    WIJKPERS_DEMO: '1',
    ...env,
  })
  const disk = await makeDisk?.(join(data, 'releases'))
  const children = new Map<Program, ChildProcess>()
  const logs = join(data, 'run')
  mkdirSync(logs, { recursive: true })
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken, timeoutMs: 60_000 })

  async function start(name: Program, more: NodeJS.ProcessEnv = {}): Promise<void> {
    const { cwd, args, health } = programs[name]
    const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' })
    const folder = join(root, cwd)
    const program = { command: process.execPath, args }
    const started = disk && name !== 'cms' ? disk.inside(folder, program.command, args) : program
    const child = spawn(started.command, started.args, {
      cwd: folder,
      env: { ...settings.env, ...disk?.env, ...more },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child.stdout?.pipe(log, { end: false })
    child.stderr?.pipe(log, { end: false })
    children.set(name, child)
    const ended = once(child, 'exit').then(([code, signal]) => {
      if (children.get(name) === child) children.delete(name)
      throw new Error(`${name} ended with ${String(signal ?? code)}: see ${join(logs, `${name}.log`)}`)
    })
    ended.catch(() => undefined)
    await Promise.race([ended, untilAnswers(health(settings), { seconds: 90 })])
  }

  async function kill9(name: Program): Promise<void> {
    const child = children.get(name)
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  async function status(slug: string): Promise<Status> {
    const response = await fetch(`${settings.env.PUBLISHER_URL}/wijken/${slug}`)
    if (!response.ok) throw new Error(`no status of ${slug}: ${response.status}`)
    return (await response.json()) as Status
  }

  const wijkpers: Wijkpers = {
    settings,
    cms,
    start,
    kill9,
    pidOf: (name) => children.get(name)?.pid ?? null,
    status,
    get: (slug, path, headers = {}) => askFiles(settings, { slug, path, headers }),
    async untilLive(slug, seconds = 30) {
      return until(
        `${slug} to be live`,
        async () => {
          const now = await status(slug)
          return now.live >= now.wanted && now.live > 0 && now.state === 'live' ? now : undefined
        },
        { seconds, everyMs: 10 },
      )
    },
    logOf: (name) => join(logs, `${name}.log`),
    async [Symbol.asyncDispose]() {
      await Promise.all(Array.from(children.keys(), kill9))
      await disk?.[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
      rmSync(data, { recursive: true, force: true })
    },
  }
  try {
    await Promise.all(names.map((name) => start(name)))
  } catch (error) {
    await Promise.all(Array.from(children.keys(), kill9))
    await database[Symbol.asyncDispose]()
    throw error
  }
  return wijkpers
}
