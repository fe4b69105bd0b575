import { describe, expect, test } from 'vitest'
import { momentsOfWrite, refuseExpired } from './moments.ts'

const now = new Date('2026-11-24T10:00:30Z')
const momentsOf = (data: object, current: object | null = null) =>
  momentsOfWrite(data as Record<string, unknown>, current as Record<string, unknown> | null, now)

describe('the moments of a write', () => {
  test('are kept in UTC, and what the write does not name is left be', () => {
    expect(momentsOf({ publishAt: '2026-11-27T09:00:00+01:00' })).toEqual({
      fields: { publishAt: '2026-11-27T08:00:00.000Z' },
      isPlanned: true,
    })
    expect(momentsOf({ title: 'Markt' })).toEqual({ fields: {}, isPlanned: false })
    expect(momentsOf({ publishAt: null, expiresAt: null })).toEqual({
      fields: { publishAt: null, expiresAt: null },
      isPlanned: false,
    })
  })

  test('are no new plan when they stay as they are, also once they have passed', () => {
    const current = { publishAt: '2026-11-24T08:00:00.000Z', expiresAt: '2026-11-23T08:00:00.000Z' }
    expect(momentsOf(current, current)).toMatchObject({ isPlanned: false })
  })

  test('are no new plan when the clock carried them out while the form was open', () => {
    const plan = { publishAt: '2026-11-24T08:00:00.000Z' }
    const write = (carriedOutAt: string, data: object = plan) =>
      momentsOfWrite({ ...data }, { publishAt: null, expiresAt: null }, now, new Date(carriedOutAt))
    expect(write('2026-11-24T08:00:00.200Z')).toEqual({ fields: { publishAt: null }, isPlanned: false })
    expect(() => write('2026-11-24T07:00:00Z')).toThrow('Dit moment is al voorbij.')
    expect(write('2026-11-24T08:00:00.200Z', { publishAt: '2026-11-25T08:00:00.000Z' }).isPlanned).toBe(true)
  })

  test('may be the minute that has just begun', () => {
    expect(momentsOf({ publishAt: '2026-11-24T10:00:00.000Z' }).isPlanned).toBe(true)
    expect(() => momentsOf({ publishAt: '2026-11-24T09:59:00.000Z' })).toThrow('Dit moment is al voorbij.')
    expect(() => momentsOf({ expiresAt: '2026-11-24T10:00:30.000Z' })).toThrow('Dit moment is al voorbij.')
  })

  test('are judged together, whichever of the two is new', () => {
    const planned = { publishAt: '2026-11-27T08:00:00.000Z' }
    expect(() => momentsOf({ expiresAt: '2026-11-27T08:00:00.000Z' }, planned)).toThrow('nooit op de site')
    expect(momentsOf({ expiresAt: '2026-11-27T08:00:01.000Z' }, planned).fields).toHaveProperty('expiresAt')
    expect(() => momentsOf(planned, { expiresAt: '2026-11-26T08:00:00.000Z' })).toThrow('nooit op de site')
  })
})

test('what would leave the site at once is not published', () => {
  expect(() => refuseExpired({ expiresAt: '2026-11-24T09:00:00.000Z' }, now)).toThrow(
    '‘Houdbaar tot’ is al voorbij: dinsdag 24 november om 10.00 uur.',
  )
  refuseExpired({ expiresAt: '2026-11-25T09:00:00.000Z' }, now)
  refuseExpired({ expiresAt: null }, now)
})
