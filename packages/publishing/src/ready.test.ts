import type { Slug, Wijk, WijkId } from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import { beforeEach, expect, test } from 'vitest'
import { formatOf } from './formats/format-of.ts'
import { makeReady } from './ready.ts'

const wijk = 'wijk00000001' as WijkId
const molenwijk: Wijk = {
  ...plain.wijk,
  id: wijk,
  slug: 'molenwijk' as Slug,
  name: 'Molenwijk',
  colour: '#2f6f4e',
}
const settings = { sitesUrl: 'http://{slug}.localhost:8080', hub: null }
const changedAt = '2026-11-22T13:00:00.000Z'
const held = { release: 2, revision: 2, by: 'Beheer', since: changedAt, why: 'Een fout.' }

const live = {
  release: 3,
  revision: 3,
  changedAt,
  host: 'molenwijk.localhost',
  format: formatOf('aa1', settings),
  rollback: null as number | null,
  validity: { from: changedAt, until: '2026-11-23T23:00:00.000Z' },
  files: new Map([['index.html', 'hash of home']]),
}
let world = {
  live: live as typeof live | null,
  held: null as typeof held | null,
  made: 'hash of home',
  known: false,
  whileRead: () => undefined as unknown,
}
let done: string[] = []
beforeEach(() => {
  world = { live, held: null, made: 'hash of home', known: false, whileRead: () => undefined }
  done = []
})

const ready = () =>
  makeReady(wijk, {
    ...settings,
    now: () => new Date('2026-11-22T14:00:00.000Z'),
    photos: {
      file: () => Promise.reject(new Error('no photo')),
      document: () => Promise.reject(new Error()),
    },
    target: { live: () => world.live },
    content: {
      has: () => world.known,
      read() {
        world.whileRead()
        return Promise.resolve({
          revision: 3,
          changedAt,
          cmsStartedAt: changedAt,
          wijk: molenwijk,
          held: world.held,
          entries: new Map(),
          formerAddresses: [],
        })
      },
    },
    renderer: {
      format: 'aa1',
      files: [],
      knows: (_, release) => world.known && release === 3,
      render(_, basis) {
        done.push(`rendered upon ${basis}`)
        const body = () => Promise.resolve(Buffer.from(''))
        const home = { path: 'index.html', hash: world.made, size: 0, body, reason: { kind: 'everything' } }
        return Promise.resolve({
          basis: null,
          rendered: [home as never],
          kept: [],
          removed: [],
          validUntil: null,
          compareMs: 0,
          change: null,
          wentLive: (release) => void done.push(`is release ${release}`),
        })
      },
    },
  })

test('what is rendered just as it is live is what the next publish builds on, and is not rendered again', async () => {
  expect(await ready()).toBe('made')
  expect(done).toEqual(['rendered upon 3', 'is release 3'])
  world.known = true
  expect(await ready()).toBe('ready')
  expect(done).toHaveLength(2)
})

test('on what differs from what is live nothing is built', async () => {
  world.made = 'another hash'
  expect(await ready()).toBe('not-as-made')
  expect(done).toEqual(['rendered upon 3'])
})

test('a wijk that is published meanwhile is not made ready for a release that is live no more', async () => {
  world.whileRead = () => (world.live = { ...live, release: 4 })
  expect(await ready()).toBe('not-now')
  expect(done).toEqual([])
})

test.each([
  ['has no site', () => (world.live = null)],
  ['is held', () => (world.held = held)],
  ['shows an earlier release', () => (world.live = { ...live, rollback: 2 })],
  ['is due', () => (world.live = { ...live, revision: 2 })],
  ['is made in another site format', () => (world.live = { ...live, format: formatOf('bb2', settings) })],
  ['is outdated', () => (world.live = { ...live, validity: { ...live.validity, until: changedAt } })],
])('a wijk that %s is not made ready', async (_, become) => {
  become()
  expect(await ready()).toBe('not-now')
  expect(done).toEqual([])
})
