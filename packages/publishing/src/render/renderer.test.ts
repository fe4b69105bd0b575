import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Wijk, WijkId } from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import type { RenderJob } from '../ports.ts'
import { RendererLostError, RenderFailedError } from './process.ts'
import { startRenderer, type RendererOptions } from './renderer.ts'

/**
 * A site format of one page, that never ends for a wijk called `hangt`; in which process that is, it says in a file. For one whose name
 * begins with `wacht` it ends when it is told to go on, and so for `blokkeert`, which lets nothing else be done meanwhile.
 */
const format = `import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
export { shareCardOf, shareCardOfWijk, shareCardPath } from '${import.meta.resolve('@wijkpers/content')}'
export { createMovingSite } from '${import.meta.resolve('@wijkpers/content/site')}'
export { createPageGraph } from '${import.meta.resolve('@wijkpers/page-graph')}'
export const openSite = () => ({
  paths: async () => [{ pathname: '/', file: 'index.html', madeBy: 'home' }],
  async render(site) {
    const { name } = site.wijk()
    if (name === 'hangt') {
      writeFileSync(new URL('./hangs', import.meta.url), String(process.pid))
      for (;;);
    }
    if (name === 'blokkeert') while (!existsSync(new URL('./go-' + name, import.meta.url)));
    if (name.startsWith('wacht')) while (!existsSync(new URL('./go-' + name, import.meta.url))) await wait(5)
    return Buffer.from(name)
  },
})
`

/** A process starts in a second, on a busy machine in many. */
const SLOW = { timeout: 120_000 }

async function aRenderer(processes: number, options: Partial<RendererOptions> = {}, entry = format) {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-renderer-'))
  mkdirSync(join(folder, 'renderer'))
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'format.json'), '{"format":"aa1"}')
  writeFileSync(join(folder, 'renderer', 'entry.mjs'), entry)
  const renderer = await startRenderer({ folder, processes, longMs: 600_000, ...options })
  onTestFinished(() => {
    renderer.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const mark = join(folder, 'renderer', 'hangs')
  return {
    renderer,
    goOn: (name: string) => writeFileSync(join(folder, 'renderer', `go-${name}`), ''),
    /** The process that hangs by now. */
    hanging: () =>
      vi.waitFor(
        () => {
          const pid = Number(readFileSync(mark, 'utf8'))
          // There already, and not written yet.
          if (pid === 0) throw new Error('it does not say yet which it is')
          rmSync(mark)
          return pid
        },
        { timeout: 60_000 },
      ),
  }
}

const aJob = (id: string, name = id): RenderJob => ({
  wijk: { ...plain.wijk, id: `${id}00000001` as WijkId, slug: id as Wijk['slug'], name, colour: '#2f6f4e' },
  entries: new Map(),
  siteUrl: `http://${id}.localhost:8080`,
  hub: null,
  validUntil: null,
  formerAddresses: [],
  now: '2026-11-22T13:03:00.000Z',
  photos: {},
})

const lostItself = expect.objectContaining({ constructor: RendererLostError, isBystander: false }) as unknown

test(
  'a template that hangs on one wijk holds no other up, and is tried again where nobody else is',
  SLOW,
  async () => {
    const { renderer, hanging } = await aRenderer(2)
    const others = [aJob('molenwijk'), aJob('parkwijk')]
    for (const job of others) (await renderer.render(job, null)).wentLive(1)
    const stuck = renderer.render(aJob('molen', 'hangt'), null).catch((error: unknown) => error)
    const pid = await hanging()
    // One of the two was known there.
    for (const job of others) expect((await renderer.render(job, 1)).rendered).toBeDefined()
    expect(renderer.pids()).toContain(pid)
    const before = renderer.pids().filter((each) => each !== pid)
    process.kill(pid, 'SIGKILL')
    expect(await stuck).toEqual(lostItself)

    const again = renderer.render(aJob('molen', 'hangt'), null).catch((error: unknown) => error)
    const apart = await hanging()
    expect(before).not.toContain(apart)
    const known = await Promise.all(others.map((job) => renderer.render(job, 1)))
    expect(known.map(({ rendered }) => rendered.length)).not.toContain(0)
    expect(renderer.pids()).toEqual([...before, apart])
    process.kill(apart, 'SIGKILL')
    // There it says which page it is that hangs.
    expect(await again).toMatchObject({ constructor: RendererLostError, isBystander: false, page: '/' })

    // Mended, it is one of them again.
    const [page] = (await renderer.render(aJob('molen', 'mooi'), null)).rendered
    expect(Buffer.from(await page!.body()).toString()).toBe('mooi')
    expect(renderer.pids()).toEqual(before)
    const next = await renderer.render(aJob('molen', 'mooier'), null)
    expect(next.rendered.map(({ path }) => path)).toContain('index.html')
  },
)

test('each process keeps a part of the wijken, also when they are made one after another', SLOW, async () => {
  const { renderer } = await aRenderer(2, { keptWijken: 1 })
  const jobs = [aJob('molenwijk'), aJob('parkwijk')]
  for (const job of jobs) (await renderer.render(job, null)).wentLive(1)
  expect(jobs.map(({ wijk }) => renderer.knows(wijk.id, 1))).toEqual([true, true])
  expect(renderer.knows(jobs[0]!.wijk.id, 2)).toBe(false)
})

test('a wijk that only waited behind another when the process was lost is made at once', SLOW, async () => {
  const { renderer, hanging } = await aRenderer(1)
  const stuck = renderer.render(aJob('molen', 'hangt'), null).catch((error: unknown) => error)
  const pid = await hanging()
  const waiting = renderer.render(aJob('parkwijk'), null)
  await expect.poll(() => renderer.pids()).toEqual([pid])
  process.kill(pid, 'SIGKILL')
  expect(await stuck).toEqual(lostItself)
  expect((await waiting).rendered.map(({ path }) => path)).toContain('index.html')
})

test(
  'a process that is silent for long is set aside with its wijk, who waits behind it goes to another, and so does who is asked next',
  SLOW,
  async () => {
    const long: WijkId[] = []
    const { renderer, goOn } = await aRenderer(1, { longMs: 1_000, onLong: (wijk) => long.push(wijk) })
    const slow = aJob('molen', 'blokkeert')
    const stuck = renderer.render(slow, null)
    const behind = renderer.render(aJob('parkwijk'), null)
    expect((await behind).rendered.map(({ path }) => path)).toContain('index.html')
    expect((await renderer.render(aJob('oosterhaar'), null)).rendered).toBeDefined()
    expect(long).toEqual([slow.wijk.id])
    expect(renderer.pids()).toHaveLength(2)
    // It hung on nothing but its length: what it made is right, and its process is needed no more.
    goOn('blokkeert')
    expect((await stuck).rendered.map(({ path }) => path)).toContain('index.html')
    expect(renderer.pids()).toHaveLength(1)
  },
)

test(
  'who waits behind long work is not thought to be lost: the silence counts from the last answer',
  SLOW,
  async () => {
    const { renderer, goOn } = await aRenderer(1)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const first = renderer.render(aJob('molen', 'wacht-a'), null)
    const second = renderer.render(aJob('parkwijk', 'wacht-b'), null)
    const outcome = second.catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(40_000)
    goOn('wacht-a')
    await first
    await vi.advanceTimersByTimeAsync(40_000)
    goOn('wacht-b')
    expect(await outcome).toMatchObject({ basis: null })
  },
)

test(
  'a format without queries of its own fails as a format does, so that its wijken go over',
  SLOW,
  async () => {
    const { renderer } = await aRenderer(1, {}, 'export const openSite = () => null')
    await expect(renderer.render(aJob('molen'), null)).rejects.toThrow(RenderFailedError)
  },
)
