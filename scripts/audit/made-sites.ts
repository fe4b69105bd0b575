/** Whole sites as files in a folder, for judges that look at files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SiteInput } from '@wijkpers/content/site'
import { renderSite } from '../../tests/site/render-site.ts'
import {
  hostileSite,
  largeSite,
  newSite,
  photosFolder,
  sampleSite,
  smallSite,
} from '../../tests/site/sites.ts'
import { strangeSite } from '../../tests/site/strange-site.ts'

/** The sites that the tests look at, by name, and one of two thousand entries that nobody thought of. */
const sites = {
  sample: sampleSite,
  new: newSite,
  small: smallSite,
  large: largeSite,
  hostile: hostileSite,
  strange: strangeSite(2_000, 2),
} satisfies Record<string, SiteInput>

export interface MadeSites extends Disposable {
  readonly folder: string
  readonly files: number
}

/** Each of `names` in a folder of its own. `using` takes them away again. */
export async function makeSites(names: readonly (keyof typeof sites)[]): Promise<MadeSites> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-audit-'))
  let files = 0
  for (const name of names)
    for (const [path, body] of await renderSite(sites[name], photosFolder)) {
      const file = join(folder, name, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, body)
      files++
    }
  return { folder, files, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}
