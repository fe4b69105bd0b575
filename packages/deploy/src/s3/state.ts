/**
 * What a bucket has of a wijk, and what a delta comes to: without bucket, notes or clock.
 *
 * touched   files that a publish which was cut off may have changed: they are taken to be unknown
 * stray     what may still lie in a folder that it left, or never came to; in its own, what somebody else put there
 * older     assets of earlier releases, kept for readers who still have a page that asks for them
 * moved     where entries are now that have left an address with a feed or calendar: there lies a copy of it (beside.ts)
 */
import type { Delta, Intervention } from '@wijkpers/publishing'
import { isImmutableAsset } from '@wijkpers/releases'
import { copiesOf, hasFilesBeside, type Moved } from './beside.ts'

/** sha256 by path; empty for what is not known. */
export type Files = Readonly<Record<string, string>>

/** An asset of an earlier release. */
export interface Older {
  /** When it may go, in epoch milliseconds. */
  readonly until: number
  /** sha256; empty when it is not known. */
  readonly hash: string
}

export interface S3State {
  /** Folder of the site; null when it never had one. */
  readonly host: string | null
  readonly live: { readonly release: number; readonly revision: number; readonly format: string } | null
  readonly files: Files
  readonly older: Readonly<Record<string, Older>>
  /** Absent in a bucket of before they were kept. */
  readonly moved?: Moved
  /** Paths by folder: what a move that was cut off began to fill, or had yet to empty. */
  readonly stray: Readonly<Record<string, readonly string[]>>
}

/**
 * The state as a bucket may have it: before there could be more than one stray folder, it was the name of one; before older assets were
 * looked at, only when each may go.
 */
export type KeptState = Omit<S3State, 'stray' | 'older'> & {
  readonly stray: S3State['stray'] | string | null
  readonly older: Readonly<Record<string, Older | number>>
}

/** What is about to change. */
export interface Touched {
  readonly host: string | null
  readonly put: readonly string[]
  readonly remove: readonly string[]
}

export const nothing: S3State = { host: null, live: null, files: {}, older: {}, moved: {}, stray: {} }

export const hostOf = ({ site }: Delta) => (site ? new URL(site.url).hostname : null)
export const unknown = (paths: readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [path, '']))

/** All that may lie of a wijk in this folder. */
export function pathsAt(host: string, { host: own, files, older, moved = {}, stray }: S3State): string[] {
  const shown = own === host ? [...Object.keys({ ...files, ...older }), ...copiesOf(moved, files).keys()] : []
  return [...shown, ...(stray[host] ?? [])]
}

/** What a delta comes to, given what is there. */
export function planOf(state: S3State, delta: Delta, now: number, keepAssetsMs: number) {
  const host = hostOf(delta)
  const isMoved = state.host !== null && host !== state.host
  const { files, older, moved, gone } = afterwards(state, delta, now, keepAssetsMs)
  const copies = copiesOf(moved, files)
  const copiesThere = [...copiesOf(state.moved ?? {}, state.files).keys()]
  return {
    host,
    isMoved,
    files,
    older,
    moved,
    gone,
    copies,
    copiesToPut: isMoved ? copies : changedOf(copies, state, delta),
    /** In the folder where it stays. Where something was that has moved, a copy of it lies by now. */
    goes: isMoved ? [] : [...gone, ...copiesThere].filter((path) => !copies.has(path) && !(path in files)),
    /** In the folder that it leaves. */
    there: [
      ...new Set([
        ...Object.keys({ ...state.files, ...state.older }),
        ...gone,
        ...copiesThere,
        ...copies.keys(),
      ]),
    ],
  }
}

/** The files once the delta is there, and which of them go. */
function afterwards(state: S3State, { site, put, remove }: Delta, now: number, keepAssetsMs: number) {
  const files: Record<string, string> = { ...state.files }
  const moved: Record<string, string> = { ...state.moved }
  const older: Record<string, Older> = { ...state.older }
  const gone = new Set<string>()
  for (const path of site ? remove : Object.keys({ ...files, ...older })) {
    const hash = files[path]
    if (site && hash !== undefined && isImmutableAsset(path))
      older[path] = { until: now + keepAssetsMs, hash }
    else gone.add(path)
    delete files[path]
    delete moved[path]
  }
  for (const [path, { until }] of Object.entries(older)) {
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
export function asNow({ older: kept0, ...rest }: KeptState): S3State {
  const older = Object.fromEntries(
    Object.entries(kept0).map(([path, of]) => [path, typeof of === 'number' ? { until: of, hash: '' } : of]),
  )
  const kept = { ...rest, older }
  const all = [...Object.keys(kept.files), ...copiesOf(kept.moved ?? {}, kept.files).keys()]
  const stray = typeof kept.stray === 'string' ? { [kept.stray]: all } : (kept.stray ?? {})
  if (kept.moved) return { ...kept, stray }
  const files = { ...kept.files, ...unknown(Object.keys(kept.files).filter(hasFilesBeside)) }
  return { ...kept, stray, files, moved: {} }
}

/** What was found to be otherwise: nobody knows now what these files are, and what is of no release goes with the next delivery. */
export function withIntervention(state: S3State, host: string, found: Intervention): S3State {
  const copies = copiesOf(state.moved ?? {}, state.files)
  const files = { ...state.files }
  const older = { ...state.older }
  const goes = [...found.leftOver]
  for (const path of [...found.missing, ...found.different]) {
    // Of a copy, what it is a copy of is brought again, and it goes along.
    const of = copies.get(path) ?? path
    if (of in files) files[of] = ''
    // Of an earlier release there is nobody to bring it.
    else goes.push(path)
    delete older[path]
  }
  const stray = { ...state.stray, [host]: [...(state.stray[host] ?? []), ...goes] }
  return { ...state, live: null, files, older, stray }
}

/** Until the change is known to have come through, nobody knows what these files are. */
export function withTouched(state: S3State, { host, put, remove }: Touched): S3State {
  const files = { ...state.files, ...unknown([...put, ...remove]) }
  if (host === null || state.host === null || host === state.host)
    return { ...state, host: state.host ?? host, files }
  const begun = new Set([...(state.stray[host] ?? []), ...pathsAt(state.host, { ...state, files })])
  return { ...state, files, stray: { ...state.stray, [host]: [...begun] } }
}
