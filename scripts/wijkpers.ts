/**
 * `npm run -s wijkpers -- <act> [wijk] [--json]`: what an operator asks of a running installation.
 * Exit 0: fine; 1: a difference or fault was found; 2: wrong use; 3: nothing to reach.
 */
import { createHmac } from 'node:crypto'
import { parseArgs } from 'node:util'
import { CmsUnavailableError, createCmsClient, type WijkRevision } from '@wijkpers/content/strapi'
import {
  createContentReader,
  createPhotoStore,
  makePlan,
  renderJobOf,
  type SiteFile,
  startRenderer,
} from '@wijkpers/publishing'
import { openReader } from '@wijkpers/releases'
import { join } from 'node:path'
import { readSettings, root, SettingError, type Settings } from './settings.ts'

const acts: Record<
  string,
  { wants: 'wijk' | 'maybe' | 'none'; does: string; act: (world: World) => Promise<Outcome> }
> = {
  status: { wants: 'maybe', does: 'hoe elke wijk ervoor staat', act: status },
  publish: { wants: 'wijk', does: 'kijk nu of er iets te publiceren is', act: publish },
  releases: { wants: 'wijk', does: 'de bewaarde versies van een site', act: releases },
  verify: { wants: 'wijk', does: 'maak alles opnieuw en vergelijk met wat online staat', act: verify },
}

interface World {
  readonly settings: Settings
  readonly slug: string | null
}

interface Outcome {
  readonly exit: 0 | 1
  /** For --json. */
  readonly data: unknown
  /** For people: one line each. */
  readonly lines: readonly string[]
}

/** There is no answer from the part that was asked. */
class NothingToReachError extends Error {
  override readonly name = 'NothingToReachError'
}

const usage = [
  'Gebruik: npm run -s wijkpers -- <opdracht> [wijk] [--json]',
  ...Object.entries(acts).map(([name, { wants, does }]) => {
    const argument = { wijk: ' <wijk>', maybe: ' [wijk]', none: '' }[wants]
    return `  ${(name + argument).padEnd(20)}${does}`
  }),
].join('\n')

try {
  const { values, positionals } = readArguments()
  const [name = '', slug = null] = positionals
  const known = Object.hasOwn(acts, name) ? acts[name]! : null
  if (!known || positionals.length > 2 || (known.wants === 'wijk' && !slug)) throw new SettingError(usage)
  const { exit, data, lines } = await known.act({ settings: readSettings(), slug })
  console.log(values.json ? JSON.stringify(data) : lines.join('\n'))
  process.exitCode = exit
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  const isUnreachable = error instanceof NothingToReachError || error instanceof CmsUnavailableError
  process.exitCode = error instanceof SettingError ? 2 : isUnreachable ? 3 : 1
}

async function status({ settings, slug }: World): Promise<Outcome> {
  interface Row {
    slug: string
    wanted: number
    live: number
    release: number
    state: string
    lastError: string | null
  }
  const answer = await askPublisher(settings, slug ? `/wijken/${encodeURIComponent(slug)}` : '/wijken')
  if (answer.status === 404) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  const data = (await answer.json()) as Row | Row[]
  const rows = Array.isArray(data) ? data : [data]
  const lines = rows.map(
    (row) =>
      `${row.slug.padEnd(24)} ${row.state.padEnd(10)} gewenst ${row.wanted}, online ${row.live} (versie ${row.release})` +
      (row.lastError ? `\n  ${row.lastError}` : ''),
  )
  const isFine = rows.every(({ state }) => state !== 'failed')
  return { exit: isFine ? 0 : 1, data, lines: lines.length > 0 ? lines : ['Er zijn nog geen wijken.'] }
}

async function publish({ settings, slug }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug!)
  const body = JSON.stringify({ wijk: id })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', settings.env.HINT_SECRET!)
    .update(`${timestamp}.${body}`)
    .digest('hex')
  const answer = await askPublisher(settings, '/hints', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wijkpers-timestamp': timestamp,
      'wijkpers-signature': `v1=${signature}`,
    },
    body,
  })
  if (!answer.ok)
    return { exit: 1, data: await answer.json(), lines: [`De publisher weigert: ${answer.status}.`] }
  return { exit: 0, data: await answer.json(), lines: [`De publisher kijkt nu naar ${slug}.`] }
}

async function releases({ settings, slug }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug!)
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const data = reader.releases(id)
    const lines = data.map(
      (release) =>
        `${String(release.release).padStart(6)}  ${release.madeAt}  revisie ${release.revision}, ${release.changed} nieuw of anders, ${release.removed} weg`,
    )
    return { exit: 0, data, lines: lines.length > 0 ? lines : [`${slug} heeft nog geen versie.`] }
  } finally {
    reader.close()
  }
}

async function verify({ settings, slug }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug!)
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const renderer = await startRenderer({ folder: join(root, 'sites/wijk/dist/format'), processes: 1 })
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const snapshot = await createContentReader(cms).read(id)
    const current = reader.current(id)
    const { WIJKPERS_NOW } = settings.env
    const made =
      snapshot &&
      (await renderJobOf(snapshot, {
        photos: createPhotoStore({
          folder: join(settings.data, 'publisher', 'photos'),
          original: (url) => cms.original(url),
        }),
        sitesUrl: settings.sitesUrl,
        now: () => (WIJKPERS_NOW ? new Date(WIJKPERS_NOW) : new Date()),
      }))
    const pages = made ? await renderer.render(made.job, 0) : { basis: null, rendered: [], removed: [] }
    const live = new Map(Array.from(current ? reader.files(id) : [], ([path, { hash }]) => [path, hash]))
    const plan = makePlan<SiteFile>({
      live,
      pages,
      carried: made ? [...made.photoFiles, ...renderer.files] : [],
    })
    const isBehind = snapshot !== null && (current?.revision ?? 0) < snapshot.revision
    const data = {
      wijk: slug,
      release: current?.release ?? 0,
      revision: current?.revision ?? 0,
      wanted: snapshot?.revision ?? 0,
      files: live.size,
      different: plan.put.map(({ path }) => path),
      leftOver: plan.remove,
    }
    const count = plan.put.length + plan.remove.length
    const said =
      count === 0
        ? `${slug}: ${live.size} bestanden vergeleken, geen verschil (versie ${data.release}).`
        : `${slug}: ${count} van ${live.size} bestanden zijn anders${isBehind ? '; er wacht nog een wijziging op publicatie' : ''}.`
    return {
      exit: count === 0 ? 0 : 1,
      data,
      lines: [said, ...[...data.different, ...data.leftOver].map((path) => `  ${path}`)],
    }
  } finally {
    renderer.close()
    reader.close()
  }
}

async function findWijk(settings: Settings, slug: string): Promise<WijkRevision> {
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const wijk = (await cms.wijken()).find((each) => each.slug === slug)
  if (!wijk) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  return wijk
}

async function askPublisher(settings: Settings, path: string, init: RequestInit = {}): Promise<Response> {
  const url = `${settings.env.PUBLISHER_URL}${path}`
  return fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch((cause: unknown) => {
    throw new NothingToReachError(`De publisher antwoordt niet op ${url}. Draait Wijkpers (npm start)?`, {
      cause,
    })
  })
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  } catch (cause) {
    throw new SettingError(`${(cause as Error).message}\n${usage}`, { cause })
  }
}
