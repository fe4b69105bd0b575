/** The renderer gives what `astro build` gives, byte for byte, and knows no other wijk while it renders one. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createSite, type SiteInput } from '@wijkpers/content/site'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, formatFolder, loadRenderer, renderSite, siteFolder } from './render-site.ts'
import { hostileSite, largeSite, movedSite, photosFolder, sampleSite } from './sites.ts'

const run = promisify(execFile)
const astro = join(siteFolder, 'node_modules', '.bin', 'astro')
let temporary: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'wijkpers-parity-'))
})
afterAll(() => rm(temporary, { recursive: true }))

const wijken = { sample: sampleSite, moved: movedSite, hostile: hostileSite, large: largeSite }

/** What `astro build` makes of one wijk. */
async function astroBuild(name: string, input: SiteInput): Promise<Map<string, Uint8Array>> {
  // Astro moves files with a rename, which cannot go from one file system to another.
  const out = join(siteFolder, 'dist', `.parity-${name}`)
  const file = join(temporary, `${name}.json`)
  await writeFile(file, JSON.stringify(input))
  await run(astro, ['build', '--outDir', out], {
    cwd: siteFolder,
    env: {
      ...process.env,
      WIJKPERS_SITE_INPUT: file,
      WIJKPERS_PHOTOS: photosFolder,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  const files = await filesBelow(out)
  await rm(out, { recursive: true })
  return files
}

describe.each(Object.entries(wijken))('the %s wijk', (name, input) => {
  test('is the same from the renderer as from astro build', async () => {
    const built = await astroBuild(name, input)
    const rendered = await renderSite(input, photosFolder)
    expect([...rendered.keys()].sort()).toEqual([...built.keys()].sort())
    for (const [path, bytes] of built) {
      expect({ path, text: latin(rendered.get(path)!) }).toEqual({ path, text: latin(bytes) })
    }
  })
})

test('wijken that are rendered through each other in one process stay apart', async () => {
  const { openSite } = await loadRenderer()
  const apart = new Map<string, string>()
  const wijkenOpen = await Promise.all(
    Object.entries(wijken).map(async ([name, input]) => {
      for (const [path, bytes] of await renderSite(input, photosFolder))
        apart.set(`${name} ${path}`, textOf(bytes))
      const site = createSite(input)
      const open = openSite(input.siteUrl)
      return { name, site, open, pages: await open.paths(site) }
    }),
  )
  const longest = Math.max(...wijkenOpen.map(({ pages }) => pages.length))
  const all = Array.from({ length: longest }, (_, index) =>
    wijkenOpen.flatMap(({ name, site, open, pages }) => {
      const page = pages[index]
      return page ? [{ key: `${name} ${page.file}`, made: open.render(site, page) }] : []
    }),
  ).flat()
  for (const { key, made } of all)
    expect({ key, text: textOf(await made) }).toEqual({ key, text: apart.get(key) })
})

describe('a page that cannot be rendered', () => {
  test('throws what its template threw, and the site can go on', async () => {
    const { openSite, RenderError } = await loadRenderer()
    const site = createSite(sampleSite)
    const open = openSite(sampleSite.siteUrl)
    const page = (await open.paths(site)).find(({ file }) => file === 'index.html')!
    const cause = new Error('the welcome was eaten')
    const broken = {
      ...site,
      wijk: () => {
        throw cause
      },
    }
    const error: unknown = await open.render(broken, page).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(RenderError)
    expect(error).toMatchObject({
      pathname: '/',
      message: expect.stringContaining('the welcome was eaten'),
      cause,
    })
    expect(textOf(await open.render(site, page))).toContain('Lindekwartier')
  })

  test('throws when its article is gone', async () => {
    const { openSite } = await loadRenderer()
    const site = createSite(sampleSite)
    const open = openSite(sampleSite.siteUrl)
    const page = (await open.paths(site)).find(({ file }) => file.startsWith('nieuws/de-markt'))!
    const without = createSite({ ...sampleSite, entries: [] })
    await expect(open.render(without, page)).rejects.toMatchObject({
      name: 'RenderError',
      pathname: page.pathname,
    })
  })
})

describe('the same sources', () => {
  test('are the same format, whatever the environment of whoever builds it', async () => {
    const before = await filesBelow(formatFolder)
    // Astro bakes in variables whose name it meets in a module, such as these.
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      SITE: 'https://elders.example',
      key: 'hush',
      pathname: 'hush',
    }
    await run(astro, ['build', '--config', 'astro.renderer.config.ts'], { cwd: siteFolder, env })
    expect(textOf((await filesBelow(formatFolder)).get('format.json')!)).toBe(
      textOf(before.get('format.json')!),
    )
  })
})

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
/** Every byte as a character of its own: photos are compared too. */
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
