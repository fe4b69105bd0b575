import type { Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import {
  aBusiness,
  anEdition,
  anEvent,
  anInfoPage,
  anOrganisation,
  aNotice,
  aPerson,
  aProject,
  aSite,
} from '../testing/a-site.ts'
import { menuOf, type MenuItem } from './menu.ts'

const titles = (items: readonly MenuItem[] = []) => items.map(({ title }) => title)
const current = (items: readonly MenuItem[] = []) =>
  items.filter((item) => item.current).map(({ title, current }) => [title, current])

const info = [
  anInfoPage({ slug: 'contact' as Slug, title: 'Contact', position: 2 }),
  anInfoPage({ slug: 'over' as Slug, title: 'Over', position: 1 }),
]
const full = aSite({
  entries: [anEvent(), anOrganisation(), aNotice(), aBusiness(), aPerson(), aProject(), anEdition(), ...info],
})

describe('the menu of a small wijk', () => {
  const site = aSite({ entries: info })

  test('is all in sight, the info pages in the order that the editor gave', () => {
    const { main, search, more } = menuOf(site, '/nieuws/')
    expect(titles(main)).toEqual(['Nieuws', 'Over', 'Contact'])
    expect(search.title).toBe('Zoeken')
    expect(more).toBeNull()
  })

  test('has the agenda when there is, or was, something in it', () => {
    const entries = [anEvent({ startsAt: '2025-01-01T10:00:00.000Z', endsAt: null })]
    expect(titles(menuOf(aSite({ entries }), '/').main)).toEqual(['Nieuws', 'Agenda'])
  })

  test('tells where the reader is', () => {
    const currentAt = (path: string | null) => current(menuOf(site, path).main)
    expect(currentAt('/contact/')).toEqual([['Contact', 'page']])
    expect(currentAt('/nieuws/')).toEqual([['Nieuws', 'page']])
    expect(currentAt('/nieuws/lente/')).toEqual([['Nieuws', 'true']])
    expect(currentAt('/archief/2024/')).toEqual([['Nieuws', 'true']])
    expect(currentAt(null)).toEqual([])
  })
})

describe('the menu of a wijk with everything', () => {
  test('has five items in sight, and all of it behind "Meer"', () => {
    const { main, more } = menuOf(full, '/')
    expect(titles(main)).toEqual(['Nieuws', 'Agenda', 'Prikbord', 'Organisaties', 'Ondernemers'])
    expect(more!.groups.map(({ items }) => titles(items))).toEqual([
      ['Voorpagina', 'Nieuws', 'Agenda', 'Prikbord', 'Wijkkrant'],
      ['Organisaties', 'Ondernemers', 'Wie is wie', 'Projecten'],
      ['Over', 'Contact'],
    ])
  })

  test.each([
    ['/agenda/burendag/', ['Agenda', 'true'], false],
    ['/organisaties/de-brug/', ['Organisaties', 'true'], false],
    ['/wie-is-wie/', ['Wie is wie', 'page'], true],
    ['/contact/', ['Contact', 'page'], true],
  ])('tells on %s where that is, and whether "Meer" leads there', (path, item, isBehind) => {
    const { more } = menuOf(full, path)
    expect(more!.groups.flatMap(({ items }) => current(items))).toEqual([item])
    expect(more!.holdsCurrent).toBe(isBehind)
  })

  test('has no group without items', () => {
    const entries = [anEvent(), anOrganisation(), aNotice(), aBusiness()]
    const { more } = menuOf(aSite({ entries }), '/')
    expect(more!.groups.map(({ title }) => title)).toEqual(['Wat er speelt', 'In de wijk'])
  })
})
