/** What keeps the publisher from its work, as it tells it (`Problem` in apps/publisher/src/watch/health.ts), for an operator: what it is, and what to do. */
import { moment } from './moments.ts'

/** A problem as `/health` tells it, or an answer that is none. */
export interface ToldProblem {
  readonly problem?: string
  readonly since?: string
  readonly error?: string
  readonly wijk?: string
  readonly wijken?: number
  readonly target?: string | null
}

export interface Advised {
  readonly says: string
  readonly advice: string
}

/** Where a process writes what happens: only `npm start` keeps it in a file. */
export const logOf = (name: 'cms' | 'publisher' | 'files'): string =>
  `het log (run/${name}.log na ‘npm start’; na ‘npm run start:${name}’ bij wie dat startte, zoals journalctl)`

/** What to do when the index of releases, or the disk below it, cannot be read. */
export const MAKE_STORE_ANEW =
  'kijk de schijf na. Is die goed: stop publisher en bestandsserver, verwijder de map releases/ en start ze: alle sites worden opnieuw gemaakt. Naar eerdere versies kan dan niemand meer terug.'

export function inDutch(told: ToldProblem): Advised {
  const { problem, error = 'zonder reden', wijk = '' } = told
  const since = told.since ? ` (sinds ${moment(told.since)})` : ''
  const why = `kijk in ${logOf('publisher')}`
  switch (problem ?? '') {
    case 'starting':
      return {
        says: 'is net gestart, en weet nog niet wat er te publiceren is',
        advice: 'wacht een minuut en kijk dan nog eens.',
      }
    case 'stuck':
      return {
        says: `staat stil${since}`,
        advice:
          'stop hem (kill met het nummer in run/publisher.pid): wie hem bewaakt, start hem opnieuw. Wat online staat blijft online.',
      }
    case 'cms-unreachable':
      return {
        says: `krijgt geen antwoord van de redactie-omgeving${since}: ${error}`,
        advice: `start haar (npm run start:cms) en kijk in ${logOf('cms')}. Publicaties wachten, en gaan daarna vanzelf verder.`,
      }
    case 'store-damaged':
      return { says: `kan de versies in releases/ niet lezen${since}: ${error}`, advice: MAKE_STORE_ANEW }
    case 'looks-fail':
      return {
        says: `kan niet nagaan wat er te publiceren is${since}: ${error}`,
        advice: `${why}, en start hem opnieuw. Blijft het zo, meld het ons dan: dit hoort niet te kunnen.`,
      }
    case 'files-unreachable':
      return {
        says: `krijgt geen antwoord van de bestandsserver${since}: onze eigen server laat nu geen site zien (${error})`,
        advice: `start hem nu (npm run start:files; draait hij nog, stop hem dan eerst) en kijk in ${logOf('files')}.`,
      }
    case 'disk-full':
      return {
        says: `kan niets meer bewaren: de schijf is vol${since}`,
        advice: 'maak ruimte; docs/operators.md zegt wat er weg mag. Publiceren gaat daarna vanzelf verder.',
      }
    case 'editor-waits':
      return {
        says: `een wijziging in ${wijk} wacht al${since} tot ze online komt`,
        advice: `kijk met ‘status ${wijk}’ waarop.`,
      }
    case 'publishes-fail': {
      const where = told.target ? ` op ${told.target}` : ''
      const who = told.wijken === 1 ? wijk : `${told.wijken} wijken, ${wijk} het langst,`
      return {
        says: `publiceren lukt${where} niet bij ${who}${since}: ${error}`,
        advice:
          'kijk met ‘status’ welke wijken dat zijn, en waarom. De laatste goede versies blijven online.',
      }
    }
    default:
      return { says: `meldt ${JSON.stringify(told)}`, advice: `${why}.` }
  }
}
