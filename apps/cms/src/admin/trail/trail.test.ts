import { expect, test } from 'vitest'
import { deedOf, parseTrail, placeOf } from './trail.ts'

const now = new Date('2026-11-22T13:05:00Z')
const line = (parts: object) =>
  parseTrail({
    data: [{ id: 1, at: '2026-11-22T13:03:12Z', uid: 'x', documentId: 'y', title: 'Bankjes', ...parts }],
  })[0]!

test.each([
  [{ act: 'publish', who: 'Anna de Vries' }, 'Anna de Vries publiceerde dit'],
  [{ act: 'import', who: null }, 'Wijkpers las inhoud in'],
  [{ act: 'van later', who: 'Anna' }, 'Anna deed iets'],
])('a line says who did what: %j', (parts, sentence) => {
  expect(deedOf(line(parts))).toBe(sentence)
})

test('and when and where', () => {
  const parts = { act: 'import', wijk: 'Molenwijk', detail: '2 nieuwsberichten' }
  expect(placeOf(line(parts), now)).toBe('Om 14.03.12 uur · Molenwijk · 2 nieuwsberichten')
  expect(placeOf(line({ act: 'edit', at: '2026-11-20T13:03:12Z' }), now)).toBe(
    'Op 20 november 2026 om 14.03 uur',
  )
})

test.each([[null], [{ data: null }]])('something else is refused: %j', (body) => {
  expect(() => parseTrail(body)).toThrow('[trail]')
})
