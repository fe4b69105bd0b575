/**
 * One wijk with plain Astro, from the same content that the publisher uses:
 * `npm run site:build -- --wijk <slug> [--now <iso>] --out <dir>` and `npm run site:dev -- --wijk <slug>`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CmsUnavailableError, createCmsClient } from '@wijkpers/content/strapi'
import { createContentReader, createPhotoStore, renderJobOf, siteInputOf } from '@wijkpers/publishing'
import { readSettings, root, SettingError } from './settings.ts'
import { openWrittenFolder } from './written-folder.ts'

const usage = `Gebruik: npm run site:build -- --wijk <slug> [--now <iso>] --out <map>
         npm run site:dev -- --wijk <slug>`

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof CmsUnavailableError ? 3 : error instanceof SettingError ? 2 : 1
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [act] = positionals
  if (!values.wijk || (act === 'build' && !values.out) || !(act === 'build' || act === 'dev'))
    throw new SettingError(usage)
  const settings = readSettings()
  const now = values.now ?? settings.env.WIJKPERS_NOW
  if (now && Number.isNaN(Date.parse(now)))
    throw new SettingError(`--now is ‘${now}’; verwacht: een moment zoals 2026-11-22T14:03:00+01:00.`)

  const out = act === 'build' ? openWrittenFolder(values.out!, join(settings.data, 'run/site-builds')) : null

  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-site-'))
  try {
    const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
    const wijk = (await cms.wijken()).find(({ slug }) => slug === values.wijk)
    if (!wijk) throw new SettingError(`Er is geen wijk met slug ‘${values.wijk}’.`)
    const snapshot = await createContentReader(cms).read(wijk.id)
    const made =
      snapshot &&
      (await renderJobOf(snapshot, {
        photos: createPhotoStore({ folder: join(folder, 'photos'), original: (url) => cms.original(url) }),
        sitesUrl: settings.sitesUrl,
        hub: settings.hub,
        now: () => (now ? new Date(now) : new Date()),
      }))
    if (!made)
      throw new SettingError(`De wijk ‘${values.wijk}’ heeft geen openbare site: de staat is nog ‘draft’.`)
    const input = join(folder, 'site-input.json')
    writeFileSync(input, JSON.stringify(siteInputOf(made.job)))
    const photos = join(folder, 'public')
    for (const file of made.mediaFiles) {
      mkdirSync(dirname(join(photos, file.path)), { recursive: true })
      writeFileSync(join(photos, file.path), await file.body())
    }
    // Astro moves files with a rename, which cannot go from one file system to another.
    const built = join(root, 'sites/wijk/dist', `.site-${process.pid}`)
    const args = act === 'build' ? ['build', '--outDir', built] : ['dev', '--host', '127.0.0.1']
    const astro = spawn('pnpm', ['--filter', '@wijkpers/site', 'exec', 'astro', ...args], {
      cwd: root,
      env: {
        ...process.env,
        WIJKPERS_SITE_INPUT: input,
        WIJKPERS_PHOTOS: photos,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: 'inherit',
    })
    const [code] = (await once(astro, 'exit')) as [number | null]
    if (out && code === 0) {
      out.empty()
      // First: a copy that is cut off is ours as well.
      out.note(built)
      cpSync(built, resolve(values.out!), { recursive: true })
    }
    rmSync(built, { recursive: true, force: true })
    return code ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { wijk: { type: 'string' }, now: { type: 'string' }, out: { type: 'string' } },
    })
  } catch (cause) {
    throw new SettingError(`${(cause as Error).message}\n${usage}`, { cause })
  }
}
