/** Whether the release store is whole, with or without a publisher. */
import { join } from 'node:path'
import { inspectStore, type StoreFault } from '@wijkpers/releases'
import { messageOf } from '../../../apps/publisher/src/message-of.ts'
import type { Settings } from '../../settings.ts'
import { MAKE_STORE_ANEW } from '../problems.ts'
import { counted, fault, fine, type Finding, megabytes, someOf } from './finding.ts'

/** `held` are the slugs of wijken that stay at an earlier release: what is damaged there is not made anew by itself. */
export async function lookAtStore({ data }: Settings, held: readonly string[]): Promise<Finding[]> {
  const about = 'versies'
  const folder = join(data, 'releases')
  try {
    const { exists, sites, releases, objects, bytes, unused, unfinished, faults } = await inspectStore(folder)
    if (!exists)
      return [
        fault(about, `er zijn er nog geen in ${folder}`, 'start de publisher: hij maakt alle sites opnieuw.'),
      ]
    const rest = [
      ...(unused > 0
        ? [
            unused === 1
              ? '1 wordt nergens meer getoond en gaat vanzelf weg'
              : `${unused} worden nergens meer getoond en gaan vanzelf weg`,
          ]
        : []),
      ...(unfinished > 0
        ? [
            unfinished === 1
              ? '1 is onaf en gaat bij de volgende start weg'
              : `${unfinished} zijn onaf en gaan bij de volgende start weg`,
          ]
        : []),
    ]
    const all = [
      counted(sites, 'site', 'sites'),
      counted(releases, 'versie', 'versies'),
      counted(objects, 'bestand', 'bestanden'),
    ]
    const summary = fine(about, [`${all.join(', ')} van samen ${megabytes(bytes)}`, ...rest].join('; '))
    return faults.length === 0 ? [summary] : faults.map((found) => storeFault(found, data, held))
  } catch (error) {
    return [fault(about, messageOf(error), `kijk of ${folder} te lezen is voor deze gebruiker.`)]
  }
}

function storeFault(found: StoreFault, data: string, held: readonly string[]): Finding {
  const verified = join(data, 'publisher', 'verified')
  const again = `de publisher maakt het opnieuw als hij deze wijk in de stille uren nakijkt (QUIET_HOURS). Nu meteen: stop hem, verwijder de map ${verified} en start hem met QUIET_HOURS=0-24. Kijk de schijf na.`
  switch (found.kind) {
    case 'index':
      return fault('versies', `de index is beschadigd: ${found.reason}`, MAKE_STORE_ANEW)
    case 'newer-index':
      return fault(
        'versies',
        'de index is gemaakt door een nieuwere Wijkpers; deze kan er niet mee publiceren. Er is niets beschadigd.',
        'start de nieuwere Wijkpers weer. De sites blijven online.',
      )
    case 'live-file': {
      const { slug, paths } = found
      const first = held.includes(slug)
        ? `laat de wijk verdergaan (‘resume ${slug}’): zolang ze wordt vastgehouden, wordt ze niet hersteld. Daarna: `
        : ''
      return fault(slug, `beschadigd op de schijf: ${someOf(paths)}`, first + again)
    }
    case 'kept-release':
      return fault(
        found.slug,
        `van versie ${found.release} ${found.files === 1 ? 'ontbreekt 1 bestand' : `ontbreken ${found.files} bestanden`}`,
        'niets: wat online staat is heel, maar naar die versie kan de site niet meer terug. Kijk de schijf na.',
      )
    case 'count':
      return fault(found.slug, 'de index klopt niet met zichzelf', MAKE_STORE_ANEW)
    case 'host':
      return fault(
        found.host,
        `dit webadres is van twee wijken: ${found.slugs.join(' en ')}`,
        'geef een van de twee een ander webadres of domein.',
      )
  }
}
