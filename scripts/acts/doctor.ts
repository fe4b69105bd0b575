/** Looks whether everything is sound, also when parts are down, and says for each fault what to do. */
import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { createCmsClient } from '@wijkpers/content/strapi'
import { openFormatShelf } from '@wijkpers/publishing'
import { inspectStore, type StoreFault } from '@wijkpers/releases'
import { root, SettingError, type Settings } from '../settings.ts'
import { type Act, NothingToReachError, type Outcome, type World } from './act.ts'

export const doctor: Act = {
  words: '',
  does: 'kijk alles na, en zeg wat er te doen is',
  run,
}

/** One thing that was looked at. */
interface Finding {
  readonly about: string
  readonly isFine: boolean
  readonly says: string
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null
}

/** Below this much free space a publish may fail soon, in megabytes, unless the setting of this name says otherwise. */
const LITTLE_ROOM_MB = 1024
/** Paths that are named; the others are counted. */
const NAMED = 5
const TIMEOUT_MS = 5_000
/** Longer than the publisher waits for a target. */
const REACH_MS = 40_000

async function run({ settings }: World): Promise<Outcome> {
  const releases = join(settings.data, 'releases')
  const [cms, publisher, files, store, formats, targets, machine] = await Promise.all([
    lookAtCms(settings),
    lookAtPublisher(settings),
    lookAtFiles(settings),
    lookAtStore(releases),
    lookAtFormats(settings),
    lookAtTargets(settings),
    lookAtMachine(settings),
  ])
  const isAnythingThere = [cms, publisher, files].some(({ isFine }) => isFine) || existsSync(releases)
  if (!isAnythingThere)
    throw new NothingToReachError(
      `Er is hier niets na te kijken: niets antwoordt, en ${releases} bestaat niet. Start Wijkpers (npm start), of geef met WIJKPERS_DATA de goede map.`,
    )
  const findings = [cms, publisher, files, ...store, ...formats, ...targets, ...machine]
  const faults = findings.filter(({ isFine }) => !isFine)
  return {
    exit: faults.length === 0 ? 0 : 1,
    data: { isFine: faults.length === 0, findings },
    lines: [
      ...findings.flatMap(({ about, isFine, says, advice }) => [
        `${isFine ? 'goed ' : 'FOUT '} ${about}: ${says}`,
        ...(advice === null ? [] : [`        Doe dit: ${advice}`]),
      ]),
      faults.length === 0
        ? 'Alles is in orde.'
        : `${faults.length} van ${findings.length} zijn niet in orde.`,
    ],
  }
}

const fine = (about: string, says: string): Finding => ({ about, isFine: true, says, advice: null })
const fault = (about: string, says: string, advice: string): Finding => ({
  about,
  isFine: false,
  says,
  advice,
})

async function lookAtCms({ cmsUrl, cmsToken }: Settings): Promise<Finding> {
  const about = 'redactie-omgeving'
  try {
    const wijken = await createCmsClient({ url: cmsUrl, token: cmsToken, timeoutMs: TIMEOUT_MS }).wijken()
    const held = wijken.filter((wijk) => wijk.held).length
    return fine(
      about,
      `antwoordt, ${wijken.length} wijken${held > 0 ? `, waarvan ${held} vastgehouden` : ''}`,
    )
  } catch (error) {
    return fault(
      about,
      messageOf(error),
      'start haar (npm run start:cms) en kijk in run/cms.log. De sites blijven online; publicaties wachten.',
    )
  }
}

async function lookAtPublisher({ env }: Settings): Promise<Finding> {
  const about = 'publisher'
  const start = 'start hem (npm run start:publisher) en kijk in run/publisher.log. De sites blijven online.'
  try {
    const answer = await fetch(`${env.PUBLISHER_URL}/health`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (answer.ok) return fine(about, 'antwoordt en werkt')
    return fault(
      about,
      `antwoordt, maar meldt ${await answer.text()}`,
      'kijk met ‘status’ welke wijken wachten, en in run/publisher.log waarom.',
    )
  } catch (error) {
    return fault(about, messageOf(error), start)
  }
}

async function lookAtFiles({ env }: Settings): Promise<Finding> {
  const about = 'bestandsserver'
  try {
    const answer = await fetch(`${env.FILES_URL}/`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (answer.status < 500) return fine(about, 'antwoordt')
    return fault(about, `antwoordt ${answer.status}`, 'kijk in run/files.log.')
  } catch (error) {
    return fault(
      about,
      messageOf(error),
      'start hem nu (npm run start:files): zonder hem is geen site bereikbaar.',
    )
  }
}

async function lookAtStore(folder: string): Promise<Finding[]> {
  const about = 'versies'
  try {
    const { exists, sites, releases, objects, bytes, unused, unfinished, faults } = await inspectStore(folder)
    if (!exists)
      return [
        fault(about, `er zijn er nog geen in ${folder}`, 'start de publisher: hij maakt alle sites opnieuw.'),
      ]
    const rest = [
      ...(unused > 0 ? [`${unused} worden nergens meer getoond en gaan vanzelf weg`] : []),
      ...(unfinished > 0 ? [`${unfinished} zijn onaf en gaan bij de volgende start weg`] : []),
    ]
    const counted = `${sites} sites, ${releases} versies, ${objects} bestanden van samen ${megabytes(bytes)}`
    const summary = fine(about, [counted, ...rest].join('; '))
    return faults.length === 0 ? [summary] : faults.map(storeFault)
  } catch (error) {
    return [fault(about, messageOf(error), `kijk of ${folder} te lezen is voor deze gebruiker.`)]
  }
}

function storeFault(found: StoreFault): Finding {
  const again =
    'de publisher maakt het ’s nachts vanzelf opnieuw (QUIET_HOURS); nu meteen: start hem met QUIET_HOURS=0-24. Kijk de schijf na.'
  switch (found.kind) {
    case 'index':
      return fault(
        'versies',
        `de index is beschadigd: ${found.reason}`,
        'stop publisher en bestandsserver, verwijder de map releases/ en start ze: alle sites worden opnieuw gemaakt.',
      )
    case 'newer-index':
      return fault(
        'versies',
        'de index is gemaakt door een nieuwere Wijkpers; deze kan er niet mee publiceren. Er is niets beschadigd.',
        'start de nieuwere Wijkpers weer. De sites blijven online.',
      )
    case 'live-file': {
      const more = found.paths.length - NAMED
      const named = found.paths.slice(0, NAMED).join(', ')
      return fault(found.slug, `beschadigd op de schijf: ${named}${more > 0 ? ` en nog ${more}` : ''}`, again)
    }
    case 'kept-release':
      return fault(
        found.slug,
        `van versie ${found.release} ontbreken ${found.files} bestanden`,
        'niets: wat online staat is heel, maar naar die versie kan de site niet meer terug. Kijk de schijf na.',
      )
    case 'count':
      return fault(
        found.slug,
        'de index klopt niet met zichzelf',
        'stop publisher en bestandsserver, verwijder de map releases/ en start ze: alle sites worden opnieuw gemaakt.',
      )
    case 'host':
      return fault(
        found.host,
        `dit webadres is van twee wijken: ${found.slugs.join(' en ')}`,
        'geef een van de twee een ander webadres of domein.',
      )
  }
}

async function lookAtFormats({ data, env }: Settings): Promise<Finding[]> {
  const about = 'sitevorm'
  const built = env.SITE_FORMAT ?? join(root, 'sites/wijk/dist/format')
  const folder = join(data, 'publisher', 'formats')
  const shelf = openFormatShelf({ folder, built })
  const kept = await shelf.kept()
  const isBuilt = (await shelf.newestBuild()) !== null
  const unfit = (await shelf.unfit()).map((hash) => ({ hash, error: 'er ontbreken bestanden' }))
  return [
    isBuilt || kept.length > 0
      ? fine(about, isBuilt ? 'gebouwd' : `${kept.length} bewaard bij de publisher`)
      : fault(about, `is niet gebouwd in ${built}`, 'npm start bouwt haar.'),
    ...[...unfit, ...(await unusableFormats(env))].map(({ hash, error }) =>
      fault(
        about,
        `de bewaarde kopie ${hash} is niet te gebruiken: ${error}`,
        `verwijder de map ${join(folder, hash)}. Wijken die haar hadden worden al in de gekozen sitevorm gemaakt.`,
      ),
    ),
  ]
}

/** Those of which a running publisher could not read the files, though nothing seems to be missing. Damaged code shows when it makes pages. */
async function unusableFormats(env: Settings['env']): Promise<readonly { hash: string; error: string }[]> {
  try {
    const answer = await fetch(`${env.PUBLISHER_URL}/format`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    // A publisher of another version tells it not.
    const { unusable } = (await answer.json()) as { unusable?: { hash: string; error: string }[] }
    return unusable ?? []
  } catch {
    // That it does not answer is told already.
    return []
  }
}

/** The targets besides our own server, as a running publisher reaches them: it has the keys. */
async function lookAtTargets({ env }: Settings): Promise<Finding[]> {
  try {
    const answer = await fetch(`${env.PUBLISHER_URL}/targets/reached`, {
      signal: AbortSignal.timeout(REACH_MS),
    })
    if (!answer.ok) return [notReached(`de publisher antwoordt met ${answer.status}`)]
    const targets = (await answer.json()) as { name: string; error: string | null }[]
    return targets.map(({ name, error }) =>
      error === null
        ? fine(name, 'antwoordt, en laat ons toe')
        : fault(name, error, `kijk de instellingen van ${name} na (.env), en of het daar werkt.`),
    )
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return [notReached('ze geven geen antwoord')]
    // That the publisher is not there is told already.
    return []
  }
}

const notReached = (why: string) =>
  fault('andere plekken', `niet na te kijken: ${why}`, 'probeer het over een paar minuten opnieuw.')

async function lookAtMachine({ data, env }: Settings): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(data)
  const free = bavail * bsize
  const least = env.LITTLE_ROOM_MB ?? String(LITTLE_ROOM_MB)
  if (!/^\d+$/.test(least))
    throw new SettingError(`LITTLE_ROOM_MB is ‘${least}’; verwacht: een aantal megabytes.`)
  const room = `${megabytes(free)} vrij voor ${data}`
  return [
    free < Number(least) * 1024 ** 2
      ? fault('schijf', room, 'maak ruimte: zonder kunnen publicaties mislukken. De sites blijven online.')
      : fine('schijf', room),
    fine('programma’s', `Node ${process.version}`),
  ]
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2).toLocaleString('nl-NL')} MB`
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
