import { dataIn, datedRowsIn, text } from '../answer.ts'

/** When an entry was published: the answer of `GET /wijkpers/versions`, the newest first. */
export interface EarlierVersion {
  readonly id: number
  readonly at: Date
  /** Null when the clock did it. */
  readonly who: string | null
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseVersions(body: unknown): EarlierVersion[] {
  const rows = dataIn(body)
  if (!Array.isArray(rows)) throw new TypeError('[versions] Expected a list')
  return datedRowsIn(rows).map(({ id, at, who }) => ({ id: Number(id), at, who: text(who) }))
}
