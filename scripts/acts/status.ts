/** How each wijk stands. */
import type { Held } from '@wijkpers/content/strapi'
import { SettingError } from '../settings.ts'
import { type Act, askPublisher, heldSentence, type Outcome, type World } from './act.ts'

export const status: Act = { words: '[wijk]', does: 'hoe elke wijk ervoor staat', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  interface Row {
    slug: string
    wanted: number
    live: number
    release: number
    state: string
    lastError: string | null
    held: Held | null
  }
  const answer = await askPublisher(settings, slug ? `/wijken/${encodeURIComponent(slug)}` : '/wijken')
  if (answer.status === 404) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  const data = (await answer.json()) as Row | Row[]
  const rows = Array.isArray(data) ? data : [data]
  const lines = rows.map(
    (row) =>
      `${row.slug.padEnd(24)} ${row.state.padEnd(10)} gewenst ${row.wanted}, online ${row.live} (versie ${row.release})` +
      (row.held ? `\n  ${heldSentence(row.held)}` : '') +
      (row.lastError ? `\n  ${row.lastError}` : ''),
  )
  const isFine = rows.every(({ state }) => state !== 'failed')
  return { exit: isFine ? 0 : 1, data, lines: lines.length > 0 ? lines : ['Er zijn nog geen wijken.'] }
}
