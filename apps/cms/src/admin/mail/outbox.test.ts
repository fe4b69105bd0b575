import { expect, test } from 'vitest'
import { parseOutbox, storyOf } from './outbox.ts'

const now = new Date('2026-11-26T09:00:00+01:00')
const aMail = (change: object) =>
  parseOutbox({
    data: { mails: [{ id: 1, at: '2026-11-26T08:00:00+01:00', to: 'a@b.nl', subject: 'x', ...change }] },
  }).mails[0]!

test.each([
  [{ state: 'sent' }, 'Verstuurd om 08.00.00 uur.'],
  [{ state: 'waiting' }, 'Geschreven om 08.00.00 uur. Wordt verstuurd.'],
  [
    { state: 'waiting', error: 'connect ECONNREFUSED' },
    'Geschreven om 08.00.00 uur. Versturen lukte nog niet (connect ECONNREFUSED); het wordt vanzelf opnieuw geprobeerd.',
  ],
  [{ state: 'failed', error: '550 nee' }, 'Geschreven om 08.00.00 uur. Niet te versturen: 550 nee.'],
  [{ state: 'kept' }, 'Geschreven om 08.00.00 uur. Niet verstuurd: er is geen mailserver ingesteld.'],
])('%j', (change, words) => {
  expect(storyOf(aMail(change), now)).toBe(words)
})

test.each([[null], [{ data: {} }]])('something else is refused: %j', (body) => {
  expect(() => parseOutbox(body)).toThrow('[outbox]')
})
