/**
 * The S3 target: a plain bucket, with each site in a folder named by its host, for a CDN to read from.
 *
 * state     what the bucket has of a wijk, kept in the bucket itself and noted here; its words are in s3/state.ts
 * taken     a folder that another wijk left, or has yet to leave: what is not of the new one goes, and the other has nothing there any more
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import {
  type Delta,
  type DeployTarget,
  type FileWithBody,
  type Intervention,
  type LiveSite,
  type Proof,
  TargetUnavailableError,
} from '@wijkpers/publishing'
import { cacheControlOf, contentTypeOf, inLanes, StaleReleaseError } from '@wijkpers/releases'
import { askAsReader } from './ask-as-reader.ts'
import { liveSite } from './live-site.ts'
import { openNotes } from './notes.ts'
import { type BucketOptions, createBucket, S3 } from './s3/bucket.ts'
import { compare, type Read } from './s3/compare.ts'
import { proveOn } from './prove.ts'
import { createFolders } from './s3/folders.ts'
import { inPhases } from './s3/order.ts'
import {
  asNow,
  type Files,
  hostOf,
  type KeptState,
  nothing,
  pathsAt,
  planOf,
  type S3State,
  type Touched,
  unknown,
  withIntervention,
  withTouched,
} from './s3/state.ts'

export interface S3TargetOptions extends Omit<BucketOptions, 'timeoutMs'> {
  /** Notes. May be deleted at any time. */
  readonly folder: string
  /** Before every key, such as `sites/`. */
  readonly prefix?: string
  /** Where a site is read for its proof, with `{host}`, such as `https://{host}`; the bucket itself when left out. */
  readonly proofUrl?: string | null
  /** Longest wait for one answer, and for a proof; in milliseconds. */
  readonly timeoutMs?: number
  readonly proofMs?: number
  /** How long an asset stays after the last release that had it, in milliseconds. */
  readonly keepAssetsMs?: number
  /** Epoch milliseconds. */
  readonly now?: () => number
}

type ToPut = Pick<FileWithBody, 'path' | 'body'> & { readonly movedTo?: string | undefined }

const FORM = 2
const DAY_MS = 24 * 60 * 60 * 1000
/** Objects that are put or removed at the same time. */
const LANES = 16

/**
 * The target `s3`. What is not there or refused throws TargetUnavailableError or TargetRefusedError, a difference from another release than
 * the live one StaleReleaseError.
 */
export function createS3Target(options: S3TargetOptions): DeployTarget {
  const {
    folder,
    prefix = '',
    proofUrl = null,
    timeoutMs = 30_000,
    proofMs = 15_000,
    keepAssetsMs = DAY_MS,
    now = Date.now,
  } = options
  const bucket = createBucket({ ...options, timeoutMs })
  const notes = openNotes({
    folder,
    form: FORM,
    gistOf: ({ live, files, moved }: KeptState) => ({
      live,
      isEmpty: Object.keys(files).length === 0,
      isOfNow: moved !== undefined,
    }),
  })
  /** What was read to know that it is right, where an ETag does not say it. */
  const reads = openNotes({
    folder: join(folder, 'read'),
    form: 1,
    gistOf: (read: Read) => ({ isAny: Object.keys(read).length > 0 }),
  })
  const stateKey = (wijk: WijkId) => `${prefix}_wijkpers/${wijk}.json`
  const touchedKey = (wijk: WijkId) => `${prefix}_wijkpers/${wijk}.touched.json`
  const keyOf = (host: string, path: string) => `${prefix}${host}/${path}`
  const folders = createFolders(bucket, prefix)

  /** From here on nothing of the wijk is being changed, and this is what there is. */
  async function settle(wijk: WijkId, state: S3State): Promise<void> {
    await bucket.putJson(stateKey(wijk), state)
    await bucket.remove(touchedKey(wijk))
    await notes.write(wijk, state)
  }

  async function stateOf(wijk: WijkId): Promise<S3State> {
    const noted = notes.read(wijk)
    if (noted?.moved) return asNow(noted)
    const [kept, touched] = await Promise.all([
      bucket.getJson<KeptState>(stateKey(wijk)),
      bucket.getJson<Touched>(touchedKey(wijk)),
    ])
    const state = kept ? asNow(kept) : nothing
    const found = touched ? withTouched(state, touched) : state
    // Its own delivery may have noted more meanwhile.
    const since = notes.read(wijk)
    if (since?.moved) return asNow(since)
    await notes.write(wijk, found)
    return found
  }

  async function publish(delta: Delta): Promise<number> {
    const { host, stray } = await stateOf(delta.wijk)
    const places = [host, hostOf(delta), ...Object.keys(stray)].filter((place) => place !== null)
    try {
      return await folders.inTurn(places, () => publishAlone(delta))
    } catch (error) {
      // Then all of it comes along with the next try.
      const state = notes.read(delta.wijk)
      if (error instanceof FileGoneError && state)
        await notes.write(delta.wijk, { ...state, files: unknown(Object.keys(state.files)) })
      throw error
    }
  }

  async function publishAlone(delta: Delta): Promise<number> {
    const { wijk, revision, format } = delta
    const state = await stateOf(wijk)
    const base = state.live?.release ?? 0
    if (delta.base !== base) throw new StaleReleaseError(wijk, delta.base, base)
    const release = Math.max(base, delta.after) + 1
    const plan = planOf(state, delta, now(), keepAssetsMs)
    const { host, files, moved, copies, isMoved } = plan
    const older = isMoved ? {} : plan.older
    const taken = await takenWith(host, wijk)

    const put = delta.put.map(({ path }) => path)
    const touched = { host, put, remove: [...plan.gone, ...taken.filter((path) => !(path in files))] }
    await bucket.putJson(touchedKey(wijk), touched)
    await notes.write(wijk, withTouched(state, touched))

    for (const [place, paths] of Object.entries(state.stray))
      if (place !== host && (await folders.isFree(place, wijk))) await removeAll(place, paths)
    if (host !== null) {
      await take(host, wijk)
      const isShown = (path: string) => path in files || path in older || copies.has(path)
      const removeHere = (paths: readonly string[]) =>
        removeAll(
          host,
          paths.filter((path) => !isShown(path)),
        )
      // Nothing of ours asks for it. Before ours is put: to a server that writes two names as one, it would be ours.
      await removeHere(state.stray[host] ?? [])
      await putAll(host, [...delta.put, ...(isMoved ? filesToMove(state, delta, files) : [])])
      await putCopies(host, plan.copiesToPut, files, delta)
      await removeHere([...plan.goes, ...taken])
    }
    if (isMoved) {
      if (host !== null) {
        // It is at its new address from here on. What is not removed at the old one by this try is by the next.
        const there = { host, live: state.live, files, older, moved, stray: { [state.host!]: plan.there } }
        await settle(wijk, there)
      }
      if (await folders.isFree(state.host!, wijk)) await removeAll(state.host!, plan.there)
    }

    const live = { release, revision, format }
    const next = { host: host ?? state.host, live, files, older, moved, stray: {} }
    await settle(wijk, next)
    return release
  }

  /** What lies in this folder of another wijk that had it until now. */
  async function takenWith(host: string | null, wijk: WijkId): Promise<string[]> {
    const owner = host === null ? null : await folders.ownerOf(host)
    return host === null || owner === null || owner === wijk ? [] : pathsAt(host, await stateOf(owner))
  }

  /** Makes this folder the wijk's own. Who had it has nothing there any more: its next delivery brings it whole to where it is by then. */
  async function take(host: string, wijk: WijkId): Promise<void> {
    const owner = await folders.ownerOf(host)
    if (owner === wijk) return
    const known = owner === null ? null : await stateOf(owner)
    // One that has nothing here any more may be at work elsewhere, in a turn of its own: its state is left alone.
    if (owner !== null && known && (known.host === host || host in known.stray)) {
      const { [host]: _, ...stray } = known.stray
      const state = { ...known, stray }
      const isEmpty = Object.keys(state.files).length === 0
      const left = state.host === host ? { ...nothing, live: isEmpty ? state.live : null, stray } : state
      await settle(owner, left)
    }
    await folders.take(host, wijk)
  }

  async function putAll(host: string, files: readonly ToPut[]): Promise<void> {
    for (const phase of inPhases(files))
      await inLanes(phase, LANES, async ({ path, body, movedTo }) =>
        bucket.put(keyOf(host, path), await body(), {
          contentType: contentTypeOf(path),
          cacheControl: cacheControlOf(path),
          leadsTo: movedTo || undefined,
        }),
      )
  }

  /** After what they are copies of. */
  async function putCopies(
    host: string,
    copies: ReadonlyMap<string, string>,
    files: Files,
    { put }: Delta,
  ): Promise<void> {
    const given = new Map(put.map((file) => [file.path, file]))
    const toPut = Array.from(copies, ([path, of]) => ({
      path,
      movedTo: `/${of}`,
      body: () => given.get(of)?.body() ?? bytesAt(keyOf(host, of), files[of]!),
    }))
    await putAll(host, toPut)
  }

  async function bytesAt(key: string, hash: string): Promise<Uint8Array> {
    const bytes = await bucket.get(key)
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new FileGoneError(S3, `${key} is not there as it was put; the whole site goes up again`)
    return bytes
  }

  /** What did not change goes along to another folder by way of us: not every S3 copies. */
  function filesToMove({ host, moved = {} }: S3State, { put }: Delta, files: Files): ToPut[] {
    const changed = new Set(put.map(({ path }) => path))
    return Object.keys(files)
      .filter((path) => !changed.has(path))
      .map((path) => ({ path, movedTo: moved[path], body: () => bytesAt(keyOf(host!, path), files[path]!) }))
  }

  /** The home page first: who comes then meets nothing, and not half a site. */
  async function removeAll(host: string, paths: readonly string[]): Promise<void> {
    const phases = inPhases([...new Set(paths)].map((path) => ({ path }))).toReversed()
    for (const phase of phases) await inLanes(phase, LANES, ({ path }) => bucket.remove(keyOf(host, path)))
  }

  /** What a reader does not get to see yet; null when all is as it should be. */
  async function wrongWith({ wijk, url, path, hash, release }: Proof): Promise<string | null> {
    const shown = notes.gist(wijk)?.live?.release ?? 0
    if (shown < release) return `release ${shown} is live, not ${release}`
    const host = new URL(url!).hostname
    const body = proofUrl
      ? await bodyAt(proofUrl.replace('{host}', host), path, timeoutMs)
      : await bucket.get(keyOf(host, path))
    if (body instanceof Error) return `${proofUrl} gave no answer: ${body.message}`
    if (hash === null) return body === null ? null : `${host} should be gone`
    if (body === null) return `${host}/${path} is not there`
    const isShown = shown > release || createHash('sha256').update(body).digest('hex') === hash
    return isShown ? null : `${host}/${path} has other bytes than release ${release}`
  }

  async function intervention(
    wijk: WijkId,
    wanted: ReadonlyMap<string, FileWithBody>,
  ): Promise<Intervention> {
    const { host } = await stateOf(wijk)
    if (host === null) return nobody
    return folders.inTurn([host], async () => {
      const state = await stateOf(wijk)
      // It went elsewhere meanwhile, or lies where another wijk is by now, which clears it away.
      if (state.host !== host || !(await folders.isFree(host, wijk))) return nobody
      const before = reads.read(wijk) ?? {}
      const { found, read } = await compare({ bucket, prefix: keyOf(host, ''), state, wanted, read: before })
      if (!isSame(read, before)) await reads.write(wijk, read)
      if (Object.values(found).some((paths) => paths.length > 0))
        await notes.write(wijk, withIntervention(state, host, found))
      return found
    })
  }

  function wholeNote(wijk: WijkId): KeptState {
    const note = notes.read(wijk)
    if (note) return note
    notes.lose(wijk)
    throw new TargetUnavailableError(S3, `what was noted of ${wijk} is gone; it is found out there again`)
  }

  return {
    name: S3,
    gapMs: 0,
    quota: null,

    async live(wijk): Promise<LiveSite | null> {
      if (!notes.gist(wijk)?.isOfNow) await stateOf(wijk)
      const { live, isEmpty } = notes.gist(wijk)!
      if (!live && isEmpty) return null
      return liveSite(live ?? { release: 0, revision: 0, format: '' }, () =>
        isEmpty ? [] : Object.entries(wholeNote(wijk).files),
      )
    },

    publish,

    async alsoChanges(delta) {
      const state = await stateOf(delta.wijk)
      const { host, isMoved, files, copies, copiesToPut, goes, there } = planOf(
        state,
        delta,
        now(),
        keepAssetsMs,
      )
      const taken = await takenWith(host, delta.wijk)
      const here = [
        ...(isMoved ? [...Object.keys(files), ...copies.keys()] : copiesToPut.keys()),
        ...goes,
        ...taken,
        ...(state.stray[host ?? ''] ?? []),
      ]
      return [
        ...(delta.site ? [{ siteUrl: delta.site.url, paths: here }] : []),
        ...(isMoved ? [{ siteUrl: `https://${state.host}`, paths: there }] : []),
      ]
    },

    prove: (proof) => proveOn(S3, proof, proofMs, wrongWith),
    intervention,
    // Without a bucket, or a key to it, this throws what it says.
    reach: () => bucket.reach(`${prefix}_wijkpers/`),
  }
}

function isSame(one: Read, other: Read): boolean {
  const paths = Object.keys(one)
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path])
}

const nobody: Intervention = { missing: [], different: [], leftOver: [] }

/** A file that should be in the bucket is not, or is another. */
class FileGoneError extends TargetUnavailableError {}

/** The bytes that a reader gets at an address; null when it says that nothing is there. */
async function bodyAt(server: string, path: string, timeoutMs: number): Promise<Buffer | null | Error> {
  const answer = await askAsReader({ server, path, timeoutMs }).catch((cause: Error) => cause)
  if (answer instanceof Error) return answer
  if (answer.status === 200) return answer.body
  return answer.status === 404 || answer.status === 403 ? null : new Error(`it answered ${answer.status}`)
}
