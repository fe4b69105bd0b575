import { afterAll, expect, test } from 'vitest'
import { keepPageBytes, readPage } from './page-bytes.ts'

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

test('an answer of text, or none, is read as ever', async () => {
  const response = new Response('BEGIN:VCALENDAR')
  expect(response.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
  expect(await text(response)).toBe('BEGIN:VCALENDAR')
  expect(await text(new Response(null))).toBe('')
})
