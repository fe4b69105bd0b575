import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseWijkId, type Slug } from '@wijkpers/content'
import {
  createRenderers,
  type FirstSite,
  formatOf,
  openFormatShelf,
  type Renderer,
  RenderFailedError,
} from '@wijkpers/publishing'
import pino from 'pino'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openRolloutNote } from './rollout-note.ts'
import { openSiteFormats } from './site-formats.ts'

const wijk = parseWijkId('wijk0000000a')
const address = { sitesUrl: 'http://{slug}.localhost', hub: null }

let root: string
let now: number
/** Formats of which the copy on the shelf cannot be opened, though all of it is there. */
let rotten: Set<string>
let logged: { format?: string; msg: string }[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wijkpers-site-formats-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  now = Date.parse('2026-11-22T12:00:00Z')
  rotten = new Set()
  logged = []
})

function build(format: string): void {
  const [built, staging] = [join(root, 'built'), join(root, 'building')]
  mkdirSync(join(staging, 'renderer'), { recursive: true })
  mkdirSync(join(staging, 'files'))
  writeFileSync(join(staging, 'renderer', 'entry.mjs'), '')
  writeFileSync(join(staging, 'format.json'), JSON.stringify({ format }))
  rmSync(built, { recursive: true, force: true })
  renameSync(staging, built)
}

/** The formats of a publisher of one wijk, which was made in format `has`. */
async function start(has: string) {
  const shelf = openFormatShelf({ folder: join(root, 'formats'), built: join(root, 'built') })
  const formats = await openSiteFormats({
    note: openRolloutNote(join(root, 'format.json')),
    shelf: {
      ...shelf,
      async take(unusable) {
        const hash = await shelf.take(unusable)
        if (unusable?.has(hash)) rotten.delete(hash)
        return hash
      },
    },
    renderers: createRenderers({
      shelf,
      async start(folder) {
        const format = folder.split('/').at(-1)!
        if (rotten.has(format)) throw new Error(`${format} is rot`)
        return { format, files: [], pids: () => [1], close: () => undefined } as unknown as Renderer & {
          pids(): number[]
          close(): void
        }
      },
      now: () => now,
    }),
    live: () => ({ format: formatOf(has, address) }) as FirstSite,
    ...address,
    now: () => new Date(now),
    log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line) as never) }),
  })
  const look = () =>
    formats.looked([{ id: wijk, slug: 'molenwijk' as Slug, wanted: 1, isHeld: false, hash: has }])
  const madeIn = async (why: 'revision' | 'format' = 'revision') => {
    let format = ''
    await formats.use({ wijk, why }, async (renderer) => void (format = renderer.format))
    return format
  }
  return { formats, look, madeIn }
}

test('a copy that cannot be opened stops no look: its wijken are made in the chosen format, and it is told', async () => {
  build('aa1')
  await start('aa1')
  build('bb2')
  rotten.add('aa1')
  const { formats, look, madeIn } = await start('aa1')
  await look()
  await look()
  expect(await madeIn()).toBe('bb2')
  expect(logged.map(({ format }) => format)).toEqual(['aa1'])
  expect(await formats.progress()).toMatchObject({
    chosen: 'bb2',
    kept: ['bb2'],
    unusable: [{ hash: 'aa1', error: 'aa1 is rot' }],
  })
  // It may have been the machine: after a while it is tried again.
  rotten.clear()
  now += 61_000
  await look()
  expect(await madeIn()).toBe('aa1')
  expect(await formats.progress()).toMatchObject({ unusable: [] })
})

test('the chosen format is copied anew from its build when its copy cannot be opened', async () => {
  build('aa1')
  await start('aa1')
  rotten.add('aa1')
  const { look, madeIn } = await start('aa1')
  await look()
  expect(await madeIn()).toBe('aa1')
})

test('what an operator chose outlives a start at which its copy cannot be opened', async () => {
  build('aa1')
  await start('aa1')
  build('bb2')
  const { formats } = await start('aa1')
  await formats.perform('use', 'aa1')
  await formats.perform('pause', undefined)
  rotten.add('aa1')
  await expect(start('aa1')).rejects.toThrow(/aa1 is rot.* remove .*formats.aa1: /)
  rotten.clear()
  const again = await start('aa1')
  expect(await again.formats.progress()).toMatchObject({ chosen: 'aa1', pause: { by: 'operator' } })
  rmSync(join(root, 'formats', 'aa1'), { recursive: true })
  const without = await start('aa1')
  expect(await without.formats.progress()).toMatchObject({ chosen: 'bb2' })
})

test('what an operator chose stays chosen when its copy cannot be opened while we run, and is tried again', async () => {
  build('aa1')
  await start('aa1')
  build('bb2')
  const { formats, look, madeIn } = await start('bb2')
  // By then nothing is made in it any more, and its renderer has ended.
  now += 61_000
  await look()
  rotten.add('aa1')
  await formats.perform('use', 'aa1')
  await look()
  await expect(madeIn('format')).rejects.toThrow('aa1 is rot')
  expect(await madeIn('revision')).toBe('bb2')
  expect(await formats.progress()).toMatchObject({ chosen: 'aa1' })
  rotten.clear()
  now += 61_000
  await look()
  expect(await madeIn('format')).toBe('aa1')
})

test('a rollout that stopped for its failures says so after a restart, with the wijken that it failed on', async () => {
  build('aa1')
  await start('aa1')
  build('bb2')
  const { formats, look } = await start('aa1')
  await look()
  const broken = new RenderFailedError('/nieuws/', 'sjabloon kapot')
  await formats.use({ wijk, why: 'format' }, () => Promise.reject(broken))
  const pause = {
    by: 'failures',
    failed: 1,
    tried: 1,
    wijken: [{ slug: 'molenwijk', page: '/nieuws/', error: broken.message }],
  }
  expect(await formats.progress()).toMatchObject({ pause })
  logged = []
  const after = await start('aa1')
  expect(await after.formats.progress()).toMatchObject({ pause })
  expect(logged.map(({ msg }) => msg)).toEqual([expect.stringContaining('paused still')])
})

test('after a rollout undo goes to the format of before the next build, and what is needed no more goes', async () => {
  build('aa1')
  const first = await start('aa1')
  await first.look()
  build('bb2')
  const second = await start('bb2')
  expect(await second.formats.progress()).toMatchObject({ chosen: 'bb2', former: 'aa1' })
  await second.look()
  build('cc3')
  const third = await start('bb2')
  expect(await third.formats.progress()).toMatchObject({ chosen: 'cc3', former: 'bb2' })
})

test('a wijk that its own format fails on goes over to a mended one at once; when that fails too, it is told why its own did', async () => {
  build('aa1')
  await start('aa1')
  build('bb2')
  const { formats, look } = await start('aa1')
  await look()
  const failsIn = (all: readonly string[]) => {
    const tried: string[] = []
    return {
      tried,
      use: () =>
        formats.use({ wijk, why: 'revision' }, ({ format }) => {
          tried.push(format)
          return all.includes(format)
            ? Promise.reject(new RenderFailedError('/nieuws/x/', `broken in ${format}`))
            : Promise.resolve()
        }),
    }
  }
  const both = failsIn(['aa1', 'bb2'])
  await expect(both.use()).rejects.toThrow('broken in aa1')
  // For a while the new one is not tried again with the same content.
  await expect(both.use()).rejects.toThrow('broken in aa1')
  expect(both.tried).toEqual(['aa1', 'bb2', 'aa1'])
  now += 60_000
  const mended = failsIn(['aa1'])
  expect(await mended.use()).toBe(true)
  expect(mended.tried).toEqual(['aa1', 'bb2'])
  await formats.perform('pause', undefined)
  await expect(failsIn(['aa1']).use()).rejects.toThrow('broken in aa1')
})
