/** A wijk to take along: the site as files, its content as JSON, and its photos, pdfs and logo as they were uploaded. */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import {
  type Document,
  documentsOf,
  type Logo,
  photosOf,
  type Photo,
  siteUrl,
  type WijkId,
} from '@wijkpers/content'
import { CmsUnavailableError, type CmsClient } from '@wijkpers/content/strapi'
import { headersFile, nginxConf, redirectsFile } from '@wijkpers/deploy'
import { createContentReader } from '@wijkpers/publishing'
import type { ReleaseReader } from '@wijkpers/releases'
import { type ArchiveFacts, archiveReadme } from './readme.ts'

export interface ArchivePorts {
  readonly cms: CmsClient
  readonly reader: ReleaseReader
  /** The setting SITES_URL. */
  readonly sitesUrl: string
  readonly now: Date
}

/** Writes the archive of one wijk into `folder`, which is empty or not there. Throws CmsUnavailableError. */
export async function writeArchive(wijk: WijkId, folder: string, ports: ArchivePorts): Promise<ArchiveFacts> {
  const { cms, reader, sitesUrl, now } = ports
  const prints: string[] = []
  async function write(path: string, body: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), body)
    prints.push(`${createHash('sha256').update(body).digest('hex')}  ${path}\n`)
  }

  const snapshot = await createContentReader(cms).read(wijk)
  const shown = reader.current(wijk)
  const files = shown && shown.files > 0 ? reader.files(wijk, shown.release) : new Map<string, never>()
  for (const [path, { hash }] of files) {
    const place = join(folder, 'site', path)
    await mkdir(dirname(place), { recursive: true })
    await copyFile(reader.objectPath(hash), place)
    prints.push(`${hash}  site/${path}\n`)
  }
  const settings = snapshot?.wijk ?? null
  const url = settings && files.size > 0 ? siteUrl(settings, sitesUrl) : null
  if (url) {
    const isHttps = url.startsWith('https:')
    const paths = [...files.keys()]
    await write('site/_headers', headersFile({ paths, isHttps, release: null }))
    await write('site/_redirects', redirectsFile(files))
    const { hostname } = new URL(url)
    const root = '/pad/naar/site'
    await write('nginx.conf', nginxConf({ root, listen: '80', serverName: hostname, isHttps, files }))
  }

  const entries = Array.from(snapshot?.entries.values() ?? [], ({ entry }) => entry)
  await write('inhoud/wijk.json', asJson(settings))
  for (const [kind, some] of Map.groupBy(entries, (entry) => entry.kind))
    await write(`inhoud/${kind}.json`, asJson(some))

  await write('inhoud/oude-adressen.json', asJson(snapshot?.formerAddresses ?? []))

  type Medium = Photo | Document | Logo
  const media = new Map<string, { file: string | null; medium: Medium; entries: string[] }>()
  const missing: string[] = []
  const names = new Set<string>()
  async function take(medium: Medium, shownBy: string): Promise<void> {
    const known = media.get(medium.url)
    if (known) {
      known.entries.push(shownBy)
      return
    }
    const original = await cms.original(medium.url).catch((error: unknown) => {
      if (error instanceof CmsUnavailableError) return null
      throw error
    })
    const file = original && `media/${freeName(basename(medium.url), names)}`
    if (original && file) await write(file, original)
    else missing.push(basename(medium.url))
    media.set(medium.url, { file, medium, entries: [shownBy] })
  }
  for (const entry of entries)
    for (const medium of [...photosOf(entry), ...documentsOf(entry)]) await take(medium, entry.id)
  // After the photos: of one that is also the logo, more is known.
  if (settings?.logo) await take(settings.logo, settings.id)
  const list = Array.from(media.values(), ({ file, medium, entries: shows }) => ({
    file,
    ...medium,
    entries: shows,
  }))
  await write('media/media.json', asJson(list))

  const facts: ArchiveFacts = {
    name: settings?.name ?? shown?.name ?? wijk,
    url,
    release: shown?.release ?? 0,
    revision: snapshot?.revision ?? 0,
    at: now,
    files: files.size,
    entries: entries.length,
    media: media.size - missing.length,
    missing,
  }
  await write('LEESMIJ.md', archiveReadme(facts))
  await writeFile(join(folder, 'controle.sha256'), prints.toSorted(byPath).join(''))
  return facts
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const byPath = (a: string, b: string) => (a.slice(66) < b.slice(66) ? -1 : 1)

/** The name itself, or with a number when another file has it. */
function freeName(name: string, taken: Set<string>): string {
  const end = extname(name)
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name.slice(0, name.length - end.length)}-${n}${end}`
  taken.add(free)
  return free
}
