import { expect, test } from 'vitest'
import { dataIn, datedRowsIn, moment, number, rowIn, rowsIn, text } from './answer.ts'
import { parseVersions } from './history/versions.ts'
import { parseHome } from './home/home.ts'
import { parseLife, plannedWords } from './life/life.ts'
import { parseOutbox } from './mail/outbox.ts'
import { parsePeople, standing } from './people/people.ts'
import { parsePlan } from './receipt/plan.ts'
import { parseStatus } from './status/status.ts'
import { parseTrail } from './trail/trail.ts'

test('what is as it should be is read', () => {
  expect(dataIn({ data: [1] })).toEqual([1])
  expect(rowIn({ name: 'x' })).toEqual({ name: 'x' })
  expect(rowsIn([{ id: 1 }, null, 'x', [], { id: 2 }])).toEqual([{ id: 1 }, { id: 2 }])
  expect(text('x')).toBe('x')
  expect(number(0)).toBe(0)
  expect(moment('2026-11-22T13:03:12Z')).toEqual(new Date('2026-11-22T13:03:12Z'))
})

test.each([[undefined], [null], [''], ['gisteren'], [{}], [[]], [true]])(
  'and %j is not a moment, nor a number',
  (value) => {
    expect(moment(value)).toBeNull()
    expect(number(value)).toBeNull()
    expect(datedRowsIn([{ at: value }])).toEqual([])
  },
)

test.each([[null], ['<html>'], [7], [[]]])('%j is no row, and carries nothing', (value) => {
  expect(rowIn(value)).toBeNull()
  expect(dataIn(value)).toBeUndefined()
})

test.each([[null], [''], [7], [{}]])('%j is no text', (value) => {
  expect(text(value)).toBeNull()
})

test('a moment that cannot be read breaks no screen', () => {
  const now = new Date('2026-11-22T13:05:00Z')
  const at = 'gisteren'
  expect(parseVersions({ data: [{ id: 1, at }] })).toEqual([])
  expect(parseTrail({ data: [{ id: 1, at }] })).toEqual([])
  expect(parseOutbox({ data: { mails: [{ id: 1, at }] } }).mails).toEqual([])

  const wijk = { name: 'Molenwijk', slug: 'molenwijk', liveAt: at }
  const home = parseHome({
    data: { wijken: [wijk], planned: [{ at }], vitality: [{ wijk: 'x', lastItemAt: at }] },
  })
  expect(home).toMatchObject({ wijken: [{ liveAt: null }], planned: [] })
  expect(home.vitality.get('x')?.lastItemAt).toBeNull()

  const life = parseLife({ data: { state: 'active', planned: { count: 1, first: { title: 'x', at } } } })!
  expect(plannedWords('archive', life.planned, now)).toBeNull()
  const [colleague] = parsePeople({ data: { colleagues: [{ name: 'Anna', invitedUntil: at }] } }).colleagues
  expect(standing(colleague!, now)).toBe('Heeft nog geen account gemaakt.')
  expect(
    parsePlan({ data: { publishAt: at, expiresAt: at, failed: { plannedAt: at, reason: 'x' } } }),
  ).toEqual({
    publishAt: null,
    expiresAt: null,
    failed: null,
    isHeld: false,
    hasSite: true,
  })
  expect(parseStatus({ data: { wijken: [{ name: 'x', liveAt: at }] } }).sites[0]?.liveAt).toBeNull()
})
