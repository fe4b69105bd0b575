/** The kept releases of a site. */
import { join } from 'node:path'
import { openReader } from '@wijkpers/releases'
import { type Act, findInStore, heldSentence, type Outcome, type World } from './act.ts'
import { moment } from './moments.ts'

export const releases: Act = { words: '<wijk>', does: 'de bewaarde versies van een site', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id, held, isCmsAway } = await findInStore(settings, slug)
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const shown = reader.current(id)?.release
    const kept = reader.releases(id)
    const lines = kept.map(({ release, madeAt, revision, changed, removed, rollback }) => {
      const marks = [
        ...(release === shown ? ['staat online'] : []),
        ...(rollback === null ? [] : [`toont versie ${rollback} weer`]),
        ...(release === held?.release ? ['hier vastgehouden'] : []),
      ]
      return (
        `${String(release).padStart(6)}  ${moment(madeAt)}  revisie ${revision}, ${changed} nieuw of anders, ${removed} weg` +
        (marks.length > 0 ? `  (${marks.join(', ')})` : '')
      )
    })
    const data = kept.map((release) =>
      Object.assign(release, {
        isShown: release.release === shown,
        isHeld: release.release === held?.release,
      }),
    )
    if (held) lines.push(heldSentence(held))
    if (isCmsAway)
      lines.push('Of de wijk vastgehouden wordt, weet alleen de redactie-omgeving, en die antwoordt niet.')
    return { exit: 0, data, lines: lines.length > 0 ? lines : [`${slug} heeft nog geen versie.`] }
  } finally {
    reader.close()
  }
}
