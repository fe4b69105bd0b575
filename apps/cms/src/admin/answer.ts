/** Reading an answer of the CMS: what is not as it should be is null or left out, so that it never breaks a screen. */

export type Row = Readonly<Record<string, unknown>>

/** What the body of an answer carries; undefined when it is no such body. */
export function dataIn(body: unknown): unknown {
  return rowIn(body)?.data
}

export function rowIn(value: unknown): Row | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null
}

export function rowsIn(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.map(rowIn).filter((row) => row !== null) : []
}

/** Those rows of which the moment `at` can be read. */
export function datedRowsIn(value: unknown): readonly (Row & { readonly at: Date })[] {
  return rowsIn(value).flatMap((row) => {
    const at = moment(row.at)
    return at ? [{ ...row, at }] : []
  })
}

/** A text with something in it. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

export function moment(value: unknown): Date | null {
  const date = typeof value === 'string' ? new Date(value) : null
  return date === null || Number.isNaN(date.getTime()) ? null : date
}
