import { dataIn, rowsIn, text } from '../answer.ts'

/** For which organisation a professional writes, wijk by wijk: the answer of `GET /wijkpers/me/senders`. */
export interface SenderChoice {
  readonly wijk: string
  readonly name: string
  readonly organisation: string | null
  readonly organisations: readonly { readonly documentId: string; readonly name: string }[]
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseSenders(body: unknown): SenderChoice[] {
  const rows = dataIn(body)
  if (!Array.isArray(rows)) throw new TypeError('[senders] Expected a list')
  return rowsIn(rows).map((row) => ({
    wijk: String(row.wijk),
    name: String(row.name),
    organisation: text(row.organisation),
    organisations: rowsIn(row.organisations).map(({ documentId, name }) => ({
      documentId: String(documentId),
      name: String(name),
    })),
  }))
}
