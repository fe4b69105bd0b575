import type { Core, UID } from '@strapi/strapi'
import type { EntryType } from '../entries/entry-types.ts'
import { componentFields, componentsIn, mediaFields } from '../entries/media-places.ts'
import { componentTable } from '../entries/media-tables.ts'
import type { Queries } from '../database/transaction.ts'
import type { MadeRow } from './made-row.ts'

/** Rows of one insert; SQLite takes at most 500 at once (SQLITE_MAX_COMPOUND_SELECT). */
const ROWS_AT_ONCE = 400

/** Inserts `rows`, however many. */
export async function insertAll(queries: Queries, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await queries(table).insert(rows.slice(start, start + ROWS_AT_ONCE))
}

/** Writes the components of new rows: each row has its own, as the document service makes them. */
export async function writeComponents(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  made: readonly MadeRow[],
): Promise<void> {
  for (const [field, component] of componentFields(strapi, type.uid)) {
    const parts = made.flatMap(({ id, fields }) =>
      componentsIn(fields[field]).map((part, index) => ({ entry: id, part, order: index + 1 })),
    )
    if (parts.length === 0) continue
    const model = strapi.db.metadata.get(component)
    const ids = await insertedIds(
      queries,
      model.tableName,
      parts.map(({ part }) => columnsOf(strapi, component, part)),
    )
    await insertAll(
      queries,
      componentTable(strapi, type, field),
      parts.map(({ entry, order }, index) => ({
        entity_id: entry,
        cmp_id: ids[index],
        component_type: component,
        field,
        order,
      })),
    )
    const files = parts.flatMap(({ part }, index) =>
      mediaFields(strapi, component).flatMap((name) =>
        typeof part[name] === 'number'
          ? [
              {
                file_id: part[name],
                related_id: ids[index],
                related_type: component,
                field: name,
                order: 1,
              },
            ]
          : [],
      ),
    )
    await insertAll(queries, 'files_related_mph', files)
  }
}

/** The ids of inserted rows, in their order: both databases answer `returning` in the order of the values. */
async function insertedIds(queries: Queries, table: string, rows: readonly object[]): Promise<number[]> {
  const ids: number[] = []
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const inserted = await queries(table)
      .insert(rows.slice(start, start + ROWS_AT_ONCE))
      .returning<{ id: number }[]>('id')
    ids.push(...inserted.map(({ id }) => id))
  }
  return ids
}

interface ScalarAttribute {
  readonly columnName?: string
  readonly default?: unknown
}

/** The columns of a component, with what its schema says for what is left out. */
function columnsOf(
  strapi: Core.Strapi,
  component: UID.Component,
  part: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const attributes = strapi.db.metadata.get(component).attributes as unknown as Record<
    string,
    ScalarAttribute
  >
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { columnName, default: usual }]) =>
      columnName && name !== 'id' ? [[columnName, part[name] ?? usual ?? null] as const] : [],
    ),
  )
}
