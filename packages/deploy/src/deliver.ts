/**
 * From the release store to another target: whatever lies between what is live there and what the store shows now, in
 * one step. Releases that came in between are never seen there, so those who wait take one turn together.
 */
import { readFile } from 'node:fs/promises'
import type { WijkId } from '@wijkpers/content'
import {
  type DeployTarget,
  type FileWithBody,
  type Intervention,
  isShownPage,
  type LiveSite,
  type Validity,
} from '@wijkpers/publishing'
import type { LiveRelease, ReleaseReader, StoredFile } from '@wijkpers/releases'

export interface DeliverPorts {
  readonly store: Pick<ReleaseReader, 'current' | 'files' | 'formerHosts' | 'objectPath'>
  readonly target: DeployTarget
  /** The public address of a site, without a slash at the end. */
  readonly urlOf: (site: Pick<LiveRelease, 'host' | 'slug'>) => string
}

/** What a target shows now. */
export interface Delivered {
  readonly release: number
  readonly revision: number
}

/**
 * Brings a wijk on `target` to the release that the store shows, and proves it; one without a site needs nothing where nothing is.
 * Null when the store never had it. Throws what the target throws; trying again goes on from there.
 */
export async function deliver(wijk: WijkId, ports: DeliverPorts): Promise<Delivered | null> {
  const { store, target, urlOf } = ports
  const shown = store.current(wijk)
  if (!shown) return null
  const live = await target.live(wijk)
  const delivered = { release: shown.release, revision: shown.revision }
  if (shown.files === 0 && (!live || live.files.size === 0)) return delivered

  const wanted = shown.files > 0 ? store.files(wijk, shown.release) : new Map<string, StoredFile>()
  const put = [...wanted].filter(([path, { hash }]) => live?.files.get(path) !== hash)
  const remove = [...(live?.files.keys() ?? [])].filter((path) => !wanted.has(path))
  const { slug, name } = shown
  const site =
    shown.files > 0 ? { slug, name, url: urlOf(shown), formerHosts: store.formerHosts(wijk) } : null
  let release = live?.release ?? 0
  if (!isAsShown(live, shown, store))
    release = await target.publish({
      wijk,
      site,
      revision: shown.revision,
      format: shown.format,
      validity: validityOf(shown),
      base: release,
      after: shown.release - 1,
      put: put.map(([path, file]) => fileOf(store.objectPath(file.hash), { path, ...file })),
      remove,
    })

  const [path] = put.find(([path, file]) => isShownPage({ path, ...file })) ?? ['index.html']
  const hash = wanted.get(path)?.hash ?? null
  await target.prove({ wijk, url: site?.url ?? null, path, hash, release })
  return delivered
}

/** What came of comparing a wijk on a target with the release that the store shows. */
export interface Compared extends Intervention {
  /** How many files should be there. */
  readonly files: number
}

/** What somebody else changed of a wijk on a target, which the next delivery puts right; null for a wijk without a site. */
export async function compareThere(
  wijk: WijkId,
  { store, target }: Omit<DeliverPorts, 'urlOf'>,
): Promise<Compared | null> {
  const shown = store.current(wijk)
  if (!shown || shown.files === 0 || !target.intervention) return null
  const files = new Map(
    Array.from(store.files(wijk, shown.release), ([path, file]) => [
      path,
      fileOf(store.objectPath(file.hash), { path, ...file }),
    ]),
  )
  return { ...(await target.intervention(wijk, files)), files: files.size }
}

/** Takes a wijk away from a target where it is no longer wanted. */
export async function takeAway(wijk: WijkId, { store, target }: DeliverPorts): Promise<void> {
  const shown = store.current(wijk)
  const live = await target.live(wijk)
  if (!shown || !live || live.files.size === 0) return
  await target.publish({
    wijk,
    site: null,
    revision: live.revision,
    format: live.format,
    validity: validityOf(shown),
    base: live.release,
    after: shown.release,
    put: [],
    remove: [...live.files.keys()],
  })
}

/**
 * Whether a target has the release that the store shows; its number alone would not do after a store was lost. A target
 * that was left before may be ahead in numbers: then the files say it.
 */
export function isAsShown(
  live: LiveSite | null,
  shown: LiveRelease,
  store: Pick<ReleaseReader, 'files'>,
): boolean {
  if (!live || live.revision !== shown.revision || live.format !== shown.format) return false
  if (live.release <= shown.release) return live.release === shown.release
  const wanted = shown.files > 0 ? store.files(shown.site, shown.release) : new Map<string, StoredFile>()
  return (
    live.files.size === wanted.size && [...wanted].every(([path, { hash }]) => live.files.get(path) === hash)
  )
}

function fileOf(place: string, file: Omit<FileWithBody, 'body'>): FileWithBody {
  return { ...file, body: () => readFile(place) }
}

/** It is the store that watches the clock: elsewhere its releases are right until there is a newer one. */
const validityOf = ({ madeAt }: LiveRelease): Validity => ({ from: madeAt, until: null })
