/** How long verifying one wijk takes at each size, with what its render process cannot share, and so a night's round. */
import { faultsIn } from '@wijkpers/publishing'
import type { Wijkpers } from '../../tests/support/wijkpers.ts'
import { during } from '../progress.ts'
import { openVerifier } from '../verifier.ts'
import { ALL_WIJKEN, defineBench, type Findings } from './bench.ts'
import { fillWijken, slugOf, startInstallation } from './installation.ts'
import { inTurns, median, round, spread } from './samples.ts'

export const verifyBench = defineBench({
  choices: { sizes: '100,300,5000', rounds: '15' },
  async run(choices): Promise<Findings> {
    const sizes = choices.sizes.split(',').map(Number)
    await using wijkpers = await startInstallation()
    await fillWijken(wijkpers, sizes)
    const samples = await during('verifiëren', () => verifications(wijkpers, sizes, Number(choices.rounds)))
    const rows = sizes.map((pages) => {
      const ms = samples[pages]!
      // The publisher rests after each as long as it worked.
      const hours = (2 * median(ms) * ALL_WIJKEN) / 3_600_000
      return { pages, p50_ms: round(median(ms)), middle_half_ms: spread(ms), round_of_14000_h: round(hours) }
    })
    const [first] = rows
    return {
      figures: { p50_ms: first?.p50_ms ?? null, round_of_14000_h: first?.round_of_14000_h ?? null },
      tables: {
        sizes: {
          title: 'One wijk read in full from the CMS, rendered, compared, and every byte on disk read',
          rows,
          note: 'round_of_14000_h: 14,000 wijken of that size one after another, with as much rest as work.',
        },
      },
      summary: `A wijk of ${first?.pages} pages is verified in ${first?.p50_ms} ms; a round of ${ALL_WIJKEN} takes ${first?.round_of_14000_h} hours, half of them at rest.`,
    }
  },
})

async function verifications(wijkpers: Wijkpers, sizes: readonly number[], rounds: number) {
  const { settings, cms } = wijkpers
  const ids = new Map((await cms.wijken()).map(({ slug, id }) => [String(slug), id]))
  const idOf = (pages: number) => ids.get(slugOf(pages))!
  const verifier = await openVerifier(settings, cms, { like: idOf(sizes[0]!), isUnhurried: true })
  const one = async (pages: number): Promise<number> => {
    const started = performance.now()
    const verdict = await verifier.verify(idOf(pages))
    const tookMs = performance.now() - started
    if (!verdict || faultsIn(verdict) > 0)
      throw new Error(`${slugOf(pages)} differs: the bench means nothing`)
    return tookMs
  }
  try {
    return await inTurns(rounds, Object.fromEntries(sizes.map((pages) => [String(pages), () => one(pages)])))
  } finally {
    verifier.close()
  }
}
