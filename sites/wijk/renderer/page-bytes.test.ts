import { afterAll, expect, test } from 'vitest'
import { encode, keepPageBytes, readPage } from './page-bytes.ts'

const stock = globalThis.Response
keepPageBytes()
afterAll(() => {
  globalThis.Response = stock
})
const text = async (response: Response) => Buffer.from(await readPage(response)).toString()

test('the bytes of an answer are those that it was made of, and all else of it is as ever', async () => {
  const bytes = Buffer.from('<!doctype html>')
  const response = new Response(bytes, { status: 404, headers: { 'content-type': 'text/html' } })
  expect(await readPage(response)).toBe(bytes)
  expect(response).toBeInstanceOf(stock)
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html'])
})

test('an answer of text has its bytes too, and says what it is as ever', async () => {
  const response = new Response('BEGIN:VCALENDAR één \ud800')
  expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
  expect(await text(response)).toBe('BEGIN:VCALENDAR één \ufffd')
  const feed = new Response('<rss/>', { headers: { 'content-type': 'application/rss+xml' } })
  expect([feed.headers.get('content-type'), await text(feed)]).toEqual(['application/rss+xml', '<rss/>'])
})

test('an answer of a stream, or none, is read as ever', async () => {
  expect(await text(new Response(new Blob(['stroom']).stream()))).toBe('stroom')
  expect(await text(new Response(null))).toBe('')
})

test.each(['', 'één – 😀', 'half a letter \ud83d', '\udc00', 'a'.repeat(600_000), '€'.repeat(600_000)])(
  'a text is encoded as a TextEncoder does it',
  (text) => {
    expect(Buffer.compare(encode(text), new TextEncoder().encode(text))).toBe(0)
  },
)

test('bytes that were made stay as they are when others are made', () => {
  const first = encode('eerst – dit')
  encode('daarna – dat')
  expect(Buffer.from(first).toString()).toBe('eerst – dit')
})
