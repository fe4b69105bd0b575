/** Everything of a wijk, or of all, to take along: the site as files, its content and its photos. */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { createCmsClient } from '@wijkpers/content/strapi'
import { openReader } from '@wijkpers/releases'
import { writeArchive } from '../archive/archive.ts'
import { SettingError } from '../settings.ts'
import { type Act, findWijk, type Outcome, type World } from './act.ts'

export const exportWijk: Act = {
  words: '[wijk]',
  does: 'alles om mee te nemen: site, inhoud, foto’s en pdf’s',
  options: { out: 'de map waar het in komt; die moet nieuw of leeg zijn' },
  flags: { all: 'alle wijken, elk in een map met zijn naam' },
  run,
}

async function run({
  settings,
  words: [slug],
  options: { out },
  flags: { all = false },
}: World): Promise<Outcome> {
  if (!out) throw new SettingError('Geef een map op: --out <map>.')
  if (all === (slug !== undefined)) throw new SettingError('Geef één wijk op, of --all voor alle wijken.')
  const folder = resolve(out)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new SettingError(`De map ${folder} is niet leeg. Kies een nieuwe map, dan raakt niets door elkaar.`)

  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken, timeoutMs: 60_000 })
  const wijken: { id: WijkId; slug: string }[] = all
    ? (await cms.wijken()).flatMap((wijk) => (wijk.slug ? [{ id: wijk.id, slug: wijk.slug }] : []))
    : [{ id: (await findWijk(settings, slug)).id, slug: slug! }]
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const archives = []
    for (const wijk of wijken) {
      const place = all ? join(folder, wijk.slug) : folder
      const facts = await writeArchive(wijk.id, place, {
        cms,
        reader,
        sitesUrl: settings.sitesUrl,
        now: new Date(),
      })
      archives.push({ wijk: wijk.slug, folder: place, ...facts })
    }
    const lines = archives.map(
      ({ wijk, folder: place, files, entries, media, missing }) =>
        `${wijk}: ${files} bestanden, ${entries} stuks inhoud en ${media} foto’s en pdf’s in ${place}` +
        (missing.length > 0 ? `\n  niet op te halen: ${missing.join(', ')}` : ''),
    )
    const isWhole = archives.every(({ missing }) => missing.length === 0)
    return {
      exit: isWhole ? 0 : 1,
      data: archives,
      lines: lines.length > 0 ? lines : ['Er zijn nog geen wijken.'],
    }
  } finally {
    reader.close()
  }
}
