/** Where a wijk is in its life: the answer of `/wijkpers/life`, and what to say of each act before it is done. */
import { inWords } from '../../planning/words.ts'
import { dataIn, moment, number, rowIn, text } from '../answer.ts'

export type LifeAct = 'begin' | 'withdraw' | 'pause' | 'reactivate' | 'archive' | 'reopen'
export type LifeState = 'draft' | 'active' | 'resting' | 'archived'

export interface Life {
  readonly state: LifeState
  /** What can be done now by whoever is signed in. */
  readonly acts: readonly LifeAct[]
  readonly why: string
  readonly contact: string
  readonly wantsBuurtverbinder: boolean
  readonly isClosedByOperator: boolean
  /** What the colofon lacks, in words. */
  readonly lacks: readonly string[]
  readonly planned: Planned
}

/** What comes online by itself. */
export interface Planned {
  readonly count: number
  readonly first: { readonly title: string; readonly at: Date } | null
}

export interface ActWords {
  /** On the button, and above the question. */
  readonly label: string
  /** What follows from it, a sentence each. */
  readonly consequences: readonly string[]
  /** What is said when it is done, with how to undo it. */
  readonly done: string
  readonly isGrave: boolean
}

export const STATE_WORDS: Readonly<Record<LifeState, string>> = {
  draft: 'In de maak. De site is nog nergens te zien.',
  active: 'Actief. De site is online.',
  resting: 'Rustend. De site is te lezen en zegt dat hij rust.',
  archived: 'Gearchiveerd. De site is alleen nog te lezen.',
}

export const ACT_WORDS: Readonly<Record<LifeAct, ActWords>> = {
  begin: {
    label: 'Site openen',
    consequences: [
      'De site komt binnen een paar tellen online. Iedereen kan hem lezen en zoekmachines vinden hem.',
      'Te zien is wat gepubliceerd is. Wat nog niet klaar is, blijft van jullie.',
    ],
    done: 'De site gaat open.',
    isGrave: false,
  },
  withdraw: {
    label: 'Site sluiten',
    consequences: [
      'De site gaat van internet. Ook links die mensen bewaarden of deelden, werken dan niet meer.',
      'Er gaat niets verloren: open je hem weer, dan staat alles er nog.',
      'Is er alleen even niemand? Laat de site dan liever rusten.',
    ],
    done: 'De site gaat van internet. Met ‘Site openen’ staat alles er weer.',
    isGrave: true,
  },
  pause: {
    label: 'Laten rusten',
    consequences: [
      'Op de site staat dat hij rust, sinds wanneer, waarom en wie mensen kunnen bellen.',
      'Alles blijft te lezen. Oude links, het archief en wie de site volgt: het werkt gewoon door.',
      'Met ‘Weer wakker maken’ is alles weer zoals nu.',
    ],
    done: 'De site rust. Met ‘Weer wakker maken’ draai je het terug.',
    isGrave: false,
  },
  reactivate: {
    label: 'Weer wakker maken',
    consequences: [
      'De melding dat de site rust, gaat weg. De site is weer zoals hij was.',
      'Kijk daarna wat er nog klopt: openingstijden, contact, de agenda.',
    ],
    done: 'De site is weer wakker. Met ‘Laten rusten’ draai je het terug.',
    isGrave: false,
  },
  archive: {
    label: 'Archiveren',
    consequences: [
      'De site blijft te lezen, en zegt dat hij een archief is. Elke link blijft werken.',
      'Niemand kan er nog iets aan toevoegen of wijzigen. Iets weghalen kan wel.',
      'Met ‘Uit het archief halen’ kan het weer.',
    ],
    done: 'De site is een archief. Met ‘Uit het archief halen’ draai je het terug.',
    isGrave: true,
  },
  reopen: {
    label: 'Uit het archief halen',
    consequences: [
      'De site rust dan: te lezen, en er kan weer aan gewerkt worden.',
      'Met ‘Weer wakker maken’ is hij weer actief.',
    ],
    done: 'De site rust weer. Maak hem wakker als er iemand is.',
    isGrave: false,
  },
}

const isAct = (value: unknown): value is LifeAct =>
  typeof value === 'string' && Object.hasOwn(ACT_WORDS, value)

/** Reads the body of an answer; null for a wijk that is not his to see. Throws when it is something else. */
export function parseLife(body: unknown): Life | null {
  const answer = dataIn(body)
  if (answer === null) return null
  const data = rowIn(answer)
  if (!data || typeof data.state !== 'string' || !Object.hasOwn(STATE_WORDS, data.state))
    throw new TypeError('[life] Expected the state of a wijk')
  return {
    state: data.state as LifeState,
    acts: Array.isArray(data.acts) ? data.acts.filter(isAct) : [],
    why: text(data.why) ?? '',
    contact: text(data.contact) ?? '',
    wantsBuurtverbinder: data.wantsBuurtverbinder === true,
    isClosedByOperator: data.isClosedByOperator === true,
    lacks: Array.isArray(data.lacks) ? data.lacks.map(String) : [],
    planned: parsePlanned(data.planned),
  }
}

function parsePlanned(value: unknown): Planned {
  const planned = rowIn(value)
  const first = rowIn(planned?.first)
  const at = moment(first?.at)
  return { count: number(planned?.count) ?? 0, first: at && { title: text(first?.title) ?? '', at } }
}

/** What an act does to what was planned; null where it does nothing to it, or nothing was. */
export function plannedWords(act: LifeAct, { count, first }: Planned, now: Date): string | null {
  if (!first || !Object.hasOwn(TO_PLANS, act)) return null
  const others = count === 1 ? '' : count === 2 ? ' Daarna nog één.' : ` Daarna nog ${count - 1}.`
  return `Er staat iets klaar om vanzelf online te komen: ‘${first.title}’, ${inWords(first.at, now)}.${others} ${TO_PLANS[act]}`
}

const TO_PLANS: Readonly<Partial<Record<LifeAct, string>>> = {
  pause:
    'Dat gaat door, ook als de site rust. Wil je dat niet? Maak dan eerst ‘Publiceren op’ leeg; op Start zie je wat er klaarstaat.',
  archive: 'Dat gaat dan niet door.',
  withdraw: 'Dat ziet dan niemand, tot de site weer open is.',
}

/** What must stand in a colofon and does not; null when all does. */
export function colofonWords(lacks: readonly string[], state: LifeState): string | null {
  if (lacks.length === 0 || state === 'archived') return null
  const what = new Intl.ListFormat('nl').format(lacks)
  return state === 'draft'
    ? `Voordat de site open kan, vul je in dit formulier in: ${what}. Dat moet van de wet op elke site staan.`
    : `In het colofon ontbreekt: ${what}. Dat moet van de wet op elke site staan. Vul dat in dit formulier in.`
}
