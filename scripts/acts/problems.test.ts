import { expect, test } from 'vitest'
import { inDutch } from './problems.ts'

test('what keeps the publisher from its work is told with since when, and what to do', () => {
  const since = '2026-11-26T13:03:12.000Z'
  const says = (problem: object) => inDutch({ since, ...problem })
  expect(says({ problem: 'editor-waits', wijk: 'molenwijk' })).toEqual({
    says: 'een wijziging in molenwijk wacht al (sinds 26 november 2026 om 14.03.12) tot ze online komt',
    advice: 'kijk met ‘status molenwijk’ waarop.',
  })
  expect(says({ problem: 'files-unreachable', error: 'ECONNREFUSED' })).toMatchObject({
    says: expect.stringContaining('onze eigen server laat nu geen site zien (ECONNREFUSED)'),
    advice: expect.stringContaining('start:files'),
  })
  expect(
    says({ problem: 'publishes-fail', target: null, wijken: 1, wijk: 'noord', error: 'Kapot.' }).says,
  ).toBe('publiceren lukt niet bij noord (sinds 26 november 2026 om 14.03.12): Kapot.')
  expect(says({ problem: 'store-damaged', error: 'malformed' }).advice).toContain(
    'verwijder de map releases/',
  )
})

test('a problem of another version is told as it came', () => {
  expect(inDutch({ problem: 'nieuw' }).says).toBe('meldt {"problem":"nieuw"}')
})
