/** Highest number of a row: PostgreSQL counts in four bytes, and fails on what is above. */
const HIGHEST = 2_147_483_647

/** The number of a row as a question gives it, as itself or as text; null for what is none. */
export function rowNumber(asked: unknown): number | null {
  const number = typeof asked === 'string' && /^\d+$/.test(asked) ? Number(asked) : asked
  return Number.isInteger(number) && (number as number) > 0 && (number as number) <= HIGHEST
    ? (number as number)
    : null
}
