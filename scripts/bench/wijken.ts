/** Many wijken from what the CMS said of them to sites that can be served: all pages rendered, hashed and durable. */
import { availableParallelism } from 'node:os'
import { during } from '../progress.ts'
import { ALL_WIJKEN, defineBench, type Findings } from './bench.ts'
import { allOf, startFleet } from './fleet.ts'
import { round } from './samples.ts'

export const wijkenBench = defineBench({
  choices: { wijken: '100', pages: '100' },
  async run(choices): Promise<Findings> {
    const [wijken, pages] = [Number(choices.wijken), Number(choices.pages)]
    const processes = availableParallelism()
    await using fleet = await startFleet({ wijken, pages, processes, now: new Date('2026-11-28T10:00:00Z') })
    // The first page that a process renders costs what loading the site format does.
    await allOf(fleet.ids.slice(0, processes), processes, (wijk) => fleet.publish(wijk))
    const rest = fleet.ids.slice(processes)
    const started = performance.now()
    await during(`${wijken} wijken van ${pages} pagina’s`, () =>
      allOf(rest, processes, (wijk) => fleet.publish(wijk)),
    )
    const seconds = (performance.now() - started) / 1000
    const files = rest.reduce((sum, wijk) => sum + (fleet.store.current(wijk)?.files ?? 0), 0)
    const perSecond = rest.length / seconds
    const row = {
      wijken: rest.length,
      pages,
      files,
      processes,
      seconds: round(seconds),
      wijken_per_s: round(perSecond),
      files_per_s: round(files / seconds, 0),
      minutes_for_14000: round(ALL_WIJKEN / perSecond / 60),
    }
    return {
      figures: { wijken_per_s: row.wijken_per_s, minutes_for_14000: row.minutes_for_14000 },
      tables: {
        wijken: {
          title: 'From what the CMS said to sites that can be served',
          rows: [row],
          note: 'minutes_for_14000 is an extrapolation: all wijken and buurten of the Netherlands at the rate measured. Photos are not in it.',
        },
      },
      summary: `${row.wijken_per_s} wijken of ${pages} entries a second, so 14,000 would take ${row.minutes_for_14000} minutes on this machine (extrapolated).`,
    }
  },
})
