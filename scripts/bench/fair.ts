/** One editor publishes, at rest and while all wijken are made anew for another site format: how much longer it takes. */
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { putAnotherFormat } from '../../tests/support/another-format.ts'
import { signIn } from '../../tests/support/editor.ts'
import type { Wijkpers } from '../../tests/support/wijkpers.ts'
import { tellPublisher } from '../acts/act.ts'
import { builds, ensureBuilt } from '../build.ts'
import { during } from '../progress.ts'
import { root } from '../settings.ts'
import { defineBench, type Findings } from './bench.ts'
import { fillWijk, startInstallation } from './installation.ts'
import { kindsOfChange } from './kinds-of-change.ts'
import { median, quantile, round, spread } from './samples.ts'
import { untilSeen } from './seen.ts'

const EDITED = 'wijk-1'

export const fair = defineBench({
  choices: { wijken: '8', pages: '200', rounds: '20' },
  async run(choices): Promise<Findings> {
    const [wijken, rounds] = [Number(choices.wijken), Number(choices.rounds)]
    await ensureBuilt(builds.siteFormat)
    const folder = mkdtempSync(join(tmpdir(), 'wijkpers-fair-'))
    const format = join(folder, 'format')
    cpSync(join(root, 'sites/wijk/dist/format'), format, { recursive: true })
    try {
      await using wijkpers = await startInstallation({ SITE_FORMAT: format })
      await during(`${wijken} wijken van ${choices.pages} pagina’s vullen`, async () => {
        for (let number = 1; number <= wijken; number++)
          await fillWijk(wijkpers, `wijk-${number}`, Number(choices.pages))
      })
      const publish = await anEditor(wijkpers)
      for (let warm = 0; warm < 3; warm++) await publish()
      const alone = await during('publiceren in rust', () => repeat(rounds, publish))
      await putAnotherFormat({ to: format, skip: 'Naar de tekst' })
      const { samples, rollouts } = await during('publiceren terwijl alles opnieuw wordt gemaakt', () =>
        whileRollingOut(wijkpers, rounds, publish),
      )
      const ratio = round(median(samples) / median(alone), 2)
      const rowOf = (when: string, ms: readonly number[]) => ({
        when,
        publishes: ms.length,
        p50_ms: round(median(ms)),
        middle_half_ms: spread(ms),
        p99_ms: round(quantile(ms, 0.99)),
        ratio: round(median(ms) / median(alone), 2),
      })
      return {
        figures: { ratio },
        tables: {
          fair: {
            title: `One editor’s edited text, with ${wijken} wijken of ${choices.pages} entries`,
            rows: [rowOf('at rest', alone), rowOf('while all wijken are made anew', samples)],
            note: `All wijken were made anew ${rollouts} times; only publishes that a rollout went on beside count.`,
          },
        },
        summary: `An editor’s publish takes ${ratio} times as long while all wijken are made anew.`,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** Answers how long one publish took until it was seen, in milliseconds. */
async function anEditor(wijkpers: Wijkpers): Promise<() => Promise<number>> {
  const { cmsUrl } = wijkpers.settings
  const wijk = (await wijkpers.cms.wijken()).find(({ slug }) => slug === EDITED)!.id
  const newsroom = {
    anna: await signIn(cmsUrl, 'anna@wijkpers.test'),
    operator: await signIn(cmsUrl, 'beheer@wijkpers.test'),
    wijk,
  }
  const prepare = await kindsOfChange['edited text'](newsroom)
  await wijkpers.untilLive(EDITED, 60)
  let turn = 0
  return async () => (await untilSeen(wijkpers, EDITED, await prepare(++turn))).totalMs
}

async function repeat(rounds: number, publish: () => Promise<number>): Promise<number[]> {
  const samples: number[] = []
  while (samples.length < rounds) samples.push(await publish())
  return samples
}

/** Goes to and fro between two site formats until there are enough samples. */
async function whileRollingOut(wijkpers: Wijkpers, rounds: number, publish: () => Promise<number>) {
  const samples: number[] = []
  let rollouts = 0
  while (samples.length < rounds) {
    const act = { act: 'format', do: rollouts === 0 ? 'use' : 'undo', id: randomUUID() }
    const answer = await tellPublisher(wijkpers.settings, '/acts', act)
    if (!answer.ok) throw new Error(`the publisher does not go to the other format: ${await answer.text()}`)
    rollouts++
    for (;;) {
      const tookMs = await publish()
      if (await isRolledOut(wijkpers)) break
      samples.push(tookMs)
    }
  }
  return { samples, rollouts }
}

async function isRolledOut({ settings }: Wijkpers): Promise<boolean> {
  const answer = await fetch(`${settings.env.PUBLISHER_URL}/format`)
  const { done, total } = (await answer.json()) as { done: number; total: number }
  return done >= total
}
