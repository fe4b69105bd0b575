/**
 * The renderer port, kept by child processes: a template that crashes or never ends takes nobody along. A process that is silent
 * for long is set aside with the wijk that it is at, and another takes its place; a wijk whose own pages cost a process is made
 * apart from then on, in a process that nobody else is in, until it comes through.
 */
import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SHARE_FOLDER, type Entry, type Wijk, type WijkId } from '@wijkpers/content'
import { earliest, type SitePhoto } from '@wijkpers/content/site'
import { KEPT_WIJKEN } from '../kept-wijken.ts'
import { filesBelow } from '../plan.ts'
import type { ContentChange, FileWithBody, LiveFiles, Renderer, Rendering, RenderJob } from '../ports.ts'
import { RendererLostError, startRenderProcess, type RenderProcess } from './process.ts'
import type { RenderRequest } from './protocol.ts'

/** How long a wijk waits for the process that knows it while that process renders another wijk: rendering it anew elsewhere takes about as long. */
const PATIENCE_MS = 1_000

export interface RendererOptions {
  /** What `build:renderer` wrote: `format.json`, `renderer/entry.mjs` and `files/`. */
  readonly folder: string
  /** Sites that are rendered at the same moment, each in a process of its own. */
  readonly processes: number
  /** Longest silence of a process that has a site to make, in milliseconds; it speaks up while it draws. */
  readonly timeoutMs?: number
  /** After so long a silence a process is set aside, in milliseconds; no more of them than there are processes. */
  readonly longMs?: number
  /** Told of a wijk that takes long, or may because it cost a process before: nobody else need wait for it. */
  readonly onLong?: (wijk: WijkId) => void
  /** Wijken of which a process keeps content and reads. */
  readonly keptWijken?: number
  /** For work that nobody waits for: everything else on the machine goes first. */
  readonly isUnhurried?: boolean
}

/** What a process was told of one wijk, and which release its pages are. */
interface Told {
  /** Part of every page: with another one all are rendered anew, and what is no page any more goes. */
  readonly siteUrl: string
  readonly settings: Wijk
  readonly entries: RenderJob['entries']
  readonly photos: RenderJob['photos']
  readonly formerAddresses: RenderJob['formerAddresses']
  /** Null while it is not known whether the last rendering became live. */
  release: number | null
}

interface Worker {
  process: RenderProcess | null
  readonly told: Map<WijkId, Told>
}

/** Starts the first render process; each other at the first wijk that it is to keep, and a lost one is replaced at the next render. */
export async function startRenderer({
  folder,
  processes,
  timeoutMs = 60_000,
  longMs = 5_000,
  onLong,
  keptWijken = KEPT_WIJKEN,
  isUnhurried = false,
}: RendererOptions) {
  const { format } = JSON.parse(await readFile(join(folder, 'format.json'), 'utf8')) as { format: string }
  const files = await formatFiles(join(folder, 'files'))
  const entry = join(folder, 'renderer', 'entry.mjs')
  const aWorker = (): Worker => ({ process: null, told: new Map() })
  const workers = Array.from({ length: processes }, aWorker)
  /** For wijken that cost a process. */
  const apart = aWorker()
  const suspects = new Set<WijkId>()
  /** Processes that were silent for long: each is still at one wijk, and ends after that. */
  const aside = new Set<RenderProcess>()
  let isClosed = false

  function processOf(worker: Worker): RenderProcess {
    if (isClosed) throw new RendererLostError('[render] the publisher is stopping')
    if (worker.process) return worker.process
    const started = startRenderProcess(entry, {
      longMs,
      timeoutMs,
      onLong(wijk) {
        if (worker.process !== started || aside.size >= processes) return false
        leave(worker)
        aside.add(started)
        onLong?.(wijk)
        return true
      },
      onLost() {
        if (worker.process === started) leave(worker)
      },
    })
    if (isUnhurried && started.pid !== undefined) setPriority(started.pid, constants.priority.PRIORITY_LOW)
    worker.process = started
    return started
  }

  function leave(worker: Worker): void {
    worker.process = null
    worker.told.clear()
  }

  /** The worker that knows this wijk, unless it is long at another one; otherwise the one with the least to do. */
  async function workerFor(wijk: WijkId): Promise<Worker> {
    if (suspects.has(wijk)) return apart
    const knowing = workers.find(({ told }) => told.has(wijk))
    if (workers.length > 1 && knowing?.process?.isBusyWithout(wijk))
      await Promise.race([knowing.process.untilFree(), wait(PATIENCE_MS, undefined, { ref: false })])
    const pending = ({ process }: Worker) => process?.pending() ?? 0
    // Of those that have as little to do the one that keeps the fewest: so each keeps a part of all wijken, and two seldom wait for the same one.
    const leastBusy = workers.toSorted((a, b) => pending(a) - pending(b) || a.told.size - b.told.size)[0]!
    if (knowing && (!knowing.process?.isBusyWithout(wijk) || pending(leastBusy) > 0)) return knowing
    if (knowing) forget(knowing, wijk)
    return leastBusy
  }

  async function render(
    job: RenderJob,
    basis: number | null,
    live: LiveFiles | null = null,
  ): Promise<Rendering> {
    const wijk = job.wijk.id
    if (suspects.has(wijk)) onLong?.(wijk)
    for (;;) {
      const worker = await workerFor(wijk)
      try {
        const rendering = await renderBy(worker, job, basis, live)
        cameThrough(wijk)
        return rendering
      } catch (error) {
        if (!(error instanceof RendererLostError)) cameThrough(wijk)
        else if (!isClosed && error.isBystander) continue
        else suspects.add(wijk)
        throw error
      }
    }
  }

  /** It has been no danger to others: it is one of them again. */
  function cameThrough(wijk: WijkId): void {
    if (!suspects.delete(wijk) || apart.process?.isBusyWithout(wijk)) return
    apart.process?.end()
    leave(apart)
  }

  async function renderBy(
    worker: Worker,
    job: RenderJob,
    basis: number | null,
    live: LiveFiles | null,
  ): Promise<Rendering> {
    const wijk = job.wijk.id
    const renderProcess = processOf(worker)
    const before = worker.told.get(wijk)
    const isAnew = basis === null || before?.release !== basis || before.siteUrl !== job.siteUrl
    const change = isAnew ? null : changeOf(before, job)
    const news = change && before ? newsOf(change, before, job) : everythingOf(job)

    // Not known until it is told which release the answer became: a failure in between means that all is rendered anew.
    const { siteUrl, hub, entries, photos, formerAddresses } = job
    const told: Told = { siteUrl, settings: job.wijk, entries, photos, formerAddresses, release: null }
    worker.told.delete(wijk)
    worker.told.set(wijk, told)
    forgetOldest(worker)
    const answer = await ask(renderProcess, {
      wijk,
      isAnew,
      settings: job.wijk,
      siteUrl,
      hub,
      now: job.now,
      isSuspect: worker === apart,
      drawn: isAnew && live ? Array.from(filesBelow(live, SHARE_FOLDER), ([path]) => path) : [],
      ...news,
    })
    return {
      basis: isAnew ? null : basis,
      ...answer,
      rendered: answer.rendered.map(({ body, ...file }) => ({ ...file, body: () => Promise.resolve(body) })),
      change,
      validUntil: earliest(answer.validUntil, job.validUntil),
      wentLive(release) {
        told.release = release
      },
    }
  }

  async function ask(renderProcess: RenderProcess, request: Parameters<RenderProcess['ask']>[0]) {
    try {
      return await renderProcess.ask(request)
    } finally {
      // The wijk it was set aside with: whoever waited behind that was sent elsewhere.
      if (aside.has(renderProcess) && renderProcess.pending() === 0) {
        aside.delete(renderProcess)
        renderProcess.end()
      }
    }
  }

  function forgetOldest(worker: Worker): void {
    const [oldest] = worker.told.keys()
    if (worker.told.size > keptWijken && oldest !== undefined) forget(worker, oldest)
  }

  function forget(worker: Worker, wijk: WijkId): void {
    worker.told.delete(wijk)
    worker.process?.forget(wijk)
  }

  function close(): void {
    isClosed = true
    for (const running of all()) running.end()
  }

  /** Whether what this wijk's pages read in this release is kept; who asks will have it kept a while longer. */
  function knows(wijk: WijkId, release: number): boolean {
    for (const { told } of workers) {
      const known = told.get(wijk)
      if (known?.release !== release) continue
      told.delete(wijk)
      told.set(wijk, known)
      return true
    }
    return false
  }

  const all = () => [...[...workers, apart].flatMap(({ process }) => process ?? []), ...aside]
  /** The render processes that run now. */
  const pids = () => all().flatMap(({ pid }) => pid ?? [])

  processOf(workers[0]!)
  return { format, files, render, knows, pids, close } satisfies Renderer & {
    knows(wijk: WijkId, release: number): boolean
    pids(): number[]
    close(): void
  }
}

type News = Pick<RenderRequest, 'put' | 'gone' | 'photos' | 'formerAddresses'>

function everythingOf({ entries, photos, formerAddresses }: RenderJob): News {
  return { put: Array.from(entries.values(), ({ entry }) => entry), gone: [], photos, formerAddresses }
}

function changeOf(before: Told, { wijk, entries }: RenderJob): ContentChange {
  const put: { entry: Entry; isNew: boolean }[] = []
  const gone: Entry[] = []
  for (const [id, { entry, version }] of entries) {
    const known = before.entries.get(id)
    if (known?.version !== version) put.push({ entry, isNew: known === undefined })
  }
  for (const [id, { entry }] of before.entries) if (!entries.has(id)) gone.push(entry)
  return { put, gone, isOtherWijk: JSON.stringify(wijk) !== JSON.stringify(before.settings) }
}

function newsOf({ put, gone }: ContentChange, before: Told, { photos, formerAddresses }: RenderJob): News {
  const added: Record<string, SitePhoto> = {}
  for (const key in photos) if (!(key in before.photos)) added[key] = photos[key]!
  return {
    put: put.map(({ entry }) => entry),
    gone: gone.map(({ id }) => id),
    photos: added,
    formerAddresses: formerAddresses === before.formerAddresses ? undefined : formerAddresses,
  }
}

async function formatFiles(folder: string): Promise<FileWithBody[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    found
      .filter((item) => item.isFile())
      .map(async (item) => {
        const full = join(item.parentPath, item.name)
        const body = await readFile(full)
        const path = full.slice(folder.length + 1).replaceAll(sep, '/')
        return { path, hash: hash('sha256', body), size: body.length, body: () => Promise.resolve(body) }
      }),
  )
}
