import type { Entry, Recurrence } from '@wijkpers/content'
import type { SegmentFile } from '@wijkpers/search'
import { termOf } from '@wijkpers/search/words'
import { describe, expect, test } from 'vitest'
import { aBusiness, anArticle, anEvent, aNotice, anOrganisation, aProject, aSite } from '../testing/a-site.ts'
import { searchFile, searchFileNames } from './search.ts'

/** The files of the index of a wijk with this entry alone. */
function filesOf(entry: Entry): SegmentFile[] {
  const site = aSite({ entries: [entry] })
  const names = searchFileNames(site).filter((name) => name !== 'index.json')
  return names.map((name) => JSON.parse(searchFile(site, name)) as SegmentFile)
}

describe('what a result says of an event', () => {
  const shownOf = (change: Parameters<typeof anEvent>[0]) =>
    filesOf(anEvent(change))
      .flatMap(({ shown = [] }) => shown)
      .map(([, , , label, date]) => [label, date])
  const recurrence: Recurrence = { pattern: 'weekly', lastDay: '2026-12-19', count: null, exceptions: [] }

  test('is when it is', () => {
    expect(shownOf({})).toEqual([['Agenda', '2026-06-06']])
  })

  test('is that it does not go on', () => {
    expect(shownOf({ isCancelled: true })).toEqual([['Afgelast · Agenda', '2026-06-06']])
  })

  test('is how often it comes back, and not its first day', () => {
    expect(shownOf({ recurrence })).toEqual([
      ['Agenda · Elke zaterdag, tot en met zaterdag 19 december 2026', null],
    ])
  })
})

test.each<[string, string, Entry]>([
  ['the author of an article', 'youssef', anArticle({ author: 'Youssef' })],
  ['the place of an event', 'kapel', anEvent({ place: 'De kapel' })],
  ['the street of an event', 'ringdijk', anEvent({ address: 'Ringdijk 3' })],
  ['the place of a notice', 'vijver', aNotice({ place: 'Bij de vijver' })],
  ['what an organisation helps with', 'schulden', anOrganisation({ helpsWith: 'Schulden en papieren' })],
  ['the street of an organisation', 'ringdijk', anOrganisation({ address: 'Ringdijk 3' })],
  ['the street of a business', 'ringdijk', aBusiness({ address: 'Ringdijk 3' })],
  ['the goal of a project', 'schaduw', aProject({ goal: 'Meer schaduw' })],
  ['the result of a project', 'bomen', aProject({ result: 'Tien bomen' })],
])('%s can be looked for', (_, word, entry) => {
  expect(
    filesOf(entry).flatMap(({ terms = '' }) => terms.split('\n').map((line) => line.split(' ')[0])),
  ).toContain(termOf(word))
})

test('whom to ask for cannot: a search is no way to a person', () => {
  const [file] = filesOf(anOrganisation({ contactName: 'Wilhelmina' }))
  expect(file?.terms).not.toContain(termOf('wilhelmina'))
})
