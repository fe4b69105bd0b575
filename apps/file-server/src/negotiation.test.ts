import { expect, test } from 'vitest'
import { preferredEncoding } from './negotiation.ts'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['BR', 'br'],
  ['deflate', 'identity'],
  ['br;q=0', 'identity'],
  ['br;q=0.0, gzip', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['gzip;q=0.5,br; q=0.5', 'br'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['identity;q=0.5, br;q=0.7', 'br'],
  ['identity;q=0', 'identity'],
  ['br;q=veel, gzip', 'gzip'],
  ['br;q=2', 'identity'],
])('Accept-Encoding: %s gets %s', (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding)
})
