import { expect, test } from 'vitest'
import { makePlan } from './plan.ts'

const file = (path: string, hash = `hash of ${path}`) => ({ path, hash, size: 1 })
const live = (...paths: string[]) => new Map(paths.map((path) => [path, `hash of ${path}`]))
const all = (...rendered: ReturnType<typeof file>[]) => ({ basis: null, rendered, kept: [], removed: [] })

test('the first publish puts everything', () => {
  const wanted = [file('index.html'), file('rss.xml')]
  expect(makePlan({ live: new Map(), pages: all(...wanted), carried: [file('foto/a.webp')] })).toEqual({
    put: [...wanted, file('foto/a.webp')],
    remove: [],
    isEmpty: false,
    pages: 1,
    proof: file('index.html'),
  })
})

test('what is live with the same bytes stays untouched', () => {
  const plan = makePlan({
    live: live('index.html', 'rss.xml'),
    pages: all(file('index.html'), file('rss.xml', 'nieuw')),
    carried: [],
  })
  expect(plan).toMatchObject({ put: [file('rss.xml', 'nieuw')], remove: [], pages: 0 })
})

test('a page that is no longer made is removed', () => {
  const plan = makePlan({
    live: live('index.html', 'weg/index.html'),
    pages: all(file('index.html')),
    carried: [],
  })
  expect(plan).toMatchObject({ put: [], remove: ['weg/index.html'], proof: null })
})

test('pages that were not touched stay when only the touched ones were rendered', () => {
  const plan = makePlan({
    live: live('index.html', 'a/index.html', 'b/index.html', 'foto/oud.webp', '_astro/a.css'),
    pages: {
      basis: 7,
      rendered: [file('a/index.html', 'nieuw')],
      kept: [],
      removed: ['b/index.html', 'was-er-nooit/index.html'],
    },
    carried: [file('_astro/a.css')],
  })
  expect(plan).toMatchObject({
    put: [file('a/index.html', 'nieuw')],
    remove: ['b/index.html', 'foto/oud.webp'],
    pages: 1,
  })
})

test('a wijk that is taken down loses every file', () => {
  const plan = makePlan({ live: live('index.html', 'foto/a.webp'), pages: all(), carried: [] })
  expect(plan).toMatchObject({ put: [], remove: ['index.html', 'foto/a.webp'] })
})

test('what is live and was not made again stays, also when all pages were made', () => {
  const pages = { ...all(file('index.html', 'anders')), kept: ['deel/a.png'] }
  const plan = makePlan({ live: live('index.html', 'deel/a.png', 'deel/b.png'), pages, carried: [] })
  expect(plan).toMatchObject({ put: [file('index.html', 'anders')], remove: ['deel/b.png'] })
})

test('what proves a plan is a page that a reader gets to see, not an address that was left', () => {
  const left = { ...file('a/index.html'), movedTo: '/b/' }
  const plan = (...rendered: ReturnType<typeof file>[]) =>
    makePlan({ live: new Map(), pages: all(...rendered), carried: [] }).proof
  expect(plan(left, file('b/index.html'))).toEqual(file('b/index.html'))
  expect(plan(left, file('rss.xml'))).toEqual(file('rss.xml'))
  expect(plan(left)).toBeNull()
})
