import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WijkId } from '@wijkpers/content'
import type { FileWithBody } from '@wijkpers/publishing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncements } from './announcements.ts'
import type { OpenReceipt } from './receipts.ts'

const wijk = 'wijkwijkwijk' as WijkId
const site = { slug: 'linde', name: 'Linde', url: 'https://linde.example' }
const file = (path: string): FileWithBody => ({
  path,
  hash: '',
  size: 0,
  body: () => Promise.resolve(new Uint8Array()),
})
const live = { release: 1, url: site.url, pages: 1 }
const receipt = { live: () => Promise.resolve() } as Partial<OpenReceipt> as OpenReceipt

const failed = () => expect.fail('nothing fails here')
let heard: string[]
let status: number
const hub = createServer((request, response) => {
  void (async () => {
    let body = ''
    for await (const part of request) body += String(part)
    heard.push(`${request.method} ${body}`)
    response.writeHead(status).end()
  })()
})
beforeEach(async () => {
  heard = []
  status = 204
  hub.listen(0, '127.0.0.1')
  await once(hub, 'listening')
})
afterEach(() => void hub.close())
const address = () => `http://127.0.0.1:${(hub.address() as AddressInfo).port}/hub`

test('a hub hears of every feed that changed, when readers can see it, and once', async () => {
  const announcements = createAnnouncements({ hub: address(), onFailed: failed })
  announcements.made({ wijk, site, put: ['index.html', 'rss.xml', 'organisaties/brug/feed.json'].map(file) })
  expect(heard).toEqual([])
  await announcements.through(wijk, receipt).live(live)
  await expect
    .poll(() => heard)
    .toEqual([
      'POST hub.mode=publish&hub.url=https%3A%2F%2Flinde.example%2Frss.xml',
      'POST hub.mode=publish&hub.url=https%3A%2F%2Flinde.example%2Forganisaties%2Fbrug%2Ffeed.json',
    ])
  await announcements.through(wijk, receipt).live(live)
  announcements.made({ wijk, site, put: [file('feed.json')] })
  await announcements.through(wijk, receipt).live(live)
  await expect.poll(() => heard).toHaveLength(3)
})

test('a hub that refuses hurts no publish, and is told of', async () => {
  status = 500
  const onFailed = vi.fn<(error: unknown, feeds: readonly string[]) => void>()
  const announcements = createAnnouncements({ hub: address(), onFailed })
  announcements.made({ wijk, site, put: [file('rss.xml')] })
  await announcements.through(wijk, receipt).live(live)
  await expect.poll(() => onFailed).toHaveBeenCalledOnce()
  expect(String(onFailed.mock.calls[0]![0])).toContain('answered 500')
})

test('without a hub nobody is told', () => {
  const announcements = createAnnouncements({ hub: null, onFailed: failed })
  expect(announcements.through(wijk, receipt)).toBe(receipt)
})
