/** What the publisher and its render processes hold in memory with few and with many wijken that were published. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { builds, ensureBuilt } from '../build.ts'
import { KEPT_WIJKEN } from '@wijkpers/publishing'
import { during } from '../progress.ts'
import { defineBench, type Findings } from './bench.ts'
import type { Resident } from './resident.ts'
import { round } from './samples.ts'

const MB = 1024 * 1024

export const memory = defineBench({
  choices: { wijken: '100,500', pages: '100' },
  async run(choices): Promise<Findings> {
    await ensureBuilt(builds.siteFormat)
    const counts = choices.wijken.split(',').map(Number)
    const found: { wijken: number; resident: Resident }[] = []
    for (const wijken of counts)
      found.push({
        wijken,
        resident: await during(`${wijken} wijken in het geheugen`, () => measure(wijken, choices.pages)),
      })
    const rows = found.map(({ wijken, resident: { publisher, renderers } }) => ({
      wijken,
      pages: Number(choices.pages),
      publisher_mb: round(publisher / MB, 0),
      render_processes_mb: round(renderers / MB, 0),
      together_mb: round((publisher + renderers) / MB, 0),
    }))
    const [few, many] = [rows[0]!, rows.at(-1)!]
    const perWijk =
      many.wijken === few.wijken
        ? null
        : round((many.publisher_mb - few.publisher_mb) / (many.wijken - few.wijken), 2)
    return {
      figures: { together_mb: many.together_mb, publisher_mb_per_wijk: perWijk },
      tables: {
        memory: {
          title: 'Memory after every wijk was published once (resident, after a collection)',
          rows,
          note: `Every wijk has entries of its own. The publisher keeps those of ${KEPT_WIJKEN} wijken, and so does each of the two render processes: beyond that more wijken take no more.`,
        },
      },
      summary: `${many.wijken} wijken of ${many.pages} entries: ${many.together_mb} MB, of which the publisher ${many.publisher_mb} MB.`,
    }
  },
})

async function measure(wijken: number, pages: string): Promise<Resident> {
  const child = fork(join(import.meta.dirname, 'resident.ts'), [String(wijken), pages], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`the process that holds ${wijken} wijken ended with ${String(code)}`)
  })
  ended.catch(() => undefined)
  const [resident] = (await Promise.race([once(child, 'message'), ended])) as [Resident]
  await ended.catch(() => undefined)
  return resident
}
