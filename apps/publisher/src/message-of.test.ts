import { expect, test } from 'vitest'
import { messageOf } from './message-of.ts'

const refused = new Error('connect ECONNREFUSED 127.0.0.1:1337')
const failed = new TypeError('fetch failed', { cause: refused })

test.each([
  ['what a fetch failed for', failed, 'fetch failed (connect ECONNREFUSED 127.0.0.1:1337)'],
  [
    'what is beneath the reason that it gives itself',
    new Error('PUT /index.html: fetch failed', { cause: failed }),
    'PUT /index.html: fetch failed (connect ECONNREFUSED 127.0.0.1:1337)',
  ],
  [
    'nothing twice',
    new Error('the CMS: fetch failed (connect ECONNREFUSED 127.0.0.1:1337)', { cause: failed }),
    'the CMS: fetch failed (connect ECONNREFUSED 127.0.0.1:1337)',
  ],
  [
    'no list of faults',
    new Error('title is missing', { cause: new Error('[\n  {}\n]') }),
    'title is missing',
  ],
  ['what is no error', 'gone', 'gone'],
])('tells %s', (_what, error, told) => {
  expect(messageOf(error)).toBe(told)
})
