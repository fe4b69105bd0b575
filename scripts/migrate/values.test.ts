import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from './proof.ts'
import { type Column, forPostgres, meaningOf, obstacleOf, type Value } from './values.ts'

const column = (type: string, maxLength: number | null = null): Column => ({ name: 'x', type, maxLength })

describe('what SQLite and PostgreSQL write means the same', () => {
  test.each<[type: string, sqlite: Value, postgres: Value]>([
    ['boolean', 1, 't'],
    ['boolean', 0, 'f'],
    ['timestamp without time zone', 1_792_888_200_123, '2026-10-25 00:30:00.123'],
    ['timestamp without time zone', '2026-10-25T00:30:00.000Z', '2026-10-25 00:30:00'],
    ['date', '2026-10-25', '2026-10-25'],
    ['date', 1_792_886_400_000, '2026-10-25'],
    ['time without time zone', '19:30:00.000', '19:30:00'],
    ['time without time zone', '20:00', '20:00:00'],
    ['time without time zone', '19:30:00.500', '19:30:00.5'],
    ['jsonb', '{"b":[{"z":1,"a":null}],"a":"é"}', '{"a": "é", "b": [{"a": null, "z": 1}]}'],
    ['numeric', 12.5, '12.50'],
    ['double precision', 0.1, '0.1'],
    ['bigint', 9_007_199_254_740_993n, '9007199254740993'],
    ['text', '  é\n', '  é\n'],
    ['text', null, null],
  ])('%s: %s and %s', (type, sqlite, postgres) => {
    expect(meaningOf(sqlite, type)).toBe(meaningOf(postgres, type))
    expect(meaningOf(forPostgres(sqlite, column(type)), type)).toBe(meaningOf(sqlite, type))
  })

  test('and what differs does not', () => {
    expect(meaningOf(12.345, 'numeric')).not.toBe(meaningOf('12.35', 'numeric'))
    expect(meaningOf('[1,2]', 'jsonb')).not.toBe(meaningOf('[2, 1]', 'jsonb'))
    expect(meaningOf('null', 'text')).not.toBe(meaningOf(null, 'text'))
    expect(meaningOf(1_792_888_200_123, 'timestamp without time zone')).not.toBe(
      meaningOf('2026-10-25 01:30:00.123', 'timestamp without time zone'),
    )
  })
})

test.each<[type: string, sqlite: string, kept: string]>([
  ['text', 'a\0b\ud800 🎉', 'ab\ufffd 🎉'],
  ['character varying', 'a\0', 'a'],
  ['jsonb', '{"a\\u0000":"b\\u0000\\ud83d \\\\u0000"}', '{"a": "b\ufffd \\\\u0000"}'],
  ['jsonb', '{"a":"\\ud83c\\udf89"}', '{"a": "🎉"}'],
])('what no PostgreSQL can hold is left out of %s, and then both are the same', (type, sqlite, kept) => {
  expect(obstacleOf(sqlite, column(type))).toBeNull()
  expect(meaningOf(forPostgres(sqlite, column(type)), type)).toBe(meaningOf(kept, type))
  expect(meaningOf(sqlite, type)).toBe(meaningOf(kept, type))
})

test('what PostgreSQL would refuse is said before anything is written', () => {
  expect(obstacleOf('x'.repeat(256), column('character varying', 255))).toMatch(/256 tekens.*hoogstens 255/)
  expect(obstacleOf('👩'.repeat(255), column('character varying', 255))).toBeNull()
  expect(obstacleOf('{', column('jsonb'))).toMatch(/geen jsonb/)
  expect(obstacleOf('gisteren', column('timestamp without time zone'))).toMatch(/geen timestamp/)
  expect(obstacleOf('', column('numeric'))).toMatch(/geen numeric/)
  expect(obstacleOf(null, column('boolean'))).toBeNull()
})

test('law: one value that differs, or one row more, is another fingerprint', async () => {
  const columns = [
    { ...column('integer'), name: 'id' },
    { ...column('text'), name: 'text' },
  ]
  const of = (rows: readonly { id: number; text: string | null }[]) =>
    fingerprintOf(
      columns,
      (async function* () {
        for (const row of rows) yield Promise.resolve([row])
      })(),
    )
  const rows = fc.array(fc.record({ id: fc.nat(), text: fc.option(fc.string()) }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(rows, rows, async (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect((await of(one)).hash === (await of(other)).hash).toBe(isSame)
    }),
  )
})
