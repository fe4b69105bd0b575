/** An installation for a bench: built, running, with generated wijken of chosen sizes. */
import { generateWijk } from '../../demo/generate.ts'
import { startWijkpers, type Wijkpers } from '../../tests/support/wijkpers.ts'
import { builds, ensureBuilt } from '../build.ts'
import { during } from '../progress.ts'
import { importWijk } from '../seed.ts'

/** Builds what is not built yet, and starts an installation with data of its own; `await using` ends it. */
export async function startInstallation(env: NodeJS.ProcessEnv = {}): Promise<Wijkpers> {
  await during('bouwen wat nog niet klaar is', () => Promise.all(Object.values(builds).map(ensureBuilt)))
  return startWijkpers({ env: { SERVE_ADMIN: 'false', LOG_LEVEL: 'warn', ...env } })
}

/** The slug of the wijk of this size. */
export const slugOf = (pages: number) => `maat-${pages}`

/** Fills a wijk of each size, edited by anna, and waits until it is live. */
export async function fillWijken(wijkpers: Wijkpers, sizes: readonly number[]): Promise<void> {
  for (const pages of sizes)
    await during(`een wijk van ${pages} pagina’s vullen`, () => fillWijk(wijkpers, slugOf(pages), pages))
}

/** Fills one wijk, edited by anna, and waits until it is live. */
export async function fillWijk(wijkpers: Wijkpers, slug: string, pages: number): Promise<void> {
  const { wijk, entries } = generateWijk({ slug, pages, seed: 1, now: new Date() })
  await importWijk(wijkpers.cms, { wijk: { ...wijk, editors: ['anna@wijkpers.test'] }, entries })
  await wijkpers.untilLive(slug, 300)
}
