/**
 * `npm run bench -- [publish] [--json]`: ratios measured side by side in one run, on an installation of its own.
 *
 * publish - from the editor's publish call until the new bytes are served, 100 times at each size, the sizes taking
 *           turns; beside it the stock way: plain `astro build` of the same wijk and a copy of the result.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateWijk } from '../demo/generate.ts'
import { ARTICLE, paragraph, signIn } from '../tests/support/editor.ts'
import { startWijkpers, type Wijkpers } from '../tests/support/wijkpers.ts'
import { builds, ensureBuilt } from './build.ts'
import { during } from './progress.ts'
import { importWijk } from './seed.ts'
import { root } from './settings.ts'

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '300,5000,10000' },
    rounds: { type: 'string', default: '100' },
    stock: { type: 'string', default: '3' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)

await during('bouwen wat nog niet klaar is', () => Promise.all(Object.values(builds).map(ensureBuilt)))
await using wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', LOG_LEVEL: 'warn' } })
for (const pages of sizes)
  await during(`een wijk van ${pages} pagina’s vullen`, async () => {
    const { wijk, entries } = generateWijk({ slug: `maat-${pages}`, pages, seed: 1, now: new Date() })
    await importWijk(wijkpers.cms, { wijk: { ...wijk, editors: ['anna@wijkpers.test'] }, entries })
    await wijkpers.untilLive(`maat-${pages}`, 300)
  })

const published = await during(`${rounds} keer publiceren per maat`, publishes)
const stock = await during('dezelfde wijken met astro build', stockBuilds)
await report()

interface Sample {
  readonly totalMs: number
  readonly callMs: number
}

async function publishes(): Promise<Map<number, Sample[]>> {
  const anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  const ids = new Map((await wijkpers.cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  const subjects = await Promise.all(
    sizes.map(async (pages) => {
      const slug = `maat-${pages}`
      const article = await anna.create(ARTICLE, {
        title: 'Meting',
        slug: 'meting',
        body: [paragraph('Nog niets.')],
        wijk: { connect: [{ documentId: ids.get(slug) }] },
      })
      await anna.publish(ARTICLE, article)
      await wijkpers.untilLive(slug, 60)
      return { pages, slug, article }
    }),
  )
  const samples = new Map(sizes.map((pages) => [pages, [] as Sample[]]))
  for (let round = 0; round < rounds; round++)
    for (const { pages, slug, article } of subjects) {
      const mark = `ronde ${round} van ${pages}`
      const started = performance.now()
      await anna.publish(ARTICLE, article, { title: 'Meting', slug: 'meting', body: [paragraph(mark)] })
      const callMs = performance.now() - started
      while (!(await wijkpers.get(slug, '/nieuws/meting/')).text.includes(mark)) await nextTurn()
      samples.get(pages)!.push({ totalMs: performance.now() - started, callMs })
    }
  return samples
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1))
}

/** What a webhook without Wijkpers would do: fetch the content, build the whole site, copy it to the web server's folder. */
async function stockBuilds(): Promise<Map<number, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-bench-'))
  const samples = new Map(sizes.map((pages) => [pages, [] as number[]]))
  try {
    for (let round = 0; round < Number(values.stock); round++)
      for (const pages of sizes) {
        const started = performance.now()
        const out = join(folder, 'uit')
        const args = [join(root, 'scripts/site.ts'), 'build', '--wijk', `maat-${pages}`, '--out', out]
        const build = spawn(process.execPath, args, { env: wijkpers.settings.env, stdio: 'ignore' })
        const [code] = (await once(build, 'exit')) as [number | null]
        if (code !== 0) throw new Error(`astro build of maat-${pages} ended with ${code}`)
        cpSync(out, join(folder, 'www'), { recursive: true })
        samples.get(pages)!.push(performance.now() - started)
        for (const made of ['uit', 'www']) rmSync(join(folder, made), { recursive: true })
      }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return samples
}

function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

async function stepsOf(installation: Wijkpers, pages: number): Promise<Record<string, number>> {
  const answer = await fetch(`${installation.settings.env.PUBLISHER_URL}/wijken/maat-${pages}/receipts`)
  const receipts = (await answer.json()) as { steps: Record<string, number> }[]
  const names = ['wait', 'read', 'render', 'store', 'prove']
  return Object.fromEntries(
    names.map((name) => [
      name,
      quantile(
        receipts.map(({ steps }) => steps[name] ?? 0),
        0.5,
      ),
    ]),
  )
}

async function report(): Promise<void> {
  const rows = await Promise.all(
    sizes.map(async (pages) => {
      const totals = published.get(pages)!.map(({ totalMs }) => totalMs)
      const stockMs = quantile(stock.get(pages)!, 0.5)
      const p50 = quantile(totals, 0.5)
      const row = {
        pages,
        p50_ms: round(p50),
        p99_ms: round(quantile(totals, 0.99)),
        call_ms: round(
          quantile(
            published.get(pages)!.map(({ callMs }) => callMs),
            0.5,
          ),
        ),
        stock_ms: round(stockMs),
        stock_ratio: round(stockMs / p50),
      }
      return Object.assign(row, await stepsOf(wijkpers, pages))
    }),
  )
  const [first] = rows
  const at5000 = rows.find(({ pages }) => pages === 5000)
  const result = {
    p50_ms: first?.p50_ms,
    p99_ms: first?.p99_ms,
    stock_ratio: first?.stock_ratio,
    flat_5000: at5000 && first ? round(at5000.p50_ms / first.p50_ms, 2) : null,
    rounds,
    sizes: rows,
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version, load: loadavg()[0] },
  }
  if (values.json) console.log(JSON.stringify(result))
  else {
    console.log(
      `\nFrom the publish call until the new bytes are served, ${rounds} publishes a size, median of each step in ms:`,
    )
    console.table(rows)
    console.log(
      'call: the CMS until it answers; wait..prove: in the publisher; stock: astro build of the same wijk and a copy.',
    )
    console.log(
      `p50 ${result.p50_ms} ms, p99 ${result.p99_ms} ms, ${result.stock_ratio} times the stock way, 5,000 pages cost ${result.flat_5000} times 300.`,
    )
  }
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
