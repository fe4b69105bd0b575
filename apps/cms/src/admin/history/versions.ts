/** When an entry was published: the answer of `GET /wijkpers/versions`, the newest first. */
export interface EarlierVersion {
  readonly id: number
  readonly at: Date
  /** Null when the clock did it. */
  readonly who: string | null
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseVersions(body: unknown): EarlierVersion[] {
  const rows = isRecord(body) ? body.data : undefined
  if (!Array.isArray(rows)) throw new TypeError('[versions] Expected a list')
  return rows.filter(isRecord).map(({ id, at, who }) => ({
    id: Number(id),
    at: new Date(String(at)),
    who: typeof who === 'string' ? who : null,
  }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
