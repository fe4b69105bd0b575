/**
 * Searching a wijk: fifty questions of residents to our own index and to Pagefind's, over the same pages, each in a browser that
 * comes for the first time. Who finds the page that they hope for, and what is fetched for it.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { createSite, type SiteInput } from '@wijkpers/content/site'
import type { Browser, Page } from 'playwright-core'
import { demoWijken } from '../../demo/wijken.ts'
import { filesBelow, renderSite } from '../../tests/site/render-site.ts'
import { serveFiles } from '../../tests/site/serve-files.ts'
import { launchBrowser } from '../../tests/support/browser.ts'
import { builds, ensureBuilt } from '../build.ts'
import { during } from '../progress.ts'
import { defineBench, type Findings } from './bench.ts'
import { median, round } from './samples.ts'
import { QUESTIONS, type Question } from './search-questions.ts'
import { snapshotOf } from './snapshot.ts'

/** Comes from npm when it is asked for: no test needs it. */
const PAGEFIND = 'pagefind@1.6.0'
/** How many results a reader sees at once. */
const SHOWN = 10
/** A Thursday in November, so that every run asks the same wijk. */
const NOW = new Date('2026-11-26T12:00:00.000Z')

interface Asked {
  readonly question: string
  /** Place of the first page that answers it, from 1; null when it is not among those that are shown. */
  readonly place: number | null
  /** Bytes over the line: of the program, and of what this question needed of the index. */
  readonly programBytes: number
  readonly indexBytes: number
}

/** Puts a question to a page that just opened; the addresses of what is found, best first. */
interface Engine {
  readonly open: string
  readonly ask: (page: Page, question: string) => Promise<readonly string[]>
  readonly isProgram: (path: string) => boolean
  readonly isIndex: (path: string) => boolean
}

const engines: Readonly<Record<string, Engine>> = {
  wijkpers: {
    open: '/zoeken/',
    async ask(page, question) {
      await page.locator('#zoekveld').fill(question)
      await page.locator('#zoekstand:not(:empty)').waitFor()
      return page
        .locator('.found__item a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
    },
    isProgram: (path) => path.endsWith('.js'),
    isIndex: (path) => /^\/zoeken\/.*\.json$/.test(path),
  },
  pagefind: {
    open: '/robots.txt',
    ask: (page, question) =>
      page.evaluate<string[]>(`import('/pagefind/pagefind.js').then(async ({ options, search }) => {
        await options({ noWorker: true })
        const { results } = await search(${JSON.stringify(question)})
        return Promise.all(results.slice(0, ${SHOWN}).map((one) => one.data().then(({ url }) => url)))
      })`),
    isProgram: (path) => /^\/pagefind\/(.*\.js|wasm\..*)$/.test(path),
    isIndex: (path) => path.startsWith('/pagefind/'),
  },
}

export const search = defineBench({
  choices: {},
  async run(): Promise<Findings> {
    await during('bouwen wat nog niet klaar is', () => Promise.all(Object.values(builds).map(ensureBuilt)))
    const files = await during('de wijk en beide indexen maken', siteWithBoth)
    await using server = await serveFiles(files)
    const browser = await launchBrowser()
    try {
      const asked: Record<string, Asked[]> = {}
      for (const [name, engine] of Object.entries(engines))
        asked[name] = await during(`${QUESTIONS.length} vragen aan ${name}`, () =>
          askAll(browser, server.origin, engine),
        )
      return findingsOf(asked)
    } finally {
      await browser.close()
    }
  },
})

/** The lively wijk of the demo as files, with the index of Pagefind among them. */
async function siteWithBoth(): Promise<Map<string, Uint8Array>> {
  const [demo] = await demoWijken(NOW)
  const { wijk, entries } = snapshotOf(demo!, NOW)
  const input: SiteInput = {
    wijk,
    entries: Array.from(entries.values(), ({ entry }) => entry),
    siteUrl: 'https://molenwijk.example',
    now: NOW.toISOString(),
    photos: {},
  }
  const files = await renderSite(input, '/')
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-search-'))
  try {
    for (const { path } of createSite(input).addresses()) {
      const file = join(folder, path, 'index.html')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, asPagefindLikesIt(Buffer.from(files.get(`${path.slice(1)}index.html`)!).toString()))
    }
    const options = ['--site', folder, '--force-language', 'nl', '--quiet']
    await promisify(execFile)('npm', ['exec', '--yes', `--package=${PAGEFIND}`, '--', 'pagefind', ...options])
    for (const [path, body] of await filesBelow(join(folder, 'pagefind'))) files.set(`pagefind/${path}`, body)
    return files
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** With its own marks for what the page is about, as its manual asks: without menu, ways to share and other news. */
function asPagefindLikesIt(html: string): string {
  return html
    .replace('<main ', '<main data-pagefind-body ')
    .replaceAll(/ class="(share|neighbours|crumbs)"/g, ' class="$1" data-pagefind-ignore')
}

async function askAll(browser: Browser, origin: string, engine: Engine): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const question of QUESTIONS) asked.push(await askOne(browser, origin, engine, question))
  return asked
}

async function askOne(
  browser: Browser,
  origin: string,
  { open, ask, isProgram, isIndex }: Engine,
  [question, ...answers]: Question,
): Promise<Asked> {
  // Pagefind runs WebAssembly, which our policy does not allow.
  const context = await browser.newContext({ bypassCSP: true })
  try {
    await context.clock.setFixedTime(NOW)
    const page = await context.newPage()
    const sizes: Promise<readonly [path: string, bytes: number]>[] = []
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url())
      sizes.push(request.sizes().then(({ responseBodySize }) => [pathname, responseBodySize] as const))
    })
    await page.goto(origin + open)
    const found = await ask(page, question)
    const place = found.slice(0, SHOWN).findIndex((path) => (answers as readonly string[]).includes(path))
    const fetched = await Promise.all(sizes)
    const bytesOf = (is: (path: string) => boolean) =>
      fetched.reduce((sum, [path, bytes]) => sum + (is(path) ? bytes : 0), 0)
    return {
      question,
      place: place === -1 ? null : place + 1,
      programBytes: bytesOf(isProgram),
      indexBytes: bytesOf((path) => isIndex(path) && !isProgram(path)),
    }
  } finally {
    await context.close()
  }
}

function findingsOf(asked: Readonly<Record<string, readonly Asked[]>>): Findings {
  const within = (all: readonly Asked[], place: number) =>
    all.filter((one) => one.place !== null && one.place <= place).length
  const kB = (bytes: readonly number[]) => round(median(bytes) / 1000, 1)
  const rows = Object.entries(asked).map(([engine, all]) => ({
    engine,
    questions: all.length,
    first: within(all, 1),
    in_first_three: within(all, 3),
    in_first_ten: within(all, SHOWN),
    program_kB: kB(all.map(({ programBytes }) => programBytes)),
    index_kB_a_question: kB(all.map(({ indexBytes }) => indexBytes)),
  }))
  const [ours, theirs] = [asked['wijkpers']!, asked['pagefind']!]
  const unlike = ours.flatMap(({ question, place }, number) => {
    const other = theirs[number]!.place
    return place === 1 && other === 1 ? [] : { question, wijkpers: place, pagefind: other }
  })
  const figures = Object.fromEntries(
    rows.flatMap(({ engine, first, in_first_three }) => [
      [`${engine}_first`, first],
      [`${engine}_three`, in_first_three],
    ]),
  )
  return {
    figures,
    tables: {
      engines: {
        title: 'Fifty questions of residents, medians of what a first visit fetches',
        rows,
        note: `${PAGEFIND} with its Dutch stemmer, on the same pages. Both have to find one of the pages that answer the question.`,
      },
      unlike: { title: 'Place of the answer, where it is not the first in both', rows: unlike },
    },
    summary: `${within(ours, 3)} of ${ours.length} questions find their page among the first three; with Pagefind ${within(theirs, 3)}.`,
  }
}
