/**
 * The digest protocol: Netlify is told the sha1 of every file, and asks for those that it does not have. With one
 * changed page that is three calls.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { TargetRefusedError, TargetUnavailableError, TargetWaitsError } from '@wijkpers/publishing'
import { isLiving, NETLIFY, type NetlifyApi, type NetlifyDeploy } from './api.ts'
import { BytesGoneError, type DeployFile, type DeployOrder, type NetlifyWay } from './way.ts'

/** Above this many files Netlify compares after it has answered; netlify-cli has the same bound. */
const SYNC_FILES = 100
/** Uploads at the same time. */
const LANES = 8
/** How often one upload is tried. */
const UPLOADS = 4
/** First and longest wait between two looks at a deploy, and between two tries, in milliseconds. */
const FIRST_LOOK_MS = 100
const LONGEST_LOOK_MS = 1_000

/** The states of a deploy whose files Netlify has compared with what it has. */
const COMPARED = ['prepared', 'uploading', 'uploaded', 'processing', 'ready']

export interface DigestOptions {
  readonly api: NetlifyApi
  /** Longest time that Netlify may take to compare or to process, in milliseconds. */
  readonly processMs: number
}

export function createDigestWay({ api, processMs }: DigestOptions): NetlifyWay {
  async function find(site: string, title: string): Promise<NetlifyDeploy | null> {
    const deploys = await api.deploys(site)
    return deploys.find((deploy) => deploy.title === title && isLiving(deploy.state)) ?? null
  }

  /** The deploy with this title: the one that was begun before, or a new one. */
  async function begin({
    site: { id: site },
    title,
    files,
    isBegun,
    begin,
  }: DeployOrder): Promise<NetlifyDeploy> {
    const before = isBegun ? await find(site, title) : null
    if (before?.state === 'new') return api.giveFiles(site, before.id, filesBody(files))
    // A list of deploys does not say what each of them still lacks.
    if (before) return api.deploy(site, before.id)
    const giveBack = await begin()
    const made = await api.createDeploy(site, title, { ...filesBody(files), draft: false }).catch(
      // Was it made, and only the answer lost? There is no other way to know.
      async (error: unknown) => {
        if (error instanceof TargetWaitsError) giveBack()
        const lost = error instanceof TargetUnavailableError ? await find(site, title) : null
        if (!lost) throw error
        return api.deploy(site, lost.id)
      },
    )
    const isGiven = made.required || made.state !== 'new'
    return isGiven ? made : api.giveFiles(site, made.id, filesBody(files))
  }

  /** Looks until the deploy is in one of these states. */
  async function until(
    site: string,
    first: NetlifyDeploy,
    states: readonly string[],
  ): Promise<NetlifyDeploy> {
    const deadline = Date.now() + processMs
    let deploy = first
    for (let lookMs = FIRST_LOOK_MS; !states.includes(deploy.state); lookMs *= 1.5) {
      if (!isLiving(deploy.state))
        throw new TargetRefusedError(
          NETLIFY,
          'release',
          deploy.error_message ?? `the deploy ended as ${deploy.state}`,
        )
      if (Date.now() > deadline)
        throw new TargetUnavailableError(NETLIFY, `deploy ${deploy.id} is still ${deploy.state}`)
      await wait(Math.min(lookMs, LONGEST_LOOK_MS))
      deploy = await api.deploy(site, deploy.id).catch(orSame(deploy))
    }
    return deploy
  }

  async function upload(deploy: string, path: string, body: Uint8Array): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await api.upload(deploy, path, body)
        return
      } catch (error) {
        if (!(error instanceof TargetUnavailableError) || tries === UPLOADS) throw error
        await wait(FIRST_LOOK_MS * 2 ** tries)
      }
    }
  }

  async function uploadRequired({ files, body }: DeployOrder, deploy: NetlifyDeploy): Promise<void> {
    const required = new Set(deploy.required ?? [])
    const queue: { path: string; bytes: () => Promise<Uint8Array> }[] = []
    // Of two files with the same bytes one will do: one that is at hand.
    for (const [path, { sha1 }] of files) {
      const bytes = body(path)
      if (bytes && required.delete(sha1)) queue.push({ path, bytes })
    }
    const gone = Array.from(files).find(([, { sha1 }]) => required.has(sha1))?.[0]
    if (gone !== undefined)
      throw new BytesGoneError(`Netlify no longer has the bytes of ${gone}; the whole site goes up again`)
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        await upload(deploy.id, next.path, await next.bytes())
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  return {
    async deploy(order) {
      const site = order.site.id
      let deploy = await begin(order)
      try {
        if (!isCompared(deploy, order)) deploy = await until(site, deploy, COMPARED)
        if (deploy.state !== 'ready') await uploadRequired(order, deploy)
        return (await until(site, deploy, ['ready'])).id
      } catch (error) {
        // One that only has to wait is gone on with later, found by its title.
        if (!(error instanceof TargetWaitsError)) await api.cancel(deploy.id).catch(() => undefined)
        throw error
      }
    },
    missing: () => Promise.resolve([]),
  }
}

/** Whether what it says to lack is all: while it compares after its answer, a list of nothing means nothing yet. */
function isCompared({ state, required }: NetlifyDeploy, { files }: DeployOrder): boolean {
  return COMPARED.includes(state) || (files.size <= SYNC_FILES && !!required)
}

function filesBody(files: ReadonlyMap<string, DeployFile>) {
  return {
    files: Object.fromEntries(Array.from(files, ([path, { sha1 }]) => [path, sha1])),
    async: files.size > SYNC_FILES,
  }
}

/** A look that failed is looked again; only the deadline ends it. */
function orSame(deploy: NetlifyDeploy) {
  return (error: unknown): NetlifyDeploy => {
    if (error instanceof TargetUnavailableError) return deploy
    throw error
  }
}
