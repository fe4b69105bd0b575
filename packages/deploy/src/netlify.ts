/**
 * The Netlify target: each wijk has a site of its own there, with its name and domain. A publish is one deploy with the
 * whole manifest, of which only changed files travel; Netlify switches to it at once.
 *
 * note      what we know of a wijk's site without asking: its id, what is live, and the digest of every file
 * begun     a deploy that was made and not yet known to be live: found again by its title
 * older     assets of earlier releases, kept for readers who still have a page that asks for them
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import {
  type Delta,
  type DeployTarget,
  type Intervention,
  type LiveSite,
  type Proof,
  ProofFailedError,
  TargetRefusedError,
  TargetUnavailableError,
} from '@wijkpers/publishing'
import { isImmutableAsset, StaleReleaseError } from '@wijkpers/releases'
import { askAsReader } from './ask-as-reader.ts'
import {
  createNetlifyApi,
  isUnfinished,
  NETLIFY,
  type NetlifyDeploy,
  type NetlifySite,
  NotOnNetlifyError,
} from './netlify/api.ts'
import { createCliWay } from './netlify/cli.ts'
import { createDigestWay } from './netlify/digest.ts'
import { createNetlifySites, domainOf, notedOf, type NotedSite } from './netlify/site.ts'
import { factsOf, keyOf, titleOf } from './netlify/title.ts'
import { BytesGoneError, type DeployFile } from './netlify/way.ts'
import { liveSite } from './live-site.ts'
import { openNotes } from './notes.ts'
import { proveOn } from './prove.ts'
import { openQuota } from './quota.ts'
import { headersFile, redirectsFile } from './site-rules.ts'

export interface NetlifyTargetOptions {
  /** Notes, the quota and what the CLI needs. May be deleted at any time. */
  readonly folder: string
  readonly token: string
  /** `digest`: about a second a publish. `cli`: the same through netlify-cli, several seconds. */
  readonly via: 'digest' | 'cli'
  /** Whether the public addresses are on https: decides about the headers that insist on it. */
  readonly isHttps: boolean
  /** Of the API, such as `https://api.netlify.com/api/v1`. */
  readonly apiUrl: string
  /** Slug of the team; null: the token's own. */
  readonly team: string | null
  /** Before the slug in the name of each site. */
  readonly prefix: string
  /** What Netlify lets this account do, new sites included. */
  readonly perMinute: number
  readonly perDay: number
  /** Where a site is read for its proof, with `{name}`; null: what Netlify says of the site. */
  readonly sitesUrl: string | null
  /** Longest wait for one answer, for processing a deploy, and for a proof; in milliseconds. */
  readonly timeoutMs?: number
  readonly processMs?: number
  readonly proofMs?: number
  /** How long an asset stays after the last release that had it, in milliseconds. */
  readonly keepAssetsMs?: number
  /** Epoch milliseconds. */
  readonly now?: () => number
}

interface NetlifyNote {
  readonly site: NotedSite
  readonly live: {
    readonly release: number
    readonly revision: number
    readonly format: string
    /** Id of its deploy, which never changes; absent in a note of before it was kept. */
    readonly deploy?: string
  } | null
  readonly files: Readonly<Record<string, DeployFile>>
  readonly older: Readonly<Record<string, DeployFile & { readonly until: number }>>
  /** Title of the deploy that was begun. */
  readonly begun: string | null
}

const FORM = 1
const DAY_MS = 24 * 60 * 60 * 1000
const ourFiles = new Set(['_headers', '_redirects', 'netlify.toml'])
/** What is shown on the address of a wijk that has no site (any more). */
const GONE =
  '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Deze site is er niet</title><p>Deze site is er niet (meer).</p>\n'

/**
 * The target `netlify`. What is not there or refused throws TargetUnavailableError or TargetRefusedError, for want of quota TargetWaitsError,
 * a difference from another release than the live one StaleReleaseError.
 */
export function createNetlifyTarget(options: NetlifyTargetOptions): DeployTarget {
  const {
    folder,
    token,
    via,
    isHttps,
    apiUrl,
    team,
    prefix,
    perMinute,
    perDay,
    sitesUrl,
    timeoutMs = 30_000,
    processMs = 10 * 60_000,
    proofMs = 15_000,
    keepAssetsMs = DAY_MS,
    now = Date.now,
  } = options
  const quota = openQuota({ target: NETLIFY, file: join(folder, 'quota.json'), perMinute, perDay, now })
  const api = createNetlifyApi({
    url: apiUrl,
    token,
    team,
    timeoutMs,
    now,
    onClosed: (until) => quota.closeUntil(until),
  })
  const sites = createNetlifySites({ api, quota, prefix, now })
  const notes = openNotes({
    folder: join(folder, 'notes'),
    form: FORM,
    gistOf: ({ live }: NetlifyNote) => ({ live }),
  })
  const way =
    via === 'cli'
      ? createCliWay({ api, apiUrl, token, folder: join(folder, 'cli'), processMs })
      : createDigestWay({ api, processMs })
  /** Wijken that were looked for on Netlify since the start. */
  const looked = new Set<WijkId>()

  async function noteOf(wijk: WijkId): Promise<NetlifyNote | null> {
    const isKnown = notes.gist(wijk) !== null
    const noted = notes.read(wijk)
    // Also when the notes were deleted meanwhile.
    if (looked.has(wijk) && (noted || !isKnown)) return noted
    const note = noted ?? (await findOut(wijk))
    const missing = note ? await way.missing(wijk, new Map(Object.entries(note.files))) : []
    if (note && (!noted || missing.length > 0)) await notes.write(wijk, withUnknown(note, missing))
    if (!note && isKnown) await notes.forget(wijk)
    looked.add(wijk)
    return notes.read(wijk)
  }

  /** What Netlify itself shows of a wijk; null when there is no site, or its deploy is not ours. */
  async function findOut(wijk: WijkId): Promise<NetlifyNote | null> {
    const found = await sites.find(wijk)
    if (!found) return null
    const site = notedOf(found)
    const nothing: NetlifyNote = { site, live: null, files: {}, older: {}, begun: null }
    const { published_deploy: deploy } = await api.site(found.id)
    const facts = factsOf(deploy?.title)
    if (!facts) return nothing
    try {
      const files = await filesShown(found.id)
      const live = { ...facts, deploy: deploy!.id }
      return { ...nothing, live, files: isTakenDown(files) ? {} : Object.fromEntries(files) }
    } catch (error) {
      // Without its list of files the next release goes up whole.
      if (error instanceof NotOnNetlifyError) return nothing
      throw error
    }
  }

  /** The files of the deploy that is shown, without those that only say rules. */
  async function filesShown(site: string) {
    return (await api.files(site))
      .map(({ path, sha, size = 0 }) => [path.replace(/^\//, ''), { sha1: sha, hash: '', size }] as const)
      .filter(([path]) => !ourFiles.has(path))
  }

  /** A deploy is never changed: while the one that is shown is ours, all of it is as it was brought. Proving it puts ours back. */
  async function intervention(wijk: WijkId): Promise<Intervention> {
    const note = await noteOf(wijk)
    if (!note?.live) return asBrought
    const { published_deploy: shown } = await api.site(note.site.id)
    // Or one of ours is on its way: its delivery notes it.
    if (isShown(note.live, shown) || (note.begun !== null && shown?.title === note.begun)) return asBrought
    const there = new Map(shown ? await filesShown(note.site.id) : [])
    const ours = new Map(Object.entries({ ...note.older, ...note.files }))
    return {
      missing: [...ours.keys()].filter((path) => !there.has(path)),
      different: Array.from(ours, ([path, { sha1 }]) => [path, sha1] as const)
        .filter(([path, sha1]) => there.has(path) && there.get(path)!.sha1 !== sha1)
        .map(([path]) => path),
      leftOver: [...there.keys()].filter((path) => !ours.has(path)),
    }
  }

  async function publish(delta: Delta): Promise<number> {
    const { wijk } = delta
    const note = await noteOf(wijk)
    const base = note?.live?.release ?? 0
    if (delta.base !== base) throw new StaleReleaseError(wijk, delta.base, base)
    const release = Math.max(base, delta.after) + 1

    const files = new Map(Object.entries(note?.files ?? {}))
    const older = new Map(Object.entries(note?.older ?? {}).filter(([, { until }]) => until > now()))
    for (const path of delta.remove) {
      const gone = files.get(path)
      if (gone && isImmutableAsset(path)) older.set(path, { ...gone, until: now() + keepAssetsMs })
      files.delete(path)
    }
    const bodies = new Map<string, () => Promise<Uint8Array>>()
    for (const file of delta.put) {
      const { path, hash, size, movedTo } = file
      const sha1 = sha1Of(await file.body())
      files.set(path, { sha1, hash, size, ...(movedTo !== undefined && { movedTo }) })
      bodies.set(path, () => file.body())
      older.delete(path)
    }
    const shown = delta.site
      ? new Map<string, DeployFile>([...older, ...files])
      : new Map<string, DeployFile>()
    const rules = delta.site
      ? {
          _headers: headersFile({ paths: files.keys(), isHttps, release }),
          _redirects: redirectsFile(files, {
            url: delta.site.url,
            formerHosts: namesOf(delta.site.formerHosts),
          }),
        }
      : { _headers: headersFile({ paths: [], isHttps, release }), '404.html': GONE }
    for (const [path, text] of Object.entries(rules)) {
      const body = Buffer.from(text)
      shown.set(path, { sha1: sha1Of(body), hash: '', size: body.length })
      bodies.set(path, () => Promise.resolve(body))
    }

    const site = await siteFor(delta, note?.site ?? null)
    // Never had a site, and needs none.
    if (!site) return release
    const before = { live: null, files: {}, older: {}, begun: null, ...note, site }
    await notes.write(wijk, before)
    const { revision, format } = delta
    const title = titleOf({ release, revision, format, key: keyOf(shown) })
    if (before.begun !== null && before.begun !== title) await cancelBegun(site.id, before.begun)
    let deploy: string
    try {
      deploy = await way.deploy({
        wijk,
        site,
        title,
        files: shown,
        body: (path) => bodies.get(path),
        isBegun: before.begun === title,
        async begin() {
          const giveBack = quota.take(wijk)
          await notes.write(wijk, { ...before, begun: title })
          return giveBack
        },
      })
    } catch (error) {
      if (error instanceof BytesGoneError)
        await notes.write(wijk, withUnknown({ ...before, older: {} }, Object.keys(before.files)))
      throw error
    }
    await notes.write(wijk, {
      site,
      live: { release, revision, format, deploy },
      files: Object.fromEntries(files),
      older: Object.fromEntries(older),
      begun: null,
    })
    return release
  }

  async function siteFor({ wijk, site }: Delta, noted: NotedSite | null): Promise<NotedSite | null> {
    if (site)
      return sites.ensure(
        { wijk, slug: site.slug, url: site.url, formerNames: namesOf(site.formerHosts) },
        noted,
      )
    return noted && sites.release(noted)
  }

  /** A site that somebody deleted there is made again by the next try. */
  async function forgettingWhatIsGone<T>(wijk: WijkId, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof NotOnNetlifyError)) throw error
      await notes.forget(wijk)
      sites.forgetList()
      throw new TargetUnavailableError(NETLIFY, error.message, { cause: error })
    }
  }

  /** A deploy that was begun for a release which is no longer wanted must not become live after the newer one. */
  async function cancelBegun(site: string, title: string): Promise<void> {
    for (const deploy of await api.deploys(site))
      if (deploy.title === title && isUnfinished(deploy)) await api.cancel(deploy.id)
  }

  /** What a reader does not get to see yet; null when all is as it should be. */
  async function wrongWith({ wijk, path, hash, release }: Proof): Promise<string | null> {
    const noted = await noteOf(wijk)
    if (!noted) return hash === null ? null : 'there is no site'
    const site = await api.site(noted.site.id)
    const deploy = site.published_deploy
    const shown = factsOf(deploy?.title)?.release ?? 0
    const isAnother = noted.live?.release === release ? !isShown(noted.live, deploy) : shown < release
    if (isAnother) {
      if (deploy?.locked)
        throw new TargetRefusedError(NETLIFY, 'locked', `the site ${site.name} is locked on release ${shown}`)
      return `Netlify shows release ${shown} in deploy ${deploy?.id}, not ${release}`
    }
    const server = serverOf(site, sitesUrl)
    const answer = await askAsReader({ server, path, timeoutMs }).catch((cause: Error) => cause)
    if (answer instanceof Error) {
      // Only Netlify's word is left where its names cannot be looked up, such as behind some firewalls.
      if ((answer as NodeJS.ErrnoException).code === 'ENOTFOUND') return null
      return `${server} gave no answer: ${answer.message}`
    }
    if (hash === null) return answer.status === 404 ? null : `${server} should be gone`
    const got = createHash('sha256').update(answer.body).digest('hex')
    if (answer.status === 200 && (got === hash || shown > release)) return null
    return `${server}/${path} answers ${answer.status} with other bytes than release ${release} has`
  }

  async function prove(proof: Proof): Promise<void> {
    try {
      await proveOn(NETLIFY, proof, proofMs, wrongWith)
    } catch (error) {
      if (!(error instanceof ProofFailedError) || !(await putBack(proof))) throw error
      await proveOn(NETLIFY, proof, proofMs, wrongWith)
    }
  }

  /**
   * Shows a deploy that is ready and yet not shown: the site was locked when it came, or somebody put an older one in its place before it was
   * proven. Answers whether it had to.
   */
  async function putBack({ wijk, release }: Proof): Promise<boolean> {
    const noted = await noteOf(wijk)
    if (noted?.live?.release !== release) return false
    const { published_deploy: shown } = await api.site(noted.site.id)
    if (shown?.locked || isShown(noted.live, shown)) return false
    const ours = (await api.deploys(noted.site.id)).find(
      (deploy) => deploy.state === 'ready' && isShown(noted.live, deploy),
    )
    if (!ours) throw new NotOnNetlifyError(`Netlify has no deploy of release ${release} any more`)
    await api.restore(noted.site.id, ours.id)
    return true
  }

  return {
    name: NETLIFY,
    // One busy wijk does not take what all share.
    gapMs: 60_000 / perMinute,
    quota,

    async live(wijk): Promise<LiveSite | null> {
      const gist = looked.has(wijk) ? notes.gist(wijk) : await noteOf(wijk)
      if (!gist?.live) return null
      return liveSite(gist.live, () => {
        const note = notes.read(wijk)
        if (!note) {
          notes.lose(wijk)
          looked.delete(wijk)
          throw new TargetUnavailableError(
            NETLIFY,
            `what was noted of ${wijk} is gone; it is found out there again`,
          )
        }
        return Object.entries(note.files).map(([path, { hash }]) => [path, hash] as const)
      })
    },

    reach: () => api.reach(),

    intervention: (wijk) => forgettingWhatIsGone(wijk, () => intervention(wijk)),

    publish: (delta) => forgettingWhatIsGone(delta.wijk, () => publish(delta)),

    prove: (proof) => forgettingWhatIsGone(proof.wijk, () => prove(proof)),
  }
}

const asBrought: Intervention = { missing: [], different: [], leftOver: [] }

/** Whether this deploy is the one that was noted to be live. */
function isShown(live: NetlifyNote['live'], deploy: NetlifyDeploy | null | undefined): boolean {
  if (!live) return false
  if (live.deploy !== undefined) return deploy?.id === live.deploy
  const facts = factsOf(deploy?.title)
  return facts?.release === live.release && facts.revision === live.revision && facts.format === live.format
}

/** Those of these hosts that Netlify can be told of. */
function namesOf(hosts: readonly string[] = []): string[] {
  return hosts.flatMap((host) => domainOf(`http://${host}`) ?? [])
}

/** Files whose hash is not known are brought again by the next difference. */
function withUnknown(note: NetlifyNote, paths: readonly string[]): NetlifyNote {
  const unknown = paths.map((path) => [path, { ...note.files[path]!, hash: '' }] as const)
  return { ...note, files: { ...note.files, ...Object.fromEntries(unknown) } }
}

function sha1Of(body: Uint8Array): string {
  return createHash('sha1').update(body).digest('hex')
}

function isTakenDown(files: readonly (readonly [path: string, file: DeployFile])[]): boolean {
  return files.length === 1 && files[0]?.[1].sha1 === sha1Of(Buffer.from(GONE))
}

/** Where the site can be read whatever the DNS of its own domain says. */
function serverOf(site: NetlifySite, sitesUrl: string | null): string {
  if (sitesUrl) return sitesUrl.replace('{name}', site.name)
  const own = site.ssl_url ?? site.url ?? `https://${site.name}.netlify.app`
  if (!site.custom_domain) return own
  return site.default_domain ? `${new URL(own).protocol}//${site.default_domain}` : own
}
