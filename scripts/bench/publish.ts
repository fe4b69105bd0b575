/**
 * From the editor's publish call until the new bytes are served, many times at each size, the sizes taking turns;
 * beside it the stock way: plain `astro build` of the same wijk and a copy of the result.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ARTICLE, paragraph, signIn, type Editor } from '../../tests/support/editor.ts'
import type { Wijkpers } from '../../tests/support/wijkpers.ts'
import { during } from '../progress.ts'
import { root } from '../settings.ts'
import { defineBench, type Findings } from './bench.ts'
import { fillWijken, slugOf, startInstallation } from './installation.ts'
import { inTurns, median, quantile, round, spread } from './samples.ts'

interface Sample {
  readonly totalMs: number
  readonly callMs: number
}

export const publish = defineBench({
  choices: { sizes: '300,5000,10000', rounds: '100', stock: '3' },
  async run(choices): Promise<Findings> {
    const sizes = choices.sizes.split(',').map(Number)
    const rounds = Number(choices.rounds)
    await using wijkpers = await startInstallation()
    await fillWijken(wijkpers, sizes)
    const published = await during(`${rounds} keer publiceren per maat`, () =>
      publishes(wijkpers, sizes, rounds),
    )
    const stock = await during('dezelfde wijken met astro build', () =>
      stockBuilds(wijkpers, sizes, Number(choices.stock)),
    )
    const ratioTo = (ms: number, to: number) => (Number.isNaN(ms) ? null : round(ms / to))
    const rows = await Promise.all(
      sizes.map(async (pages) => {
        const samples = published[pages]!
        const totals = samples.map(({ totalMs }) => totalMs)
        const row = {
          pages,
          p50_ms: round(median(totals)),
          middle_half_ms: spread(totals),
          p99_ms: round(quantile(totals, 0.99)),
          cms_ms: round(median(samples.map(({ callMs }) => callMs))),
          stock_ms: ratioTo(median(stock[pages]!), 1),
          stock_ratio: ratioTo(median(stock[pages]!), median(totals)),
        }
        return Object.assign(row, await stepsOf(wijkpers, pages))
      }),
    )
    const [first] = rows
    const at5000 = rows.find(({ pages }) => pages === 5000)
    const figures = {
      p50_ms: first?.p50_ms ?? null,
      p99_ms: first?.p99_ms ?? null,
      stock_ratio: first?.stock_ratio ?? null,
      flat_5000: at5000 && first ? round(at5000.p50_ms / first.p50_ms, 2) : null,
    }
    return {
      figures,
      tables: {
        sizes: {
          title: `From the publish call until the new bytes are served, ${rounds} publishes a size, median of each step in ms`,
          rows,
          note: 'cms: until the publish call is answered; then in the publisher: wait for a turn, read what changed from the CMS, compare answers, render the affected pages, store the release, prove it as a reader; stock: astro build of the same wijk and a copy.',
        },
      },
      summary: `p50 ${figures.p50_ms} ms, p99 ${figures.p99_ms} ms, ${figures.stock_ratio} times the stock way, 5,000 pages cost ${figures.flat_5000} times 300.`,
    }
  },
})

async function publishes(wijkpers: Wijkpers, sizes: readonly number[], rounds: number) {
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const ids = new Map((await wijkpers.cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  const subjects = await Promise.all(
    sizes.map(async (pages) => {
      const article = await anna.create(ARTICLE, {
        title: 'Meting',
        slug: 'meting',
        body: [paragraph('Nog niets.')],
        wijk: { connect: [{ documentId: ids.get(slugOf(pages)) }] },
      })
      await anna.publish(ARTICLE, article)
      await wijkpers.untilLive(slugOf(pages), 60)
      return [String(pages), (turn: number) => publishOnce(wijkpers, anna, { pages, article, turn })] as const
    }),
  )
  return inTurns(rounds, Object.fromEntries(subjects))
}

async function publishOnce(
  wijkpers: Wijkpers,
  editor: Editor,
  { pages, article, turn }: { pages: number; article: string; turn: number },
): Promise<Sample> {
  const mark = `ronde ${turn} van ${pages}`
  const started = performance.now()
  await editor.publish(ARTICLE, article, { title: 'Meting', slug: 'meting', body: [paragraph(mark)] })
  const callMs = performance.now() - started
  while (!(await wijkpers.get(slugOf(pages), '/nieuws/meting/')).text.includes(mark)) await nextTurn()
  return { totalMs: performance.now() - started, callMs }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}

/** What a webhook without Wijkpers would do: fetch the content, build the whole site, copy it to the web server's folder. */
async function stockBuilds(wijkpers: Wijkpers, sizes: readonly number[], rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-bench-'))
  const build = async (pages: number): Promise<number> => {
    const started = performance.now()
    const out = join(folder, 'uit')
    const args = [join(root, 'scripts/site.ts'), 'build', '--wijk', slugOf(pages), '--out', out]
    const child = spawn(process.execPath, args, { env: wijkpers.settings.env, stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`astro build of ${slugOf(pages)} ended with ${code}`)
    cpSync(out, join(folder, 'www'), { recursive: true })
    const tookMs = performance.now() - started
    for (const made of ['uit', 'www']) rmSync(join(folder, made), { recursive: true })
    return tookMs
  }
  try {
    return await inTurns(
      rounds,
      Object.fromEntries(sizes.map((pages) => [String(pages), () => build(pages)])),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function stepsOf({ settings }: Wijkpers, pages: number): Promise<Record<string, number>> {
  const answer = await fetch(`${settings.env.PUBLISHER_URL}/wijken/${slugOf(pages)}/receipts`)
  const receipts = (await answer.json()) as { steps: Record<string, number> }[]
  const names = ['wait', 'read', 'compare', 'render', 'store', 'prove']
  return Object.fromEntries(
    names.map((name) => [name, median(receipts.map(({ steps }) => steps[name] ?? 0))]),
  )
}
