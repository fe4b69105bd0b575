/** The proof that two tables hold the same: how many rows, and a hash of what they mean. */
import { createHash } from 'node:crypto'
import { type Column, meaningOf, type Value } from './values.ts'

export type Row = Readonly<Record<string, Value>>

export interface Fingerprint {
  readonly rows: number
  /** sha256 of the meaning of all rows in the order of their ids, hex. */
  readonly hash: string
}

/** Rows, in the order of their ids, a part at a time. */
export type Rows = AsyncIterable<readonly Row[]>

export async function fingerprintOf(columns: readonly Column[], parts: Rows): Promise<Fingerprint> {
  const sorted = columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const hash = createHash('sha256')
  let rows = 0
  for await (const part of parts)
    for (const row of part) {
      rows++
      const meaning = sorted.map(({ name, type }) => [name, meaningOf(row[name] ?? null, type)])
      hash.update(`${JSON.stringify(meaning)}\n`)
    }
  return { rows, hash: hash.digest('hex') }
}
