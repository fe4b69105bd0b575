import { expect, test } from 'vitest'
import { parseReceipt } from './receipt.ts'

const answer = {
  state: 'live',
  wanted: 7,
  revision: 7,
  changedAt: '2026-11-22T13:03:11.000Z',
  renderedAt: null,
  liveAt: '2026-11-22T13:03:12.000Z',
  release: 4,
  pages: 3,
  durationMs: 96,
  url: 'http://molenwijk.localhost:8080/nieuws/zomerfeest/',
  error: null,
  nextTryAt: null,
  held: null,
  nextTryInMs: null,
  waitsFor: null,
  siteUrl: 'http://molenwijk.localhost:8080',
  hasSite: true,
}

test('an entry that never was published has no receipt', () => {
  expect(parseReceipt({ data: null })).toBeNull()
})

test('moments become dates and everything else stays what it is', () => {
  expect(parseReceipt({ data: answer })).toMatchObject({
    state: 'live',
    liveAt: new Date('2026-11-22T13:03:12.000Z'),
    pages: 3,
    durationMs: 96,
    url: answer.url,
    error: null,
  })
})

test('a hold says since when, by whom and why', () => {
  const held = { by: 'de platformbeheerder', since: '2026-11-22T13:00:00.000Z', why: 'Even nakijken.' }
  expect(parseReceipt({ data: { ...answer, held } })?.held).toEqual({
    ...held,
    since: new Date('2026-11-22T13:00:00.000Z'),
  })
})

test('an address that is a path stands on the site of the wijk', () => {
  expect(parseReceipt({ data: { ...answer, url: '/over-ons/' } })?.url).toBe(
    'http://molenwijk.localhost:8080/over-ons/',
  )
})

test('an address that is no web address never becomes a link', () => {
  expect(parseReceipt({ data: { ...answer, url: 'javascript:alert(1)' } })?.url).toBeNull()
  expect(parseReceipt({ data: { ...answer, url: 'http://' } })?.url).toBeNull()
})

test.each([[{ data: { ...answer, state: 'done' } }], [{ data: {} }], [{}], ['<html>']])(
  'something else than a receipt is refused: %j',
  (body) => {
    expect(() => parseReceipt(body)).toThrow('[receipt]')
  },
)
