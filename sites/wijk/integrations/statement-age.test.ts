import { expect, test } from 'vitest'
import { oldStatement } from './statement-age.ts'

test('the build warns of a statement on accessibility that is a year old', () => {
  expect(oldStatement('2026-11-26', new Date('2027-11-25T23:00:00Z'))).toBeNull()
  expect(oldStatement('2026-11-26', new Date('2027-11-26T01:00:00Z'))).toContain('2026-11-26')
})
