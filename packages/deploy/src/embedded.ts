/** The embedded target: releases go into the store beside our own file server. */
import type { WijkId } from '@wijkpers/content'
import type {
  ChangedPaths,
  Delta,
  FileWithBody,
  FirstSite,
  FirstTarget,
  LiveFiles,
} from '@wijkpers/publishing'
import { ProofFailedError, ReleaseNotKeptError } from '@wijkpers/publishing'
import {
  type LiveRelease,
  MissingObjectError,
  type ReleaseReader,
  type ReleaseStore,
  type SiteNow,
  type StoredFile,
  UnknownReleaseError,
} from '@wijkpers/releases'
import { askAsReader } from './ask-as-reader.ts'

export interface EmbeddedTargetOptions {
  readonly store: ReleaseStore
  /** Where the file server listens, such as `http://127.0.0.1:8080`: proofs connect there and send the site's own host. */
  readonly filesUrl: string
  /** Longest wait for one answer of the file server, in milliseconds. */
  readonly timeoutMs?: number
  /** Of a release about as many bytes are held at once while they are put. An edit is far below it: it is put in one go. */
  readonly portionBytes?: number
}

/** What is live in a store, for who only looks: the embedded target itself, and commands beside a running publisher. */
export function embeddedView(store: ReleaseReader): Pick<FirstTarget, 'live' | 'everyLive' | 'damaged'> {
  return {
    live(wijk): FirstSite | null {
      const current = store.current(wijk)
      return current && firstSite(store, { current, validity: store.validity(wijk) })
    },
    everyLive() {
      const sites = store.everySite()
      return (wijk) => {
        const site = sites.get(wijk)
        return site ? firstSite(store, site) : null
      }
    },
    damaged: (wijk) => store.damaged(wijk),
  }
}

function firstSite(store: ReleaseReader, { current, validity }: SiteNow): FirstSite {
  const { site, release, shownRevision: revision, changedAt, format, rollback, host } = current
  const files = liveFiles(store, site as WijkId, current)
  return { release, revision, changedAt, format, rollback, host, validity, files }
}

/** A target whose releases are visible as soon as `publish` resolves. */
export function createEmbeddedTarget({
  store,
  filesUrl,
  timeoutMs = 5_000,
  portionBytes = 32 * 1024 * 1024,
}: EmbeddedTargetOptions): FirstTarget {
  return {
    name: 'embedded',
    // A release costs a few rows; hints that come thick are taken together by the dispatcher.
    gapMs: 0,
    quota: null,

    ...embeddedView(store),

    async publish(delta: Delta) {
      // Not all at once: a first publish of a wijk may bring hundreds of photos and documents.
      for (const some of inPortions(delta.put, portionBytes)) {
        const bodies = some.map(async (file) => ({ hash: file.hash, body: await file.body() }))
        await store.putObjects(await Promise.all(bodies))
      }
      return store.commit({
        site: delta.wijk,
        host: delta.site ? new URL(delta.site.url).host : '',
        slug: delta.site?.slug ?? '',
        name: delta.site?.name ?? '',
        revision: delta.revision,
        changedAt: delta.changedAt,
        format: delta.format,
        validity: delta.validity,
        base: delta.base,
        atLeast: delta.after,
        put: delta.put,
        formerHosts: delta.site?.formerHosts ?? [],
        remove: delta.remove,
        moving: new Map(Array.from(delta.moving ?? [], ([site, url]) => [site, new URL(url).host])),
      }).release
    },

    async alsoChanges({ wijk, site, moving = [] }) {
      const goesTo = new Map<WijkId, string | null>([...moving, [wijk, site?.url ?? null]])
      return Array.from(goesTo, ([each, url]) => leftBehind(store, each, url)).flat()
    },

    kept: (wijk) => store.releases(wijk),

    ensureKept(wijk, release) {
      const [missing] = orNotKept(release, () => store.missing(wijk, release))
      if (missing !== undefined)
        throw new ReleaseNotKeptError(release, `the bytes of ${missing} are not there`)
    },

    async rollback({ wijk, site: { slug, name, url, formerHosts }, to, after }) {
      const host = new URL(url).host
      const back = { site: wijk, host, slug, name, ...(formerHosts && { formerHosts }), to, atLeast: after }
      return orNotKept(to, () => store.rollback(back)).release
    },

    withdraw({ wijk, paths, alsoShown }) {
      store.withdraw({ site: wijk, paths, alsoShown })
      return Promise.resolve()
    },

    extend: ({ wijk, validity, revision, changedAt }) => store.extend(wijk, validity, revision, changedAt),
    outdated: (now) => store.outdated(now) as WijkId[],
    nextOutdated: (now) => store.nextOutdated(now),

    async prove({ url, path, hash, release }) {
      if (!url) return
      const { host } = new URL(url)
      const answer = await askAsReader({ server: filesUrl, host, path, method: 'HEAD', timeoutMs }).catch(
        (cause: Error) => {
          throw new ProofFailedError(`[deploy:embedded] the file server at ${filesUrl}: ${cause.message}`, {
            cause,
          })
        },
      )
      const shown = Number(answer.headers['wijkpers-release'] ?? 0)
      if (hash === null) {
        if (answer.status === 404) return
        throw new ProofFailedError(`[deploy:embedded] ${url} should be gone, but answers ${answer.status}`)
      }
      // A later release can only be ours as well, and newer: then its bytes may differ.
      const isShown =
        shown > release || (shown === release && String(answer.headers['etag'] ?? '').includes(hash))
      if (answer.status === 200 && isShown) return
      throw new ProofFailedError(
        `[deploy:embedded] ${url}/${path} answers ${answer.status} from release ${shown}; expected release ${release}`,
      )
    },
  }
}

/** What a move changes: every file of the site, where it was and where it goes (null: nowhere). */
function leftBehind(store: ReleaseReader, wijk: WijkId, url: string | null): ChangedPaths[] {
  const current = store.current(wijk)
  if (!current || current.host === '' || current.host === (url && new URL(url).host)) return []
  const paths = [...store.files(wijk, current.release).keys()]
  return [`https://${current.host}`, ...(url ? [url] : [])].map((siteUrl) => ({ siteUrl, paths }))
}

/** Files of together about as many bytes as may be held at once; one that is larger goes alone. */
function* inPortions(files: readonly FileWithBody[], mostBytes: number): Generator<readonly FileWithBody[]> {
  let portion: FileWithBody[] = []
  let bytes = 0
  for (const file of files) {
    if (portion.length > 0 && bytes + file.size > mostBytes) {
      yield portion
      portion = []
      bytes = 0
    }
    portion.push(file)
    bytes += file.size
  }
  if (portion.length > 0) yield portion
}

/** Of most wijken it is only asked whether they are due, and of most publishes where a few files stand. */
function liveFiles(store: ReleaseReader, wijk: WijkId, { release, files: size }: LiveRelease): LiveFiles {
  let all: ReadonlyMap<string, string> | null = null
  return {
    size,
    get: (path) => (all ? all.get(path) : store.find(wijk, path, release)?.hash),
    keys() {
      all ??= hashes(store.files(wijk, release))
      return all.keys()
    },
    below: (folder) => hashes(store.filesBelow(wijk, folder, release)),
  }
}

function hashes(files: ReadonlyMap<string, StoredFile>): Map<string, string> {
  return new Map(Array.from(files, ([path, { hash }]) => [path, hash]))
}

function orNotKept<T>(release: number, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof UnknownReleaseError || cause instanceof MissingObjectError)
      throw new ReleaseNotKeptError(release, cause.message, { cause })
    throw cause
  }
}
