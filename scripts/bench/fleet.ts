/**
 * Many wijken with all parts of the publisher but the CMS: their content comes from memory, the render processes, the
 * pipeline and the release store are the real ones. Nobody reads, so nothing is proved.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntryId, Slug, WijkId } from '@wijkpers/content'
import type { VersionedEntry } from '@wijkpers/content/strapi'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import {
  createContentReader,
  createPhotoStore,
  publish,
  type Receipt,
  type Snapshot,
  startRenderer,
} from '@wijkpers/publishing'
import { openStore } from '@wijkpers/releases'
import { builds, ensureBuilt } from '../build.ts'
import { root } from '../settings.ts'
import { generatedSnapshot } from './snapshot.ts'

export interface FleetOptions {
  readonly wijken: number
  /** Entries of each. */
  readonly pages: number
  readonly now: Date
  /** Render processes. */
  readonly processes: number
  /** Whether entries are read as from the CMS: each wijk has its own, and those of the wijken read last are kept. Otherwise all share them. */
  readonly isEachItsOwn?: boolean
}

/** Starts it with nothing published; `await using` removes it. */
export async function startFleet({ wijken, pages, now, processes, isEachItsOwn = false }: FleetOptions) {
  await ensureBuilt(builds.siteFormat)
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-fleet-'))
  const store = openStore(join(folder, 'releases'))
  const renderer = await startRenderer({ folder: join(root, 'sites/wijk/dist/format'), processes })
  const first = generatedSnapshot('wijk-1', pages, now)
  const snapshots = new Map<WijkId, Snapshot>()
  for (let number = 1; number <= wijken; number++) {
    const slug = `wijk-${number}`
    const id = `wijk${String(number).padStart(20, '0')}` as WijkId
    snapshots.set(id, {
      ...first,
      wijk: { ...first.wijk, id, slug: slug as Slug, name: `Wijk ${number}` },
    })
  }
  const clock = { now }
  const ports = {
    content: isEachItsOwn
      ? createContentReader(sourceOf(snapshots))
      : {
          read: (wijk: WijkId) => Promise.resolve(snapshots.get(wijk) ?? null),
          has: (wijk: WijkId) => snapshots.has(wijk),
        },
    photos: createPhotoStore({
      folder: join(folder, 'photos'),
      original: (url) => Promise.reject(new Error(`no photos here, so not ${url}`)),
    }),
    renderer,
    target: {
      ...createEmbeddedTarget({ store, filesUrl: 'http://127.0.0.1:1' }),
      prove: () => Promise.resolve(),
    },
    sitesUrl: 'http://{slug}.localhost:8080',
    hub: null,
    now: () => clock.now,
    newestRelease: () => 0,
    wrongIn: () => null,
    hold: () => Promise.resolve(),
  }

  return {
    ids: [...snapshots.keys()],
    store,
    /** For what moment pages are made. */
    clock,
    /** Pids of the render processes. */
    pids: () => renderer.pids(),
    publish: (wijk: WijkId) => publish(wijk, nobodyWaits, ports),
    /** An editor edits the text of an article there. */
    edit(wijk: WijkId): void {
      const before = snapshots.get(wijk)!
      const [id, versioned] = Array.from(before.entries).find(([, { entry }]) => entry.kind === 'article')!
      const revision = before.revision + 1
      const text = { type: 'text' as const, text: `Revisie ${revision}.` }
      const entry = { ...versioned.entry, body: [{ type: 'paragraph' as const, children: [text] }] }
      const edited = { version: String(revision), entry } satisfies VersionedEntry
      const entries = new Map<EntryId, VersionedEntry>(before.entries).set(id, edited)
      snapshots.set(wijk, { ...before, revision, entries })
    },
    [Symbol.asyncDispose](): Promise<void> {
      renderer.close()
      store.close()
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}

/** What a CMS with this content answers: entries that nobody else has. */
function sourceOf(snapshots: ReadonlyMap<WijkId, Snapshot>): Parameters<typeof createContentReader>[0] {
  const all = (wijk: WijkId) => snapshots.get(wijk)?.entries ?? new Map<EntryId, VersionedEntry>()
  return {
    manifest(wijk) {
      const snapshot = snapshots.get(wijk)
      const entries = Array.from(all(wijk), ([id, { version }]) => ({ id, version }))
      return Promise.resolve(snapshot ? { ...snapshot, entries } : null)
    },
    entries(wijk, ids) {
      const entries = ids.flatMap((id) => structuredClone(all(wijk).get(id) ?? []))
      return Promise.resolve({ revision: snapshots.get(wijk)?.revision ?? 0, entries })
    },
    changes(wijk, since) {
      const snapshot = snapshots.get(wijk)
      const edited = [...all(wijk).values()].filter(({ version }) => Number(version) > since)
      return Promise.resolve(snapshot ? { ...snapshot, entries: structuredClone(edited), gone: [] } : null)
    },
  }
}

export type Fleet = Awaited<ReturnType<typeof startFleet>>

/** Does `work` for each, so many at the same moment. */
export async function allOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) await work(item)
    }),
  )
}

const nobodyWaits: Receipt = {
  rendering: () => undefined,
  deploying: () => undefined,
  proving: () => undefined,
  live: () => Promise.resolve(),
  held: () => Promise.resolve(),
}
