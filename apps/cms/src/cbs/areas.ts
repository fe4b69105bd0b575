import type { Core } from '@strapi/strapi'
import { refusal } from '../entries/refusal.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { isCbsCode } from './code.ts'
import { AREAS, type AreaRow } from './tables.ts'

/** A wijk or buurt, as a form fills it in. */
export type Area = Pick<AreaRow, 'code' | 'name' | 'municipality'>

/** The table that is there, and what was found in it. */
export interface FoundAreas {
  /** Null while nobody read a table in. */
  readonly vintage: number | null
  readonly count: number
  readonly found: readonly Area[]
}

/** A table of the CBS, read from a file: each row with the line on which it stands there. */
export interface GivenTable {
  readonly vintage: number
  readonly rows: readonly (Area & { readonly line: number })[]
}

/** Rows of one insert: five values each, below SQLite's limit of variables and of rows. */
const ROWS_AT_ONCE = 400

/** As many as fit below a field. */
const MOST_FOUND = 8

/** Of what is wrong, so many lines are named: whoever mends one mends the others. */
const MOST_FAULTS = 10

/** Puts a table in the place of the one that was there: all of it, or nothing. */
export async function replaceAreas(
  strapi: Core.Strapi,
  { vintage, rows }: GivenTable,
): Promise<{ readonly vintage: number; readonly count: number }> {
  await inTransaction(strapi, async ({ trx }) => {
    await trx(AREAS).delete()
    const whole = rows.map(({ code, name, municipality }): AreaRow => ({
      code,
      vintage,
      name,
      municipality,
      searched: plainLetters(`${name} ${municipality} ${code}`),
    }))
    for (let start = 0; start < whole.length; start += ROWS_AT_ONCE)
      await trx(AREAS).insert(whole.slice(start, start + ROWS_AT_ONCE))
  })
  return { vintage, count: rows.length }
}

/** What has all words of `text` in its code, name or gemeente; the shortest name first. */
export async function findAreas(queries: Queries, text: string): Promise<FoundAreas> {
  const [table] = await queries(AREAS)
    .select(queries.raw('count(*) as count'), queries.raw('max(vintage) as vintage'))
    .then((rows) => rows as { count: number | string; vintage: number | null }[])
  const words = plainLetters(text)
    .split(' ')
    .filter((word) => word !== '')
  const found = queries(AREAS).orderByRaw('length(name), code').limit(MOST_FOUND)
  for (const word of words) found.where('searched', 'like', `%${word}%`)
  return {
    vintage: table?.vintage ?? null,
    count: Number(table?.count ?? 0),
    found: words.length === 0 ? [] : await found.select<Area[]>('code', 'name', 'municipality'),
  }
}

/** Small letters without accents, and digits, with single spaces between words. */
function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Reads a table that was sent; refuses in Dutch, with the lines that are wrong. */
export function readTable(body: unknown): GivenTable {
  const { vintage, rows } = (body ?? {}) as { readonly vintage?: unknown; readonly rows?: unknown }
  if (typeof vintage !== 'number' || !Number.isInteger(vintage) || vintage < 1995 || vintage > 2100)
    throw refusal('vintage', 'Vul het jaar van de lijst in, bijvoorbeeld 2025.')
  const given = (Array.isArray(rows) ? rows : []).map(rowIn)
  if (given.length === 0) throw refusal('file', 'In dit bestand staan geen wijken of buurten.')
  const lines = new Map<string, number>()
  const faults = given.flatMap((row) => {
    const fault = faultOf(row, lines.get(row.code))
    lines.set(row.code, lines.get(row.code) ?? row.line)
    return fault === null ? [] : [`Regel ${row.line}: ${fault}`]
  })
  if (faults.length > 0) {
    const others = faults.length - MOST_FAULTS
    const more = others > 0 ? [`En nog ${others} ${others === 1 ? 'regel' : 'regels'}.`] : []
    const named = [...faults.slice(0, MOST_FAULTS), ...more].join(' ')
    throw refusal('file', `Er is niets ingelezen. ${named}`)
  }
  return { vintage, rows: given }
}

const LONGEST = 80

function faultOf({ code, name, municipality }: Area, before: number | undefined): string | null {
  if (!isCbsCode(code)) return `‘${code.slice(0, 20)}’ is geen wijkcode of buurtcode.`
  if (name === '') return 'de naam ontbreekt.'
  if (municipality === '') return 'de gemeente ontbreekt.'
  if (name.length > LONGEST || municipality.length > LONGEST) return `langer dan ${LONGEST} letters.`
  if (before !== undefined) return `${code} staat ook op regel ${before}.`
  return null
}

function rowIn(row: unknown): GivenTable['rows'][number] {
  const given = (row ?? {}) as Record<string, unknown>
  const text = (field: string) => (typeof given[field] === 'string' ? given[field].trim() : '')
  return {
    line: Number(given['line']) || 0,
    code: text('code').toUpperCase(),
    name: text('name'),
    municipality: text('municipality'),
  }
}
