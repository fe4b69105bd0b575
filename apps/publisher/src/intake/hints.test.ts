import { describe, expect, test } from 'vitest'
import { judgeHint } from './hints.ts'
import { sign } from './signature.ts'

const secret = 'een geheim van de wijk'
const now = new Date('2026-11-22T13:03:00Z')
const seconds = String(now.getTime() / 1000)
const body = '{"wijk":"u4w2rqyc8m1zl6tl4z8x5k2e"}'
const signed = (over: { timestamp?: string; body?: string } = {}) => {
  const timestamp = over.timestamp ?? seconds
  const text = over.body ?? body
  return { timestamp, body: text, signature: sign(timestamp, text, secret) }
}

test('a signed hint is taken, and so is its replay', () => {
  expect(judgeHint(signed(), secret, now)).toEqual({ status: 202, wijk: 'u4w2rqyc8m1zl6tl4z8x5k2e' })
  expect(judgeHint(signed(), secret, new Date(now.getTime() + 299_000)).status).toBe(202)
})

describe('a hint is refused with 401 when', () => {
  test.each([
    ['another secret signed it', { ...signed(), signature: sign(seconds, body, 'ander') }],
    ['its body was changed', { ...signed(), body: body.replace('u4w', 'x4w') }],
    ['its time was changed', { ...signed(), timestamp: String(Number(seconds) + 1) }],
    ['it is stale', signed({ timestamp: String(Number(seconds) - 301) })],
    ['it comes from the future', signed({ timestamp: String(Number(seconds) + 301) })],
    ['its time is no number', signed({ timestamp: '1e9' })],
    ['it has no signature', { ...signed(), signature: undefined }],
    ['it has no time', { ...signed(), timestamp: undefined }],
    ['its signature is empty', { ...signed(), signature: '' }],
  ])('%s', (_when, hint) => {
    expect(judgeHint(hint, secret, now).status).toBe(401)
  })
})

test.each(['', '{', '[]', 'null', '{"wijk":7}', '{"wijk":"../.."}', '{}'])(
  'a signed body of %j is malformed: 400 with what was expected',
  (text) => {
    const verdict = judgeHint(signed({ body: text }), secret, now)
    expect(verdict).toMatchObject({
      status: 400,
      reason: expect.stringContaining('expected {"wijk":"<documentId>"}'),
    })
  },
)
