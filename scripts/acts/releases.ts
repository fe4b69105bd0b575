/** The kept releases of a site. */
import { join } from 'node:path'
import { openReader } from '@wijkpers/releases'
import { type Act, findWijk, type Outcome, type World } from './act.ts'

export const releases: Act = { words: '<wijk>', does: 'de bewaarde versies van een site', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug)
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const data = reader.releases(id)
    const lines = data.map(
      (release) =>
        `${String(release.release).padStart(6)}  ${release.madeAt}  revisie ${release.revision}, ${release.changed} nieuw of anders, ${release.removed} weg`,
    )
    return { exit: 0, data, lines: lines.length > 0 ? lines : [`${slug} heeft nog geen versie.`] }
  } finally {
    reader.close()
  }
}
