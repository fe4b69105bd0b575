import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader } from '@wijkpers/releases'
import { importWijk } from '../../scripts/seed.ts'
import { demoWijken } from '../../demo/wijken.ts'
import { filesBelow } from '../site/render-site.ts'
import { run, wijkpersCommand } from '../support/command.ts'
import { ARTICLE, paragraph, signIn } from '../support/editor.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

const now = '2026-11-22T14:03:00+01:00'
let wijkpers: Wijkpers
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', WIJKPERS_NOW: now } })
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

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
  // Two, the second with one that goes again: longer ways are the oracle's.
  for (const round of [1, 2]) {
    await Promise.all(
      slugs.map(async (slug, index) => {
        const article = await editors[index]!.create(ARTICLE, {
          title: `Ronde ${round} in ${slug}`,
          body: [paragraph(`Tekst van ronde ${round}.`)],
          wijk: { connect: [{ documentId: ids.get(slug) }] },
        })
        await editors[index]!.publish(ARTICLE, article)
        if (round === 2) await editors[index]!.unpublish(ARTICLE, article)
        await wijkpers.untilLive(slug)
      }),
    )
  }
  for (const slug of slugs) {
    await wijkpers.untilLive(slug)
    const out = mkdtempSync(join(tmpdir(), 'wijkpers-parity-'))
    const reader = openReader(join(wijkpers.settings.data, 'releases'))
    try {
      const words = ['build', '--wijk', slug, '--now', now, '--out', out]
      expect(await run('scripts/site.ts', wijkpers.settings.env, ...words)).toMatchObject({ exit: 0 })
      const built = await filesBelow(out)
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
    expect(await wijkpersCommand(wijkpers.settings, 'verify', slug)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('geen verschil'),
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
