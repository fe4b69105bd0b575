/** What is wrong with the whole of it, as the operator's page says it: by the names that the publisher gives its problems. */
import { since as sinceOf } from '../time.ts'

/** A problem of the publisher that no single site tells; those of one site stand at that site. */
export interface Alarm {
  readonly problem: keyof typeof SAYS
  readonly since: Date | null
}

interface Says {
  readonly title: string
  readonly text: string
  /** What an operator types. */
  readonly command: string
}

const DOCTOR = 'npm run -s wijkpers -- doctor'

const SAYS = {
  'files-unreachable': {
    title: 'Onze eigen server laat nu geen enkele site zien.',
    text: 'De bestandsserver antwoordt niet, of kan de sites niet lezen. Draait hij nog, stop hem dan eerst. Start hem meteen:',
    command: 'npm run start:files',
  },
  'store-damaged': {
    title: 'De opgeslagen sites zijn niet te lezen.',
    text: 'Lezers kunnen sites missen, en wijzigingen komen niet online. Kijk de schijf na; dit zegt wat er te doen is:',
    command: DOCTOR,
  },
  'cms-unreachable': {
    title: 'De publisher krijgt geen antwoord van de redactie.',
    text: 'Wijzigingen staan klaar, en gaan online zodra dat weer lukt. Dit kijkt na wat er aan de hand is:',
    command: DOCTOR,
  },
  'looks-fail': {
    title: 'De publisher kan niet nagaan wat er te publiceren is.',
    text: 'Wijzigingen wachten. Start hem opnieuw, en kijk zo na wat er aan de hand is:',
    command: DOCTOR,
  },
  stuck: {
    title: 'De publisher staat stil.',
    text: 'Wijzigingen wachten tot hij opnieuw gestart is. Stop Wijkpers (Ctrl-C, of systemctl) en start het weer:',
    command: 'npm start',
  },
  'disk-full': {
    title: 'De schijf van de server is vol.',
    text: 'Wijzigingen komen niet online, en opslaan kan ook mislukken. Maak ruimte; daarna gaat het vanzelf verder. Dit kijkt het na:',
    command: DOCTOR,
  },
  untold: {
    title: 'De publisher zegt nu niet hoe de sites ervoor staan.',
    text: 'Hieronder staat wat de redactie het laatst wist. Dit kijkt na wat er aan de hand is:',
    command: DOCTOR,
  },
} as const satisfies Record<string, Says>

/** Of what the publisher tells; `isUntold`: it answers, and cannot say how the sites stand. */
export function alarmsIn(problems: readonly Readonly<Record<string, unknown>>[], isUntold: boolean): Alarm[] {
  const known = problems.flatMap(({ problem, since }) =>
    isKnown(problem) ? [{ problem, since: typeof since === 'string' ? new Date(since) : null }] : [],
  )
  return known.length === 0 && isUntold ? [{ problem: 'untold', since: null }] : known
}

const isKnown = (problem: unknown): problem is Alarm['problem'] =>
  typeof problem === 'string' && Object.hasOwn(SAYS, problem)

/** What stands there of an alarm. */
export function alarmText({ problem, since }: Alarm, now: Date): Says {
  const { title, text, command } = SAYS[problem]
  return { title, text: since ? `Zo is het sinds ${sinceOf(since, now)}. ${text}` : text, command }
}
