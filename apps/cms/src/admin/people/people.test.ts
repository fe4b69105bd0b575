import { expect, test } from 'vitest'
import { faultsIn, offWords, parsePeople, placeInWords, standing, whatBecame } from './people.ts'

const now = new Date('2026-11-26T09:00:00+01:00')
const aColleague = (change: object) =>
  parsePeople({
    data: { colleagues: [{ id: 1, name: 'Sam', email: 'sam@x.nl', role: 'Buurtsupporter', ...change }] },
  }).colleagues[0]!

test.each([
  [{ isActive: true }, null],
  [{ isActive: false }, 'Heeft nog geen account gemaakt.'],
  [{ isStopped: true }, 'Het account is stilgezet.'],
  [{ invitedUntil: '2026-11-26T08:59:00+01:00' }, 'De uitnodiging is verlopen.'],
  [
    { invitedUntil: '2026-12-03T09:00:00+01:00' },
    'Uitgenodigd. De link werkt tot donderdag 3 december om 9.00 uur.',
  ],
])('how far somebody is: %j', (change, words) => {
  expect(standing(aColleague(change), now)).toBe(words)
})

test('what is asked before somebody is taken off, and what it is called', () => {
  const place = { wijk: 'a', name: 'Molenwijk', isInvited: false, isOver: false, isLastKeeper: false }
  const words = (change: object, at: object = {}, isSelf = false) =>
    offWords(aColleague(change), { ...place, ...at }, isSelf)
  expect(words({}).button).toBe('Intrekken')
  expect(words({ isActive: true }, { isInvited: true }).button).toBe('Intrekken')
  expect(words({ isActive: true })).toMatchObject({
    button: 'Hoort er niet meer bij',
    title: 'Hoort Sam niet meer bij Molenwijk?',
    done: 'Sam hoort niet meer bij Molenwijk.',
  })
  const last = words({ isActive: true }, { isLastKeeper: true }, true)
  expect(last.title).toBe('Hoor je niet meer bij Molenwijk?')
  expect(last.consequences[0]).toContain('niemand meer die de site van Molenwijk gaande houdt')
  expect(placeInWords({ ...place, isInvited: true })).toBe('Molenwijk (uitgenodigd)')
  expect(placeInWords({ ...place, isInvited: true, isOver: true })).toBe('Molenwijk (uitnodiging verlopen)')
})

test('what became of an invitation', () => {
  expect(whatBecame({ state: 'mailed', link: null }, 'Sam')).toBe(
    'Sam krijgt een mail met een link, en hoort erbij zodra die is gebruikt.',
  )
  expect(whatBecame({ state: 'kept', link: null }, 'Sam')).toBe(
    'Er is geen mailserver ingesteld. De platformbeheerder vindt de link voor Sam bij Verzonden mail, en kan hem doorgeven.',
  )
  expect(whatBecame({ state: 'joined', link: null }, 'Sam')).toBe(
    'Sam had al een account en hoort er nu bij.',
  )
  expect(whatBecame({ state: 'invited', link: 'https://x', isMailed: false }, 'Sam')).toBeNull()
})

test('what the CMS says is wrong stands by field', () => {
  const errors = [{ path: ['email'], message: 'Vul een e-mailadres in.' }]
  expect(faultsIn({ response: { data: { error: { details: { errors } } } } })).toEqual({
    email: 'Vul een e-mailadres in.',
  })
  for (const other of [null, new Error('x'), { response: { data: { error: {} } } }])
    expect(faultsIn(other)).toEqual({})
})

test.each([[null], [{ data: {} }]])('something else is refused: %j', (body) => {
  expect(() => parsePeople(body)).toThrow('[people]')
})
