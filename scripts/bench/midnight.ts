/**
 * Midnight: every wijk with an agenda is due at the same moment. How long the whole wave takes, and how long an editor
 * waits who publishes in the middle of it, beside the same editor while nothing else happens.
 */
import { daysAfter, startOfDay, type WijkId } from '@wijkpers/content'
import { createLocalDispatcher } from '@wijkpers/dispatch'
import { during } from '../progress.ts'
import { until } from '../wait.ts'
import { ALL_WIJKEN, defineBench, type Findings } from './bench.ts'
import { allOf, type Fleet, startFleet } from './fleet.ts'
import { median, round, spread } from './samples.ts'

/** As the publisher has them: one is kept for editors who wait. */
const SLOTS = 2
const DAY = '2026-11-28'

export const midnight = defineBench({
  choices: { wijken: '100', pages: '100', edits: '15' },
  async run(choices): Promise<Findings> {
    const [wijken, pages] = [Number(choices.wijken), Number(choices.pages)]
    await using fleet = await startFleet({
      wijken,
      pages,
      processes: SLOTS,
      now: new Date(`${DAY}T19:00:00Z`),
    })
    await during(`${wijken} wijken van ${pages} pagina’s`, () =>
      allOf(fleet.ids, SLOTS, (wijk) => fleet.publish(wijk)),
    )
    const before = files(fleet)
    const stopping = new AbortController()
    const editor = createEditor(fleet, stopping.signal)
    const alone = await editor.publishes(Number(choices.edits))

    fleet.clock.now = new Date(startOfDay(daysAfter(DAY, 1)))
    const started = performance.now()
    editor.look()
    const isOver = () => fleet.store.outdated(now(fleet)).length === 0
    const { inWave, wave } = await during('middernacht', async () => {
      const ended = until('the end of the wave', () => Promise.resolve(isOver()), {
        seconds: 3600,
        everyMs: 5,
      }).then(() => performance.now() - started)
      const samples: number[] = []
      while (!isOver() && samples.length < Number(choices.edits)) samples.push(...(await editor.publishes(1)))
      return { inWave: samples, wave: await ended }
    })
    stopping.abort()
    await editor.ended

    const ratio = round(median(inWave) / median(alone), 2)
    const row = {
      wijken,
      pages,
      wave_s: round(wave / 1000),
      wijken_per_s: round(wijken / (wave / 1000)),
      files_made: files(fleet) - before,
      editor_alone_ms: round(median(alone)),
      alone_middle_half: spread(alone),
      editor_in_wave_ms: round(median(inWave)),
      wave_middle_half: spread(inWave),
      ratio,
      minutes_for_14000: round((wave / 60_000 / wijken) * ALL_WIJKEN),
    }
    return {
      figures: { wave_s: row.wave_s, editor_ratio: ratio, minutes_for_14000: row.minutes_for_14000 },
      tables: {
        midnight: {
          title: 'All wijken due at once, and an editor who publishes meanwhile',
          rows: [row],
          note: 'editor: from the publisher knowing of it until the release is durable and shown; minutes_for_14000 is an extrapolation at the rate measured.',
        },
      },
      summary: `Midnight of ${wijken} wijken takes ${row.wave_s} s; an editor in the middle of it waits ${ratio} times as long as alone.`,
    }
  },
})

const now = ({ clock }: Fleet) => clock.now.toISOString()
/** Files that were ever put, by all releases together. */
const files = ({ ids, store }: Fleet) =>
  ids.flatMap((wijk) => store.releases(wijk)).reduce((sum, { changed }) => sum + changed, 0)

/** An editor of the last wijk, and the dispatcher that takes everybody's turns. */
function createEditor(fleet: Fleet, signal: AbortSignal) {
  const wijk = fleet.ids.at(-1)!
  let seen: PromiseWithResolvers<void> | null = null
  const dispatcher = createLocalDispatcher({
    due: () =>
      Promise.resolve(
        fleet.store
          .outdated(now(fleet))
          .map((id) => ({ wijk: id as WijkId, priority: 'fan-out' as const, why: 'time' as const })),
      ),
    slots: SLOTS,
    lookMs: 1_000,
  })
  const ended = dispatcher.run(async (turn) => {
    const waiting = turn.wijk === wijk ? seen : null
    await fleet.publish(turn.wijk)
    waiting?.resolve()
  }, signal)
  return {
    ended,
    look: () => dispatcher.look(),
    /** Edits and publishes so many times, one after another; answers how long each took, in milliseconds. */
    async publishes(count: number): Promise<number[]> {
      const samples: number[] = []
      for (let edit = 0; edit < count; edit++) {
        fleet.edit(wijk)
        seen = Promise.withResolvers<void>()
        const started = performance.now()
        dispatcher.hint(wijk, 'editor')
        await seen.promise
        samples.push(performance.now() - started)
      }
      return samples
    },
  }
}
