import { expect, test } from 'vitest'
import { fileBeside, filesBeside, pageBeside } from './files-beside.ts'

test.each([
  ['agenda/markt.ics', { page: 'agenda/markt/index.html', end: '.ics' }],
  ['organisaties/brug/rss.xml', { page: 'organisaties/brug/index.html', end: '/rss.xml' }],
  ['organisaties/brug/agenda.ics', { page: 'organisaties/brug/index.html', end: '/agenda.ics' }],
  ['agenda/week/2026-w48/index.html', null],
  ['agenda/week/2026-w48.ics', null],
  ['organisaties/rss.xml', null],
  ['organisaties/brug.ics', null],
  ['prikbord/fiets.ics', null],
  ['agenda.ics', null],
  ['rss.xml', null],
])('%s goes with the page of an entry, or with none', (path, page) => {
  expect(pageBeside(path)).toEqual(page)
})

test('what goes with a page goes where the page goes', () => {
  expect(filesBeside('/agenda/markt').map((end) => fileBeside('/agenda/feest/', end))).toEqual([
    '/agenda/feest.ics',
  ])
  expect(filesBeside('/organisaties/brug').map((end) => fileBeside('/organisaties/de-brug/', end))).toEqual([
    '/organisaties/de-brug/rss.xml',
    '/organisaties/de-brug/feed.json',
    '/organisaties/de-brug/agenda.ics',
  ])
  expect([filesBeside('/over-ons'), filesBeside('/nieuws/markt')]).toEqual([[], []])
})
