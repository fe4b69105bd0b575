import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError, InvalidContentError, type WijkRevision } from '@wijkpers/content/strapi'
import type { FirstSite, Readied } from '@wijkpers/publishing'
import { expect, test } from 'vitest'
import { createReadiness } from './readiness.ts'

const [molenwijk, parkwijk, dorp] = ['wijk00000001', 'wijk00000002', 'wijk00000003'] as WijkId[]
const changed = (id: WijkId, changedAt: string, slug: string | null = id) =>
  ({ id, slug, changedAt }) as WijkRevision

function readinessInTest(all: readonly WijkRevision[] | null = []) {
  const made: WijkId[] = []
  const ended: string[] = []
  const world = {
    all,
    makeReady: (): Promise<Readied> => Promise.resolve('made'),
    release: 1,
    held: new Set<WijkId>(),
  }
  const readiness = createReadiness({
    makeReady(wijk) {
      made.push(wijk)
      return world.makeReady()
    },
    target: {
      live: () => ({ release: world.release, host: 'molenwijk.localhost', format: 'aa1' }) as FirstSite,
    },
    wijken: () => world.all,
    isHeld: (wijk) => world.held.has(wijk),
    onEnded: (wijk, result) => ended.push(`${wijk} ${result}`),
    now: () => new Date('2026-11-27T12:00:00Z'),
  })
  const untilNothingIsLeft = async () => {
    while (await readiness.chore.next());
    return made
  }
  return { readiness, made, ended, world, untilNothingIsLeft }
}

test('after a start those that were changed last go first, and of those that are quiet nothing is kept', async () => {
  const { untilNothingIsLeft } = readinessInTest([
    changed(molenwijk!, '2026-11-20T12:00:00.000Z'),
    changed(parkwijk!, '2026-11-26T12:00:00.000Z'),
    changed(dorp!, '2026-09-01T12:00:00.000Z'),
    changed('wijk00000004' as WijkId, '2026-11-27T12:00:00.000Z', null),
  ])
  expect(await untilNothingIsLeft()).toEqual([parkwijk, molenwijk])
})

test('whoever somebody works in goes first, also when that was heard before anything else was known', async () => {
  const { readiness, world, made, untilNothingIsLeft } = readinessInTest(null)
  readiness.ask(dorp!)
  await untilNothingIsLeft()
  world.all = [changed(molenwijk!, '2026-11-20T12:00:00.000Z')]
  readiness.ask(dorp!)
  await untilNothingIsLeft()
  readiness.ask(parkwijk!)
  await untilNothingIsLeft()
  expect(made).toEqual([dorp, dorp, molenwijk, parkwijk])
})

test('one that cannot be made ready is told and left; while the CMS is away nobody is', async () => {
  const { readiness, world, ended, untilNothingIsLeft } = readinessInTest()
  readiness.ask(molenwijk!)
  world.makeReady = () => Promise.reject(new CmsUnavailableError('weg'))
  await expect(readiness.chore.next()).rejects.toThrow('weg')
  world.makeReady = () => Promise.reject(new Error('kapot'))
  await untilNothingIsLeft()
  readiness.ask(molenwijk!)
  world.makeReady = () => Promise.resolve('not-now')
  await untilNothingIsLeft()
  expect(ended).toEqual([`${molenwijk} failed`, `${molenwijk} not-now`])
})

test('a publish of the wijk that is being made ready waits for that, and one of another wijk does not', async () => {
  const { readiness, world } = readinessInTest()
  const { promise, resolve } = Promise.withResolvers<Readied>()
  world.makeReady = () => promise
  readiness.ask(molenwijk!)
  const chore = readiness.chore.next()
  await readiness.ended(parkwijk!)
  let isOver = false
  const waiting = readiness.ended(molenwijk!).then(() => (isOver = true))
  await Promise.resolve()
  expect(isOver).toBe(false)
  resolve('made')
  await Promise.all([chore, waiting])
  await readiness.ended(molenwijk!)
})

test('of more wijken than are kept the last ones are made ready, and after a start half as many', async () => {
  const ids = Array.from({ length: 251 }, (_, index) => `wijk${String(index).padStart(8, '0')}` as WijkId)
  const { readiness, made, world, untilNothingIsLeft } = readinessInTest(null)
  for (const wijk of ids) readiness.ask(wijk)
  expect(await untilNothingIsLeft()).toEqual(ids.slice(1).toReversed())
  made.length = 0
  world.all = ids.map((id, second) =>
    changed(id, new Date(Date.UTC(2026, 10, 26, 0, 0, second)).toISOString()),
  )
  expect(await untilNothingIsLeft()).toEqual(ids.slice(-125).toReversed())
})

test('one that is held, or was not as it is made now, is not tried again before it has another release', async () => {
  const { readiness, world, made, ended, untilNothingIsLeft } = readinessInTest()
  const askAgain = async () => {
    readiness.ask(molenwijk!)
    await untilNothingIsLeft()
  }
  world.makeReady = () => Promise.resolve('not-as-made')
  await askAgain()
  await askAgain()
  world.release = 2
  await askAgain()
  world.held.add(molenwijk!)
  await askAgain()
  expect(made).toEqual([molenwijk, molenwijk])
  expect(ended.map((each) => each.split(' ')[1])).toEqual([
    'not-as-made',
    'not-now',
    'not-as-made',
    'not-now',
  ])
  world.held.clear()
  world.release = 3
  // Of an entry that cannot be read its publish tells.
  world.makeReady = () => Promise.reject(new InvalidContentError('slug', { title: 'Lente' }))
  await askAgain()
  expect(ended.at(-1)).toBe(`${molenwijk} not-now`)
})
