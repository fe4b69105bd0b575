import { moment, type Row, rowIn, rowsIn, text } from '../answer.ts'
import { since } from '../time.ts'
import { type Held, heldIn, heldSince } from '../receipt/held.ts'
import { RECEIPT_STATES, type ReceiptState } from '../receipt/receipt.ts'

/** How one wijk stands, in the answer of `GET /wijkpers/home`. */
export interface WijkOverview {
  readonly documentId: string
  readonly name: string
  readonly slug: string
  readonly state: 'draft' | 'active' | 'resting' | 'archived'
  readonly siteUrl: string | null
  /** null when the wijk never was published. */
  readonly receiptState: ReceiptState | null
  readonly liveAt: Date | null
  /** Why the newest change failed, in sentences; null when it did not. */
  readonly error: string | null
  /** The site stays at an earlier version. */
  readonly held: Held | null
  /** What is published, of each type that there is something of. */
  readonly contents: readonly { readonly one: string; readonly many: string; readonly number: number }[]
}

export const LIFE_CYCLE = {
  draft: 'In de maak',
  active: 'Actief',
  resting: 'Rustend',
  archived: 'Gearchiveerd',
} as const

/** The wijken this editor may see, by name. Throws for something else. */
export function parseWijken(rows: unknown): WijkOverview[] {
  if (!Array.isArray(rows)) throw new TypeError('[home] Expected a list of wijken')
  return rows
    .map((row: unknown) => parseWijk(row))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

function parseWijk(value: unknown): WijkOverview {
  const row = rowIn(value)
  if (!row || typeof row.name !== 'string' || typeof row.slug !== 'string')
    throw new TypeError('[home] Expected a wijk with name and slug')
  return {
    documentId: String(row.documentId),
    name: row.name,
    slug: row.slug,
    state: isLifeCycle(row.state) ? row.state : 'draft',
    siteUrl: text(row.siteUrl),
    receiptState: RECEIPT_STATES.find((known) => known === row.receiptState) ?? null,
    liveAt: moment(row.liveAt),
    error: text(row.error),
    held: heldIn(row.held),
    contents: rowsIn(row.contents).flatMap(contentIn),
  }
}

function contentIn({ one, many, number }: Row): WijkOverview['contents'] {
  return typeof one === 'string' && typeof many === 'string' && typeof number === 'number'
    ? [{ one, many, number }]
    : []
}

function isLifeCycle(value: unknown): value is WijkOverview['state'] {
  return typeof value === 'string' && value in LIFE_CYCLE
}

/** How the site of the wijk is doing, in one sentence. */
export function siteSentence({ state, receiptState, liveAt, error, held }: WijkOverview, now: Date): string {
  if (state === 'draft') return 'Nog geen site.'
  const online = liveAt ? `Online sinds ${since(liveAt, now)}.` : 'Nog niet online.'
  switch (receiptState) {
    case null:
    case 'live':
      return online
    case 'received':
    case 'rendering':
    case 'deploying':
      return liveAt ? `${online} Een wijziging is onderweg.` : 'De site wordt gemaakt.'
    case 'failed':
      return `${online} De laatste wijziging is nog niet gelukt. ${error ?? AGAIN}`
    case 'held':
      return `${online} ${heldSince(held, now)} Wijzigingen wachten tot de platformbeheerder verder gaat.`
  }
}

const AGAIN = 'We proberen het vanzelf opnieuw.'

/** Whether a failure stays until an editor mends what he wrote: then its sentence says neither that it goes by itself nor only whom to call. */
export function asksAnEditor({ receiptState, error }: WijkOverview): boolean {
  return receiptState === 'failed' && error !== null && !/vanzelf|Neem contact op/.test(error)
}

/** What stands on the site: `12 nieuwsberichten, 3 activiteiten en 1 pagina`. */
export function contentSentence({ contents }: WijkOverview): string {
  const counts = contents.map(({ one, many, number }) => `${number} ${number === 1 ? one : many}`)
  return counts.length === 0 ? 'Er staat nog niets op de site.' : new Intl.ListFormat('nl').format(counts)
}
