import { dataIn, datedRowsIn, text } from '../answer.ts'
import { when } from '../time.ts'

/** One line of who did what: part of the answers of `/wijkpers/trail` and `/wijkpers/trail/wijken`. */
export interface TrailLine {
  readonly id: number
  readonly at: Date
  readonly uid: string
  readonly documentId: string
  readonly title: string
  readonly act: string
  /** Null when the system did it by itself. */
  readonly who: string | null
  readonly detail: string | null
  /** What an editor calls its kind; null for a wijk and an account. */
  readonly kind: string | null
  readonly wijk: string | null
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseTrail(body: unknown): TrailLine[] {
  const rows = dataIn(body)
  if (!Array.isArray(rows)) throw new TypeError('[trail] Expected a list')
  return datedRowsIn(rows).map((row) => ({
    id: Number(row.id),
    at: row.at,
    uid: String(row.uid),
    documentId: String(row.documentId),
    title: text(row.title) ?? '',
    act: String(row.act),
    who: text(row.who),
    detail: text(row.detail),
    kind: text(row.kind),
    wijk: text(row.wijk),
  }))
}

const DID: Readonly<Record<string, string>> = {
  create: 'maakte dit',
  edit: 'wijzigde dit',
  publish: 'publiceerde dit',
  unpublish: 'haalde dit van de site',
  discard: 'gooide de wijzigingen weg',
  move: 'verplaatste dit naar een andere wijk',
  delete: 'verwijderde dit',
  state: 'veranderde de stand van de wijk',
  settings: 'wijzigde de instellingen van de wijk',
  import: 'las inhoud in',
  handIn: 'leverde dit in',
  takeBack: 'nam dit terug',
  giveBack: 'gaf dit terug',
  people: 'wijzigde wie bij de wijk hoort',
  account: 'wijzigde een account',
}

/** `Anna de Vries publiceerde dit`; what nobody asked for, Wijkpers did. */
export function deedOf({ act, who }: TrailLine): string {
  return `${who ?? 'Wijkpers'} ${DID[act] ?? 'deed iets'}`
}

/** When it was, with where it was where that is not plain. */
export function placeOf({ at, wijk, detail }: TrailLine, now: Date): string {
  return [capital(when(at, now)), wijk, detail].filter(Boolean).join(' · ')
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
