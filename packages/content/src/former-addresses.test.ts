import { expect, test } from 'vitest'
import type { Advertisement, Article, Entry, Event, Wijk } from './entries.ts'
import type { FormerAddress } from './former-addresses.ts'
import type { EntryId, Slug } from './ids.ts'
import { plain } from './plain.ts'
import { createSite, watched } from './site.ts'

const article = (id: string, slug: string): Article => ({
  kind: 'article',
  ...plain.article,
  id: id as EntryId,
  slug: slug as Slug,
  title: slug,
  firstPublishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
})
const was = (slug: string, entry: string, kind: FormerAddress['kind'] = 'article'): FormerAddress => ({
  kind,
  slug: slug as Slug,
  entry: entry as EntryId,
})
const siteOf = (entries: readonly Entry[], ...formerAddresses: readonly FormerAddress[]) =>
  createSite({
    wijk: {} as Wijk,
    siteUrl: '',
    now: '2026-06-01T10:00:00.000Z',
    photos: {},
    entries,
    formerAddresses,
  })

test('an address of an entry that is elsewhere by now leads there, however often it moved', () => {
  const site = siteOf([article('a', 'derde')], was('eerste', 'a'), was('tweede', 'a'))
  expect(site.formerPaths()).toEqual(['/nieuws/eerste/', '/nieuws/tweede/'])
  expect(site.formerPage('/nieuws/eerste/')).toEqual({ movedTo: '/nieuws/derde/' })
  expect(site.formerPage('/nieuws/tweede/')).toEqual({ movedTo: '/nieuws/derde/' })
})

test('an address of an entry that is not online any more says that it is gone', () => {
  const site = siteOf([], was('weg', 'a'))
  expect(site.formerPage('/nieuws/weg/')).toEqual({ movedTo: null })
})

test('where something is online, nothing is former: also when it is the entry that came back', () => {
  const site = siteOf([article('a', 'markt'), article('b', 'feest')], was('markt', 'a'), was('feest', 'a'))
  expect(site.formerPaths()).toEqual([])
  expect(site.formerPage('/nieuws/markt/')).toBeNull()
  expect(site.formerPage('/nieuws/nooit/')).toBeNull()
})

test('one kind has its own addresses', () => {
  const site = siteOf([article('a', 'markt')], was('markt', 'e', 'event'))
  expect(site.formerPaths()).toEqual(['/agenda/markt/'])
})

test('what never had a page of its own left no address behind, nor did a page where the site itself is by now', () => {
  const site = siteOf(
    [],
    was('jan', 'p', 'person'),
    was('korting', 'd', 'deal'),
    was('zoeken', 'i', 'infoPage'),
    was('archief', 'e', 'event'),
    was('soort', 'n', 'notice'),
  )
  expect(site.formerPaths()).toEqual([])
})

test('a text of the site itself is there again when the editors take theirs off', () => {
  expect(siteOf([], was('privacy', 'i', 'infoPage')).formerPaths()).toEqual([])
  expect(siteOf([], was('privacy', 'i', 'infoPage')).formerPage('/privacy/')).toBeNull()
  expect(siteOf([], was('privacy', 'a')).formerPaths()).toEqual(['/nieuws/privacy/'])
})

test('where an advertisement was until its last day is said that it is gone, from the day after on', () => {
  const advertisement = {
    kind: 'advertisement',
    id: 'r',
    slug: 'brood',
    sponsor: 'Bakker Bol',
    firstDay: '2026-05-01',
    lastDay: '2026-06-01',
  } as unknown as Advertisement
  const asked = (...entries: Advertisement[]) => {
    const site = siteOf(entries)
    const { answer, validUntil } = watched(site, () => site.formerPaths())
    return { answer, validUntil, page: site.formerPage('/sponsors/brood/') }
  }
  expect(asked({ ...advertisement, lastDay: '2026-05-31' })).toEqual({
    answer: ['/sponsors/brood/'],
    validUntil: null,
    page: { movedTo: null },
  })
  expect(asked(advertisement)).toEqual({ answer: [], validUntil: '2026-06-01T22:00:00.000Z', page: null })
})

test('an advertisement has a page for as long as it is paid for, and is gone then', () => {
  const advertisement = {
    kind: 'advertisement',
    id: 'r',
    slug: 'nieuw',
    sponsor: 'Bakker Bol',
    firstDay: '2026-05-01',
    lastDay: '2026-05-31',
  } as unknown as Advertisement
  const shown = { ...advertisement, lastDay: '2026-06-30' }
  expect(siteOf([shown], was('oud', 'r', 'advertisement')).formerPage('/sponsors/oud/')).toEqual({
    movedTo: '/sponsors/nieuw/',
  })
  expect(siteOf([advertisement], was('oud', 'r', 'advertisement')).formerPage('/sponsors/oud/')).toEqual({
    movedTo: null,
  })
})

test('a place whose address lost letters leads to the one that has them, unless another place is there', () => {
  const at = (place: string, slug: string): Event => ({
    kind: 'event',
    ...plain.event,
    id: slug as EntryId,
    slug: slug as Slug,
    title: slug,
    place,
    startsAt: '2026-06-02T10:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  })
  const twice = (place: string) => [at(place, `${place}1`), at(place, `${place}2`)]
  const site = siteOf([...twice('Kıraathane'), ...twice('De Brug')])
  expect(site.formerPaths()).toEqual(['/agenda/plek/k-raathane/'])
  expect(site.formerPage('/agenda/plek/k-raathane/')).toEqual({ movedTo: '/agenda/plek/kiraathane/' })
  expect(siteOf([...twice('Kıraathane'), ...twice('K. Raathane')]).formerPaths()).toEqual([])
})
