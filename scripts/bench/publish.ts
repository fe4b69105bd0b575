/**
 * From the editor's publish call until the new bytes are served, by kind of change and by size of the wijk, all of them
 * taking turns; beside it the stock way: plain `astro build` of the same wijk and a copy of the result.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signIn } from '../../tests/support/editor.ts'
import { askOnce } from '../../tests/support/own-connection.ts'
import type { Wijkpers } from '../../tests/support/wijkpers.ts'
import { during } from '../progress.ts'
import { root, SettingError } from '../settings.ts'
import { until } from '../wait.ts'
import { defineBench, type Findings } from './bench.ts'
import { fillWijken, slugOf, startInstallation } from './installation.ts'
import { type Change, type KindOfChange, kindsOfChange } from './kinds-of-change.ts'
import { inTurns, median, quantile, round, spread } from './samples.ts'
import { type Seen, untilSeen } from './seen.ts'

interface Sample extends Seen {
  /** Of the publisher, in milliseconds. */
  readonly steps: Readonly<Record<string, number>>
}

/** What the figures are of: the change that editors make most. */
const USUAL: KindOfChange = 'edited text'
/** Every page reads them, so these take long and are measured less often. */
const ALL_PAGES: readonly KindOfChange[] = ['settings']
const STEPS = ['wait', 'read', 'compare', 'render', 'store', 'prove'] as const

export const publish = defineBench({
  choices: {
    sizes: '300,5000',
    rounds: '20',
    stock: '1',
    starts: '1',
    kinds: Object.keys(kindsOfChange).join(','),
  },
  async run(choices): Promise<Findings> {
    const sizes = choices.sizes.split(',').map(Number)
    const kinds = choices.kinds.split(',').map(kindOf)
    await using wijkpers = await startInstallation()
    await fillWijken(wijkpers, sizes)
    const prepare = await preparing(wijkpers)
    const published = await during(`${choices.rounds} keer publiceren per soort en maat`, () =>
      publishes(wijkpers, prepare, { sizes, kinds, rounds: Number(choices.rounds) }),
    )
    const firsts = await during(`${choices.starts} keer het eerste publiceren na een start`, () =>
      firstPublishes(wijkpers, prepare, { sizes, rounds: Number(choices.starts) }),
    )
    const stock = await during('dezelfde wijken met astro build', () =>
      stockBuilds(wijkpers, sizes, Number(choices.stock)),
    )
    const rows = kinds.flatMap((kind) =>
      sizes.map((pages) => ({ kind, pages, ...rowOf(published[nameOf(kind, pages)]!) })),
    )
    const at = (pages: number | undefined) => rows.find((row) => row.kind === USUAL && row.pages === pages)
    const [usual, at5000] = [at(sizes[0]), at(5000)]
    const stockRows = sizes.map((pages) => {
      const ms = median(stock[pages]!)
      const ours = at(pages)?.p50_ms
      return { pages, stock_ms: orNull(ms, 0), stock_ratio: ours === undefined ? null : orNull(ms / ours) }
    })
    const figures = {
      p50_ms: usual?.p50_ms ?? null,
      p99_ms: usual?.p99_ms ?? null,
      stock_ratio: stockRows[0]?.stock_ratio ?? null,
      flat_5000: at5000 && usual ? round(at5000.p50_ms / usual.p50_ms, 2) : null,
    }
    return {
      figures,
      tables: {
        changes: {
          title: `From the publish call until the new bytes are served, ${choices.rounds} publishes of each, medians in ms`,
          rows,
          note: `cms: until the publish call is answered; then in the publisher: wait for a turn, read what changed from the CMS (fetch), compare answers, render the affected pages, store the release, prove it as a reader (probe). ${ALL_PAGES.join(', ')}: every page is another, a fifth of the rounds.`,
        },
        ...(Number(choices.starts) > 0 && {
          firsts: {
            title: `The first publish after the publisher was started, ${choices.starts} of each: ${USUAL}, medians in ms`,
            rows: sizes.map((pages) => {
              const atOnce = orNull(median(firsts[`at once ${pages}`]!))
              const ready = orNull(median(firsts[`ready ${pages}`]!))
              return { pages, at_once_ms: atOnce, ready_ms: ready, ratio: ratioOf(atOnce, ready) }
            }),
            note: 'at once: the publisher knows nothing of the wijk, reads all and renders all; ready: after it was made ready, as it is within seconds of a start, or of an editor coming to work in it.',
          },
        }),
        ...(Number(choices.stock) > 0 && {
          stock: {
            title: `The stock way, ${choices.stock} times: plain astro build of the same wijk and a copy, beside ${USUAL}`,
            rows: stockRows,
          },
        }),
      },
      summary: [
        usual
          ? `${USUAL} of ${usual.pages} pages: p50 ${usual.p50_ms} ms, p99 ${usual.p99_ms} ms`
          : `${USUAL} was not measured`,
        ...(figures.stock_ratio === null ? [] : [`${figures.stock_ratio} times the stock way`]),
        ...(figures.flat_5000 === null ? [] : [`5,000 pages cost ${figures.flat_5000} times ${sizes[0]}`]),
      ].join(', '),
    }
  },
})

function kindOf(name: string): KindOfChange {
  if (name in kindsOfChange) return name as KindOfChange
  throw new SettingError(
    `There is no kind of change ‘${name}’; choose from ${Object.keys(kindsOfChange).join(', ')}.`,
  )
}

const nameOf = (kind: KindOfChange, pages: number) => `${kind} of ${pages}`
const ratioOf = (one: number | null, other: number | null) => (one && other ? round(one / other) : null)
const orNull = (value: number, digits = 1) => (Number.isNaN(value) ? null : round(value, digits))

function rowOf(samples: readonly Sample[]) {
  const totals = samples.map(({ totalMs }) => totalMs)
  const row = {
    p50_ms: round(median(totals)),
    middle_half_ms: spread(totals),
    p99_ms: round(quantile(totals, 0.99)),
    cms: round(median(samples.map(({ callMs }) => callMs))),
  }
  return Object.assign(
    row,
    Object.fromEntries(STEPS.map((step) => [step, median(samples.map(({ steps }) => steps[step] ?? 0))])),
  )
}

interface Plan {
  readonly sizes: readonly number[]
  readonly kinds: readonly KindOfChange[]
  readonly rounds: number
}

type Prepare = (round: number) => Promise<Change>

/** The changes to the wijken of this installation; what a kind needs is made once for each wijk. */
async function preparing({
  cms,
  settings,
}: Wijkpers): Promise<(kind: KindOfChange, pages: number) => Promise<Prepare>> {
  const anna = await signIn(settings.cmsUrl, 'anna@wijkpers.test')
  const operator = await signIn(settings.cmsUrl, 'beheer@wijkpers.test')
  const ids = new Map((await cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  const prepared = new Map<string, Promise<Prepare>>()
  return (kind, pages) => {
    const name = nameOf(kind, pages)
    const known = prepared.get(name)
    if (known) return known
    const made = kindsOfChange[kind]({ anna, operator, wijk: ids.get(slugOf(pages))! })
    prepared.set(name, made)
    return made
  }
}
type Preparing = Awaited<ReturnType<typeof preparing>>

async function publishes(
  wijkpers: Wijkpers,
  prepare: Preparing,
  { sizes, kinds, rounds }: Plan,
): Promise<Record<string, Sample[]>> {
  const subjectsOf = async (chosen: readonly KindOfChange[]) => {
    const subjects: Record<string, (round: number) => Promise<Sample>> = {}
    for (const pages of sizes)
      for (const kind of chosen) {
        const changeOf = await prepare(kind, pages)
        subjects[nameOf(kind, pages)] = async (turn) => measure(wijkpers, slugOf(pages), await changeOf(turn))
      }
    return subjects
  }
  const few = kinds.filter((kind) => !ALL_PAGES.includes(kind))
  const all = kinds.filter((kind) => ALL_PAGES.includes(kind))
  return {
    ...(await inTurns(rounds, await subjectsOf(few))),
    ...(await inTurns(Math.ceil(rounds / 5), await subjectsOf(all))),
  }
}

async function measure(wijkpers: Wijkpers, slug: string, change: Change): Promise<Sample> {
  await wijkpers.untilLive(slug, 120)
  const seen = await untilSeen(wijkpers, slug, change)
  await wijkpers.untilLive(slug, 120)
  const answer = await fetch(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/${slug}`)
  const { steps } = (await answer.json()) as Pick<Sample, 'steps'>
  return { ...seen, steps }
}

/** Where the publisher knows nothing yet, and where it had the time to become ready. */
async function firstPublishes(
  wijkpers: Wijkpers,
  prepare: Preparing,
  { sizes, rounds }: Pick<Plan, 'sizes' | 'rounds'>,
): Promise<Record<string, number[]>> {
  const { env } = wijkpers.settings
  const becomeReady = () =>
    until('all wijken to be made ready', async () => {
      const metrics = await (await askOnce(`${env.PUBLISHER_URL}/metrics`)).text()
      const made = /wijkpers_made_ready_total\{result="made"\} (\d+)/.exec(metrics)?.[1]
      return Number(made) >= sizes.length
    })
  let turns = 0
  const subjects: Record<string, () => Promise<number>> = {}
  for (const pages of sizes) {
    const slug = slugOf(pages)
    const changeOf = await prepare(USUAL, pages)
    await wijkpers.untilLive(slug, 120)
    const first = (beReady: () => Promise<unknown>) => async () => {
      const change = await changeOf(-++turns)
      await wijkpers.end('publisher', 'SIGTERM')
      await wijkpers.start('publisher')
      await beReady()
      const { totalMs } = await untilSeen(wijkpers, slug, change)
      await wijkpers.untilLive(slug, 120)
      return totalMs
    }
    subjects[`at once ${pages}`] = first(() => Promise.resolve())
    subjects[`ready ${pages}`] = first(becomeReady)
  }
  return inTurns(rounds, subjects)
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
