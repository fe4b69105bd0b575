/**
 * One value in two databases. SQLite has few types and keeps what it is given; PostgreSQL has a type for each column. What the
 * column is there says what a value means, so that both can be compared. Nothing here rounds or guesses, and only what no
 * PostgreSQL can hold is left out: NUL, and half of a pair of surrogates, which no editor can see to take away.
 */

/** A column of PostgreSQL. */
export interface Column {
  readonly name: string
  /** As information_schema calls it, such as `timestamp without time zone`. */
  readonly type: string
  /** Longest text, in characters; null for any. */
  readonly maxLength: number | null
}

/** A value as a driver gives it. */
export type Value = string | number | bigint | boolean | null | Uint8Array

/** What a value of SQLite is to be in PostgreSQL, as a text that it reads. */
export function forPostgres(value: Value, { type }: Column): string | null {
  if (value === null) return null
  switch (type) {
    case 'boolean':
      return meaningOf(value, type) === 'true' ? 'true' : 'false'
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return new Date(Number(meaningOf(value, type))).toISOString()
    case 'date':
      return meaningOf(value, type)
    case 'json':
    case 'jsonb':
      return soundJson(String(value))
    default:
      return soundText(String(value))
  }
}

/** JSON as it was written, but for what cannot be kept. */
function soundJson(json: string): string {
  return /\\u(0000|d[89a-f])|[\0\p{Cs}]/iu.test(json) ? JSON.stringify(readSound(json)) : json
}

/** What JSON says, with the keys and texts that can be kept. */
function readSound(json: string): unknown {
  return JSON.parse(json, (_key, part: unknown) => {
    if (typeof part === 'string') return soundText(part)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [soundText(key), value]))
  })
}

/** As the CMS takes texts in since it knows PostgreSQL: see apps/cms/src/entries/sound-text.ts. */
function soundText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** What a value means, whichever database it comes from; null is itself. Throws TypeError for what cannot be in such a column. */
export function meaningOf(value: Value, type: string): string | null {
  if (value === null) return null
  switch (type) {
    case 'boolean':
      return String(truthOf(value))
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return String(instantOf(value))
    case 'date':
      return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : String(value)
    case 'time without time zone':
      // 19:30, 19:30:00 and 19:30:00.000
      return String(value)
        .padEnd(8, ':00')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    case 'json':
    case 'jsonb':
      return inOrder(readSound(String(value)))
    case 'numeric':
    case 'double precision':
    case 'real':
      return String(numberOf(value))
    default:
      return soundText(String(value))
  }
}

/** What keeps a value out of its column, in Dutch; null when nothing does. */
export function obstacleOf(value: Value, { type, maxLength }: Column): string | null {
  if (typeof value === 'string') {
    const length = Array.from(soundText(value)).length
    if (maxLength !== null && length > maxLength)
      return `is ${length} tekens lang; in PostgreSQL zijn het er hoogstens ${maxLength}`
  }
  try {
    meaningOf(value, type)
    return null
  } catch {
    return `is geen ${type}`
  }
}

function truthOf(value: Value): boolean {
  if (value === true || value === 1 || value === 't' || value === 'true') return true
  if (value === false || value === 0 || value === 'f' || value === 'false') return false
  throw new TypeError(`expected a boolean, not ${String(value)}`)
}

/** Epoch milliseconds. SQLite has them so; a text without a zone is UTC. */
function instantOf(value: Value): number {
  if (typeof value === 'number') return value
  const text = String(value)
  const hasZone = /(Z|[+-]\d\d(:?\d\d)?)$/.test(text)
  const at = Date.parse(hasZone ? text : `${text.replace(' ', 'T')}Z`)
  if (Number.isNaN(at)) throw new TypeError(`expected a moment, not ${text}`)
  return at
}

function numberOf(value: Value): number {
  const number = Number(value)
  if (Number.isNaN(number) || String(value).trim() === '')
    throw new TypeError(`expected a number, not ${String(value)}`)
  return number
}

/** JSON with the keys of each object in one order: PostgreSQL keeps an order of its own. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
