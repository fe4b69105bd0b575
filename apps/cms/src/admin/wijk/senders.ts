/** For which organisation a professional writes, wijk by wijk: the answer of `GET /wijkpers/me/senders`. */
export interface SenderChoice {
  readonly wijk: string
  readonly name: string
  readonly organisation: string | null
  readonly organisations: readonly { readonly documentId: string; readonly name: string }[]
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseSenders(body: unknown): SenderChoice[] {
  const rows = isRecord(body) ? body.data : undefined
  if (!Array.isArray(rows)) throw new TypeError('[senders] Expected a list')
  return rows.filter(isRecord).map((row) => ({
    wijk: String(row.wijk),
    name: String(row.name),
    organisation: typeof row.organisation === 'string' ? row.organisation : null,
    organisations: (Array.isArray(row.organisations) ? row.organisations : [])
      .filter(isRecord)
      .map(({ documentId, name }) => ({ documentId: String(documentId), name: String(name) })),
  }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
