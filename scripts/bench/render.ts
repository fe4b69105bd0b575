/**
 * A whole wijk, rendered and written, with one set of pages in every language (`sites/bench`): our renderer in a
 * process that is there already, as the publisher has it, and in a new one; `astro build`, Hugo and Eleventy.
 * The processor time counts, with that of everything a program starts.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteInput } from '@wijkpers/content/site'
import { benchPages, ensureBuilt } from '../build.ts'
import { during } from '../progress.ts'
import { root } from '../settings.ts'
import { defineBench, type Findings } from './bench.ts'
import { costOf, type Cost } from './cpu.ts'
import { writePeerContent } from './peer-content.ts'
import type { RenderAll } from './render-all.ts'
import { inTurns, median, round, spread } from './samples.ts'
import { generatedSnapshot } from './snapshot.ts'
import { visibleOf } from './visible.ts'

const pages = join(root, 'sites', 'bench')
const renderAll = join(import.meta.dirname, 'render-all.ts')
const entry = join(pages, 'dist', 'format', 'renderer', 'entry.mjs')

/**
 * Where all write, unless told otherwise: in memory where Linux offers that. What it costs to make folders and files on a disk
 * is the kernel's, the same for all, and two to ten times more when something else writes too: it would hide the makers.
 */
const MEMORY = '/dev/shm'

/** A maker of the wijk in `folder`; the pages go to `out`. */
type Maker = (folder: string, out: string) => Promise<Cost>

export const render = defineBench({
  choices: { sizes: '300,5000', rounds: '5', out: existsSync(MEMORY) ? MEMORY : tmpdir() },
  async run(choices): Promise<Findings> {
    await during('de pagina’s van de meting bouwen', () => ensureBuilt(benchPages))
    const folder = mkdtempSync(join(choices.out, 'wijkpers-bench-'))
    const resident = startResident()
    const makers = makersOf(resident)
    try {
      const rows: Record<string, string | number | null>[] = []
      const ratios: Record<string, number> = {}
      for (const size of choices.sizes.split(',').map(Number)) {
        const wijk = join(folder, String(size))
        writeContent(wijk, size)
        const count = await during(`${size} pagina’s vergelijken`, () => compare(makers, wijk))
        const samples = await during(`${size} pagina’s, ${choices.rounds} keer met elk`, () =>
          inTurns(Number(choices.rounds), turnsOf(makers, wijk)),
        )
        const perSecond = Object.fromEntries(
          Object.entries(samples).map(([name, costs]) => [
            name,
            costs.map(({ cpuMs }) => (1000 * count) / cpuMs),
          ]),
        )
        for (const [name, costs] of Object.entries(samples))
          rows.push({
            pages: count,
            maker: name,
            cpu_ms: round(median(costs.map(({ cpuMs }) => cpuMs)), 0),
            wall_ms: round(median(costs.map(({ wallMs }) => wallMs)), 0),
            pages_per_cpu_s: round(median(perSecond[name]!), 0),
            middle_half: spread(perSecond[name]!, 0),
            times_hugo: perSecond['hugo']
              ? round(median(perSecond[name]!) / median(perSecond['hugo']), 2)
              : null,
          })
        for (const peer of ['hugo', 'eleventy', 'astro build'])
          if (perSecond[peer])
            ratios[`${peer.replace(' ', '_')}_${size}`] = round(
              median(perSecond['wijkpers']!) / median(perSecond[peer]),
              2,
            )
      }
      return {
        figures: ratios,
        tables: {
          makers: {
            title: `A whole wijk rendered and written below ${choices.out}, medians of rounds in turns`,
            rows,
            note: `wijkpers: in a process that is there already, as in the publisher. ${
              makers['hugo'] ? hugoVersion() : 'Hugo is absent: apt-get install hugo.'
            } Hugo and Eleventy get Markdown, we and Astro get Strapi’s blocks; the text and the links of every page are the same in all.`,
          },
        },
        summary: `Pages per second of processor time, as times what the others make: ${Object.entries(ratios)
          .map(([name, ratio]) => `${name} ${ratio}`)
          .join(', ')}.`,
      }
    } finally {
      resident.end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

function writeContent(folder: string, size: number): void {
  const now = new Date('2026-11-28T10:00:00Z')
  const { wijk, entries } = generatedSnapshot('maat', size, now)
  const input: SiteInput = {
    wijk,
    entries: Array.from(entries.values(), ({ entry }) => entry).filter(
      ({ kind }) => kind === 'article' || kind === 'infoPage',
    ),
    photos: {},
    siteUrl: 'http://maat.localhost:8080',
    now: now.toISOString(),
  }
  mkdirSync(folder)
  writeFileSync(join(folder, 'input.json'), JSON.stringify(input))
  writePeerContent(join(folder, 'peers'), input)
}

function makersOf(resident: ReturnType<typeof startResident>): Record<string, Maker> {
  const bin = (name: string) => join(pages, 'node_modules', '.bin', name)
  return {
    wijkpers: (folder, out) => resident.render({ input: join(folder, 'input.json'), out }),
    'wijkpers, new process': (folder, out) =>
      costOf(process.execPath, [renderAll, entry, join(folder, 'input.json'), out], { cwd: root }),
    'astro build': (folder, out) =>
      costOf(bin('astro'), ['build', '--outDir', out], {
        cwd: pages,
        env: { WIJKPERS_SITE_INPUT: join(folder, 'input.json'), ASTRO_TELEMETRY_DISABLED: '1' },
      }),
    eleventy: (folder, out) =>
      costOf(bin('eleventy'), [`--output=${out}`, '--config=eleventy.config.js', '--quiet'], {
        cwd: join(pages, 'eleventy'),
        env: { BENCH_CONTENT: join(folder, 'peers') },
      }),
    ...(hugoVersion() && {
      hugo: (folder: string, out: string) =>
        costOf(
          'hugo',
          [
            '--quiet',
            '--source',
            join(pages, 'hugo'),
            '--config',
            `hugo.toml,${join(folder, 'peers', 'wijk.json')}`,
            '--contentDir',
            join(folder, 'peers', 'content'),
            '--destination',
            out,
            '--noBuildLock',
          ],
          { cwd: folder },
        ),
    }),
  }
}

function hugoVersion(): string | null {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return stdout ? stdout.split(' ').slice(0, 2).join(' ').trim() : null
}

function turnsOf(makers: Record<string, Maker>, folder: string) {
  return Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [
      name,
      async () => {
        const out = join(folder, 'out')
        const cost = await make(folder, out)
        rmSync(out, { recursive: true })
        return cost
      },
    ]),
  )
}

/** How many pages there are. Throws when a maker has another page, text or link than ours. */
async function compare(makers: Record<string, Maker>, folder: string): Promise<number> {
  const ours = join(folder, 'ours')
  await makers['wijkpers']!(folder, ours)
  const wanted = readPages(ours)
  for (const [name, make] of Object.entries(makers)) {
    const out = join(folder, 'theirs')
    await make(folder, out)
    const made = readPages(out)
    for (const path of new Set([...wanted.keys(), ...made.keys()]))
      ensureSame(name, path, made.get(path) ?? '', wanted.get(path) ?? '')
    rmSync(out, { recursive: true })
  }
  rmSync(ours, { recursive: true })
  return wanted.size
}

function ensureSame(maker: string, path: string, theirs: string, ours: string): void {
  if (theirs === ours) return
  const place = Array.from(ours).findIndex((character, at) => theirs[at] !== character)
  const [made, wanted] = [theirs, ours].map((text) => text.slice(Math.max(0, place - 80), place + 80))
  throw new Error(`${maker} shows something else at ${path}: "${made}" where we show "${wanted}"`)
}

function readPages(folder: string): Map<string, string> {
  return new Map(
    globSync('**/*.html', { cwd: folder }).map((path) => [
      path,
      JSON.stringify(visibleOf(readFileSync(join(folder, path), 'utf8'))),
    ]),
  )
}

function startResident() {
  const child = fork(renderAll, [entry], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then((): never => {
    throw new Error('the render process ended')
  })
  ended.catch(() => undefined)
  return {
    async render(asked: RenderAll): Promise<Cost> {
      child.send(asked)
      const [cost] = (await Promise.race([once(child, 'message'), ended])) as [Cost]
      return cost
    },
    end: () => void child.kill('SIGKILL'),
  }
}
