import { expect, test } from 'vitest'
import { hostOf } from './hosts.ts'

test.each([
  ['molenwijk.localhost', 'molenwijk.localhost'],
  ['Molenwijk.Localhost:8080', 'molenwijk.localhost'],
  ['molenwijk.nl.', 'molenwijk.nl'],
  ['molenwijk.nl.:443', 'molenwijk.nl'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['café.nl', 'xn--caf-dma.nl'],
])('%s is %s', (text, host) => {
  expect(hostOf(text)).toBe(host)
})

test.each([
  '',
  ':8080',
  'a b',
  'a/b',
  'a#b',
  'a?b',
  'a%2eb',
  'a\\b',
  'a@b',
  'a..b',
  '-a.nl',
  'a-.nl',
  '[::1]:8080',
  `${'a'.repeat(64)}.nl`,
  'a\u0000',
])('%j is no host', (text) => {
  expect(hostOf(text)).toBeNull()
})
