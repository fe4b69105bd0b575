import { describe, expect, test } from 'vitest'
import { etagOf, isAsExpected, isKnown, requestedRange } from './conditions.ts'

test('each form of the same bytes has a strong tag of its own', () => {
  expect(etagOf('abc', 'identity')).toBe('"abc"')
  expect(etagOf('abc', 'br')).toBe('"abc-br"')
  expect(etagOf('abc', 'gzip')).toBe('"abc-gzip"')
})

describe('If-None-Match', () => {
  test.each(['"abc"', 'W/"abc"', '"x", "abc"', '"x",W/"abc" , "y"', '*', ' * ', '"a,b", "abc"'])(
    '%s is known',
    (header) => {
      expect(isKnown(header, '"abc"')).toBe(true)
    },
  )
  test.each([undefined, '', 'abc', '"ab"', '"abc-br"', '"x, abc"', '"*"'])('%s is not', (header) => {
    expect(isKnown(header, '"abc"')).toBe(false)
  })
})

describe('If-Match', () => {
  test.each([undefined, '*', '"abc"', '"x", "abc"', 'W/"x","abc"'])('%s is as expected', (header) => {
    expect(isAsExpected(header, '"abc"')).toBe(true)
  })
  test.each(['', '"x"', 'W/"abc"', '"abc-br"', 'abc'])('%s is not', (header) => {
    expect(isAsExpected(header, '"abc"')).toBe(false)
  })
})

describe('a range of a hundred bytes', () => {
  const rangeOf = (range?: string, ifRange?: string) =>
    requestedRange({ range, 'if-range': ifRange }, '"abc"', 100)

  test.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['Bytes=5-5', { start: 5, end: 5 }],
  ])('%s', (range, expected) => {
    expect(rangeOf(range)).toEqual(expected)
  })

  test.each(['bytes=100-', 'bytes=500-600', 'bytes=-0'])('%s cannot be satisfied', (range) => {
    expect(rangeOf(range)).toBe('unsatisfiable')
  })

  test.each([
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=9-5',
    'bytes=0-1,5-6',
    'bytes=a-b',
    'regels=0-5',
    'bytes=0x1-2',
  ])('%s is ignored', (range) => {
    expect(rangeOf(range)).toBeNull()
  })

  test('counts only while the file is still the one the reader has a part of', () => {
    expect(rangeOf('bytes=0-9', '"abc"')).toEqual({ start: 0, end: 9 })
    expect(rangeOf('bytes=0-9', '"oud"')).toBeNull()
    expect(rangeOf('bytes=0-9', 'W/"abc"')).toBeNull()
    expect(rangeOf('bytes=0-9', 'Sun, 01 Mar 2026 12:00:00 GMT')).toBeNull()
    expect(rangeOf('bytes=500-', '"oud"')).toBeNull()
  })

  test('of an empty file has no first byte, and an end that is all of it', () => {
    expect(requestedRange({ range: 'bytes=0-' }, '"abc"', 0)).toBe('unsatisfiable')
    expect(requestedRange({ range: 'bytes=-5' }, '"abc"', 0)).toBeNull()
  })
})
