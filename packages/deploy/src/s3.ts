/**
 * The S3 target: a plain bucket, with each site in a folder named by its host, for a CDN to read from.
 *
 * state     what the bucket has of a wijk, kept in the bucket itself and noted here
 * touched   files that a publish which was cut off may have changed: they are taken to be unknown
 * older     assets of earlier releases, kept for readers who still have a page that asks for them
 * moved     where entries are now that have left an address with a feed or calendar: there lies a copy of it (s3/beside.ts)
 */
import { createHash } from 'node:crypto'
import type { WijkId } from '@wijkpers/content'
import {
  type Delta,
  type DeployTarget,
  type FileWithBody,
  type LiveSite,
  type Proof,
  TargetUnavailableError,
} from '@wijkpers/publishing'
import {
  cacheControlOf,
  contentTypeOf,
  inLanes,
  isImmutableAsset,
  StaleReleaseError,
} from '@wijkpers/releases'
import { askAsReader } from './ask-as-reader.ts'
import { liveSite } from './live-site.ts'
import { openNotes } from './notes.ts'
import { type BucketOptions, createBucket, S3 } from './s3/bucket.ts'
import { proveOn } from './prove.ts'
import { copiesOf, hasFilesBeside, type Moved } from './s3/beside.ts'
import { inPhases } from './s3/order.ts'

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

type Files = Readonly<Record<string, string>>

type ToPut = Pick<FileWithBody, 'path' | 'body'> & { readonly movedTo?: string | undefined }

interface S3State {
  /** Folder of the site; null when it never had one. */
  readonly host: string | null
  readonly live: { readonly release: number; readonly revision: number; readonly format: string } | null
  /** sha256 by path; empty for what is not known. */
  readonly files: Files
  /** When each may go, in epoch milliseconds. */
  readonly older: Readonly<Record<string, number>>
  /** Absent in a bucket of before they were kept. */
  readonly moved?: Moved
  /** A folder that a move which was cut off began to fill. */
  readonly stray: string | null
}

/** What is about to change. */
interface Touched {
  readonly host: string | null
  readonly put: readonly string[]
  readonly remove: readonly string[]
}

const FORM = 1
const DAY_MS = 24 * 60 * 60 * 1000
/** Objects that are put or removed at the same time. */
const LANES = 16
const nothing: S3State = { host: null, live: null, files: {}, older: {}, moved: {}, stray: null }
const json = { contentType: 'application/json', cacheControl: 'no-store' }

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
  const notes = openNotes<S3State>(folder, FORM)
  const stateKey = (wijk: WijkId) => `${prefix}_wijkpers/${wijk}.json`
  const touchedKey = (wijk: WijkId) => `${prefix}_wijkpers/${wijk}.touched.json`
  const keyOf = (host: string, path: string) => `${prefix}${host}/${path}`

  async function stateOf(wijk: WijkId): Promise<S3State> {
    const noted = notes.read(wijk)
    if (noted?.moved) return noted
    const [kept, touched] = await Promise.all([bucket.get(stateKey(wijk)), bucket.get(touchedKey(wijk))])
    const state = kept ? withMoved(JSON.parse(kept.toString()) as S3State) : nothing
    const found = touched ? withTouched(state, JSON.parse(touched.toString()) as Touched) : state
    await notes.write(wijk, found)
    return found
  }

  async function publish(delta: Delta): Promise<number> {
    const { wijk, revision, format } = delta
    const state = await stateOf(wijk)
    const base = state.live?.release ?? 0
    if (delta.base !== base) throw new StaleReleaseError(wijk, delta.base, base)
    const release = Math.max(base, delta.after) + 1
    const host = delta.site ? new URL(delta.site.url).hostname : null
    const { files, older, moved, gone } = afterwards(state, delta, now(), keepAssetsMs)
    const copies = copiesOf(moved, files)
    const copiesThere = copiesOf(state.moved ?? {}, state.files)
    const staleCopies = [...copiesThere.keys()].filter((path) => !copies.has(path) && !(path in files))

    const touched = { host, put: delta.put.map(({ path }) => path), remove: gone }
    await bucket.put(touchedKey(wijk), Buffer.from(JSON.stringify(touched)), json)
    await notes.write(wijk, withTouched(state, touched))

    const isMoved = state.host !== null && host !== state.host
    if (state.stray !== null && state.stray !== host)
      await removeAll(state.stray, [...Object.keys(state.files), ...copiesThere.keys()])
    if (host !== null)
      await putAll(host, [...delta.put, ...(isMoved ? filesToMove(state, delta, files) : [])])
    if (host !== null) await putCopies(host, isMoved ? copies : changedOf(copies, state, delta), delta)
    if (isMoved) {
      const known = [...Object.keys(state.files), ...Object.keys(state.older)]
      await removeAll(state.host, [...known, ...gone, ...copiesThere.keys(), ...copies.keys()])
    } else if (host !== null) {
      // Where something was that has moved, a copy of it lies by now.
      const goes = gone.filter((path) => !copies.has(path))
      await removeAll(host, [...goes, ...staleCopies])
    }

    const kept = isMoved ? {} : older
    const next = {
      host: host ?? state.host,
      live: { release, revision, format },
      files,
      older: kept,
      moved,
      stray: null,
    }
    await bucket.put(stateKey(wijk), Buffer.from(JSON.stringify(next)), json)
    await bucket.remove(touchedKey(wijk))
    await notes.write(wijk, next)
    return release
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
  async function putCopies(host: string, copies: ReadonlyMap<string, string>, { put }: Delta): Promise<void> {
    const given = new Map(put.map((file) => [file.path, file]))
    const files = Array.from(copies, ([path, of]) => ({
      path,
      movedTo: `/${of}`,
      body: () => given.get(of)?.body() ?? bytesAt(keyOf(host, of)),
    }))
    await putAll(host, files)
  }

  async function bytesAt(key: string): Promise<Uint8Array> {
    const bytes = await bucket.get(key)
    if (!bytes) throw new TargetUnavailableError(S3, `${key} should be there, but is not`)
    return bytes
  }

  /** What did not change goes along to another folder by way of us: not every S3 copies. */
  function filesToMove({ host, moved = {} }: S3State, { put }: Delta, files: Files): ToPut[] {
    const changed = new Set(put.map(({ path }) => path))
    return Object.keys(files)
      .filter((path) => !changed.has(path))
      .map((path) => ({ path, movedTo: moved[path], body: () => bytesAt(keyOf(host!, path)) }))
  }

  /** The home page first: who comes then meets nothing, and not half a site. */
  async function removeAll(host: string, paths: readonly string[]): Promise<void> {
    const phases = inPhases([...new Set(paths)].map((path) => ({ path }))).toReversed()
    for (const phase of phases) await inLanes(phase, LANES, ({ path }) => bucket.remove(keyOf(host, path)))
  }

  /** What a reader does not get to see yet; null when all is as it should be. */
  async function wrongWith({ wijk, url, path, hash, release }: Proof): Promise<string | null> {
    const shown = notes.read(wijk)?.live?.release ?? 0
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

  return {
    name: S3,
    gapMs: 0,
    quota: null,

    async live(wijk): Promise<LiveSite | null> {
      const { live, files } = await stateOf(wijk)
      if (!live && Object.keys(files).length === 0) return null
      return liveSite(live ?? { release: 0, revision: 0, format: '' }, () => Object.entries(files))
    },

    publish,

    prove: (proof) => proveOn(S3, proof, proofMs, wrongWith),
  }
}

/** The files once the delta is there, and which of them go. */
function afterwards(state: S3State, { site, put, remove }: Delta, now: number, keepAssetsMs: number) {
  const files: Record<string, string> = { ...state.files }
  const moved: Record<string, string> = { ...state.moved }
  const older: Record<string, number> = { ...state.older }
  const gone = new Set<string>()
  for (const path of site ? remove : Object.keys({ ...files, ...older })) {
    if (site && path in files && isImmutableAsset(path)) older[path] = now + keepAssetsMs
    else gone.add(path)
    delete files[path]
    delete moved[path]
  }
  for (const [path, until] of Object.entries(older)) {
    if (site && until > now) continue
    gone.add(path)
    delete older[path]
  }
  for (const { path, hash, movedTo } of site ? put : []) {
    files[path] = hash
    delete moved[path]
    if (movedTo && hasFilesBeside(path)) moved[path] = movedTo
    delete older[path]
    gone.delete(path)
  }
  return { files, older, moved, gone: [...gone] }
}

/** The copies whose bytes are not what lies there now: another file, or other bytes of it. */
function changedOf(copies: ReadonlyMap<string, string>, state: S3State, { put }: Delta): Map<string, string> {
  const changed = new Set(put.map(({ path }) => path))
  const before = copiesOf(state.moved ?? {}, state.files)
  return new Map([...copies].filter(([path, of]) => changed.has(of) || before.get(path) !== of))
}

/** In a bucket of before it was kept where entries are now, their former addresses are brought again. */
function withMoved(state: S3State): S3State {
  if (state.moved) return state
  const unknown = Object.keys(state.files).filter(hasFilesBeside)
  return {
    ...state,
    files: { ...state.files, ...Object.fromEntries(unknown.map((path) => [path, ''])) },
    moved: {},
  }
}

/** Until the change is known to have come through, nobody knows what these files are. */
function withTouched(state: S3State, { host, put, remove }: Touched): S3State {
  const unknown = Object.fromEntries([...put, ...remove].map((path) => [path, '']))
  const stray = host !== null && state.host !== null && host !== state.host ? host : state.stray
  return { ...state, host: state.host ?? host, files: { ...state.files, ...unknown }, stray }
}

/** The bytes that a reader gets at an address; null when it says that nothing is there. */
async function bodyAt(server: string, path: string, timeoutMs: number): Promise<Buffer | null | Error> {
  const answer = await askAsReader({ server, path, timeoutMs }).catch((cause: Error) => cause)
  if (answer instanceof Error) return answer
  if (answer.status === 200) return answer.body
  return answer.status === 404 || answer.status === 403 ? null : new Error(`it answered ${answer.status}`)
}
