/** Looks whether everything is sound, also when parts are down, and says for each fault what to do. */
import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { createCmsClient, type WijkRevision } from '@wijkpers/content/strapi'
import { messageOf } from '../../apps/publisher/src/message-of.ts'
import type { WijkStatus } from '../../apps/publisher/src/standing.ts'
import { SettingError, type Settings } from '../settings.ts'
import { type Act, askForFacts, NothingToReachError, type Outcome, type World } from './act.ts'
import { counted, fault, fine, type Finding, isTimeout, megabytes, noAnswer } from './doctor/finding.ts'
import { lookAtFormats } from './doctor/formats.ts'
import { lookAtStore } from './doctor/store.ts'
import { findingsOfWijken } from './doctor/wijken.ts'
import { inDutch, logOf, type ToldProblem } from './problems.ts'

export const doctor: Act = {
  words: '',
  does: 'kijk alles na, en zeg wat er te doen is',
  run,
}

/** Below this much free space a publish may fail soon, in megabytes, unless the setting of this name says otherwise. */
const LITTLE_ROOM_MB = 1024
const TIMEOUT_MS = 5_000
/** Longer than the publisher waits for a target. */
const REACH_MS = 40_000

async function run({ settings }: World): Promise<Outcome> {
  const releases = join(settings.data, 'releases')
  const cms = await lookAtCms(settings)
  const [publisher, files, store, formats, wijken, targets, machine] = await Promise.all([
    lookAtPublisher(settings),
    lookAtFiles(settings),
    lookAtStore(settings, cms.held),
    lookAtFormats(settings),
    lookAtWijken(settings),
    lookAtTargets(settings),
    lookAtMachine(settings),
  ])
  const isAnyPart = [cms.finding, files].some(({ isFine }) => isFine) || publisher.isThere
  const isAnythingThere = isAnyPart || existsSync(releases)
  if (!isAnythingThere)
    throw new NothingToReachError(
      `Er is hier niets na te kijken: niets antwoordt, en ${releases} bestaat niet. Start Wijkpers (npm start), of geef met WIJKPERS_DATA de goede map.`,
    )
  const findings = [
    cms.finding,
    ...publisher.findings,
    files,
    ...store,
    ...wijken,
    ...formats,
    ...targets,
    ...machine,
  ]
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
        : `${faults.length} van de ${findings.length} punten ${faults.length === 1 ? 'is' : 'zijn'} niet in orde.`,
    ],
  }
}

interface Cms {
  readonly finding: Finding
  /** The wijken that are held, as far as they are known. */
  readonly held: readonly string[]
}

async function lookAtCms({ cmsUrl, cmsToken }: Settings): Promise<Cms> {
  const about = 'redactie-omgeving'
  try {
    const wijken = await createCmsClient({ url: cmsUrl, token: cmsToken, timeoutMs: TIMEOUT_MS }).wijken()
    const held = wijken.flatMap((wijk: WijkRevision) => (wijk.held && wijk.slug ? [wijk.slug] : []))
    const more = held.length > 0 ? `, waarvan ${held.length} vastgehouden` : ''
    return { finding: fine(about, `antwoordt, ${counted(wijken.length, 'wijk', 'wijken')}${more}`), held }
  } catch (error) {
    const advice = `start haar (npm run start:cms) en kijk in ${logOf('cms')}. Wat online staat blijft online; publicaties wachten.`
    return { finding: fault(about, noAnswer(error, TIMEOUT_MS), advice), held: [] }
  }
}

async function lookAtPublisher({ env }: Settings): Promise<{ isThere: boolean; findings: Finding[] }> {
  const about = 'publisher'
  try {
    const answer = await fetch(`${env.PUBLISHER_URL}/health`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (answer.ok) return { isThere: true, findings: [fine(about, 'antwoordt en werkt')] }
    const { problems = [] } = (await answer.json()) as { problems?: readonly ToldProblem[] }
    const told = problems.map(inDutch).map(({ says, advice }) => fault(about, says, advice))
    const nameless = fault(about, `antwoordt ${answer.status}`, `kijk in ${logOf('publisher')}.`)
    return { isThere: true, findings: told.length > 0 ? told : [nameless] }
  } catch (error) {
    const advice = isTimeout(error)
      ? inDutch({ problem: 'stuck' }).advice
      : `start hem (npm run start:publisher) en kijk in ${logOf('publisher')}. Wat online staat blijft online.`
    return { isThere: false, findings: [fault(about, noAnswer(error, TIMEOUT_MS), advice)] }
  }
}

async function lookAtFiles({ env }: Settings): Promise<Finding> {
  const about = 'bestandsserver'
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const answer = await fetch(`${env.FILES_URL!.replace(/\/$/, '')}/health`, { signal })
    if (answer.status < 500) return fine(about, 'antwoordt')
    const says = `antwoordt ${answer.status}: hij kan de versies in releases/ niet lezen, en laat geen site zien`
    return fault(about, says, `draait de publisher, dan maakt die ze opnieuw; kijk in ${logOf('files')}.`)
  } catch (error) {
    const advice = `start hem nu (npm run start:files) en kijk in ${logOf('files')}: zonder hem is geen site bereikbaar.`
    return fault(about, noAnswer(error, TIMEOUT_MS), advice)
  }
}

async function lookAtWijken(settings: Settings): Promise<Finding[]> {
  // That the publisher does not answer is told already.
  return findingsOfWijken((await askForFacts<WijkStatus[]>(settings, '/wijken').catch(() => null)) ?? [])
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
  const least = env.LITTLE_ROOM_MB ?? String(LITTLE_ROOM_MB)
  if (!/^\d+$/.test(least))
    throw new SettingError(`LITTLE_ROOM_MB is ‘${least}’; verwacht: een aantal megabytes.`)
  return [await roomOn(data, Number(least)), fine('programma’s', `Node ${process.version}`)]
}

async function roomOn(folder: string, leastMb: number): Promise<Finding> {
  const about = 'schijf'
  try {
    const { bavail, bsize } = await statfs(folder)
    const room = `${megabytes(bavail * bsize)} vrij voor ${folder}`
    if (bavail * bsize >= leastMb * 1024 ** 2) return fine(about, room)
    return fault(
      about,
      room,
      'maak ruimte: zonder kunnen publicaties mislukken, en kan niemand meer iets bewaren. docs/operators.md zegt wat er weg mag. Wat online staat blijft online.',
    )
  } catch (error) {
    return fault(about, messageOf(error), 'geef met WIJKPERS_DATA de goede map.')
  }
}
