import { ENTRY_TYPES } from '../entries/entry-types.ts'
import type { Queries } from '../database/transaction.ts'

/** What comes online by itself in a wijk: how many, and the first. */
export interface Planned {
  readonly count: number
  /** Null when nothing does. `at` is ISO in UTC. */
  readonly first: { readonly title: string; readonly at: string } | null
}

interface Row {
  readonly title: string | null
  readonly at: number | string | Date
}

export async function plannedIn(queries: Queries, wijk: string): Promise<Planned> {
  const rows: Row[] = []
  for (const { table, name } of ENTRY_TYPES)
    rows.push(
      ...(await queries(table)
        .where({ wijk_key: wijk })
        .whereNull('published_at')
        .whereNotNull('publish_at')
        .select<Row[]>(`${name.field} as title`, 'publish_at as at')),
    )
  const planned = rows
    .map(({ title, at }) => ({ title: title || 'Zonder titel', at: new Date(at).toISOString() }))
    .toSorted((one, other) => one.at.localeCompare(other.at))
  return { count: planned.length, first: planned[0] ?? null }
}
