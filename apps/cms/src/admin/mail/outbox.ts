import { dataIn, datedRowsIn, rowIn, text } from '../answer.ts'
import { when } from '../time.ts'

/** Letters that were sent or wait: the answer of `GET /wijkpers/mails`. */
export interface Outbox {
  readonly hasServer: boolean
  readonly mails: readonly Mail[]
}

export interface Mail {
  readonly id: number
  readonly at: Date
  readonly to: string
  readonly subject: string
  /** Only of what could not be sent, as there is no mail server. */
  readonly text: string | null
  readonly state: 'waiting' | 'sent' | 'failed' | 'kept'
  readonly error: string | null
}

const STATES = ['waiting', 'sent', 'failed', 'kept'] as const

/** Reads the body of an answer. Throws when it is something else. */
export function parseOutbox(body: unknown): Outbox {
  const data = rowIn(dataIn(body))
  if (!data || !Array.isArray(data.mails)) throw new TypeError('[outbox] Expected mails')
  return {
    hasServer: data.hasServer === true,
    mails: datedRowsIn(data.mails).map((row) => ({
      id: Number(row.id),
      at: row.at,
      to: String(row.to),
      subject: String(row.subject),
      text: text(row.text),
      state: STATES.find((known) => known === row.state) ?? 'waiting',
      error: text(row.error),
    })),
  }
}

/** What became of a letter, in a sentence. */
export function storyOf({ state, at, error }: Mail, now: Date): string {
  const began = when(at, now)
  switch (state) {
    case 'waiting':
      return error
        ? `Geschreven ${began}. Versturen lukte nog niet (${error}); het wordt vanzelf opnieuw geprobeerd.`
        : `Geschreven ${began}. Wordt verstuurd.`
    case 'sent':
      return `Verstuurd ${began}.`
    case 'failed':
      return `Geschreven ${began}. Niet te versturen: ${error ?? 'onbekend'}.`
    case 'kept':
      return `Geschreven ${began}. Niet verstuurd: er is geen mailserver ingesteld.`
  }
}
