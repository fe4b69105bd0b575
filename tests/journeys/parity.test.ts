import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader } from '@wijkpers/releases'
import { importWijk } from '../../scripts/seed.ts'
import { root } from '../../scripts/settings.ts'
import { demoWijken } from '../../demo/wijken.ts'
import { ARTICLE, paragraph, signIn } from '../support/editor.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const now = '2026-11-22T14:03:00+01:00'
let wijkpers: Wijkpers
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', WIJKPERS_NOW: now } })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

/** Runs one of our scripts against this installation. */
async function run(script: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], {
    env: wijkpers.settings.env,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output }
}

function filesBelow(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [relative(folder, path), readFileSync(path)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

test('a release made by publish after publish, two wijken interleaved, equals what astro build makes: every file, every byte', async () => {
  const wijken = (await demoWijken(new Date(now))).slice(0, 2)
  for (const wijk of wijken) await importWijk(wijkpers.cms, wijk)
  const slugs = wijken.map(({ wijk }) => wijk.slug)
  for (const slug of slugs) await wijkpers.untilLive(slug)
  const editors = [
    await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test'),
    await signIn(wijkpers.settings.cmsUrl, 'bram@wijkpers.test'),
  ]
  const ids = new Map((await wijkpers.cms.wijken()).map(({ slug, id }) => [slug as string | null, id]))
  for (let round = 1; round <= 6; round++) {
    await Promise.all(
      slugs.map(async (slug, index) => {
        const article = await editors[index]!.create(ARTICLE, {
          title: `Ronde ${round} in ${slug}`,
          body: [paragraph(`Tekst van ronde ${round}.`)],
          wijk: { connect: [{ documentId: ids.get(slug) }] },
        })
        await editors[index]!.publish(ARTICLE, article)
        if (round % 3 === 0) await editors[index]!.unpublish(ARTICLE, article)
        if (round % 2 === 0) await wijkpers.untilLive(slug)
      }),
    )
  }
  for (const slug of slugs) {
    await wijkpers.untilLive(slug)
    const out = mkdtempSync(join(tmpdir(), 'wijkpers-parity-'))
    const reader = openReader(join(wijkpers.settings.data, 'releases'))
    try {
      expect(await run('site.ts', 'build', '--wijk', slug, '--now', now, '--out', out)).toMatchObject({
        code: 0,
      })
      const built = filesBelow(out)
      const released = reader.files(ids.get(slug)!)
      expect([...released.keys()].toSorted()).toEqual([...built.keys()].toSorted())
      const different = [...built].filter(
        ([path, body]) => !readFileSync(reader.objectPath(released.get(path)!.hash)).equals(body),
      )
      expect(different.map(([path]) => path)).toEqual([])
    } finally {
      reader.close()
      rmSync(out, { recursive: true, force: true })
    }
    expect(await run('wijkpers.ts', 'verify', slug)).toMatchObject({
      code: 0,
      output: expect.stringContaining('geen verschil'),
    })
  }
}, 240_000)

test('no byte of one wijk is on the site of another', () => {
  const reader = openReader(join(wijkpers.settings.data, 'releases'))
  const sites = reader.sites()
  try {
    expect(sites).toHaveLength(2)
    for (const site of sites) {
      const others = sites.filter(({ slug }) => slug !== site.slug)
      const traces = others.flatMap((other) => [other.name, `//${other.host}`, other.site])
      const leaks = Array.from(reader.files(site.site)).flatMap(([path, { hash }]) => {
        const text = readFileSync(reader.objectPath(hash), 'latin1')
        return traces.filter((trace) => text.includes(trace)).map((trace) => `${site.slug}/${path}: ${trace}`)
      })
      expect(leaks).toEqual([])
    }
  } finally {
    reader.close()
  }
})
