import type { Slug, WijkState } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anEvent, anInfoPage, anOrganisation, aSite } from '../testing/a-site.ts'
import { contactOf, frameOf } from './frame.ts'

const head = { path: '/nieuws/', title: 'Nieuws', description: 'Al het nieuws' }

describe('the title', () => {
  test('of the home page is the name of the wijk, with its line', () => {
    const site = aSite({ wijk: { tagline: 'Waar het bloeit' } })
    expect(frameOf(site, { ...head, path: '/', title: null }).title).toBe('Bloemenbuurt – Waar het bloeit')
  })

  test('of another page ends with the name of the wijk', () => {
    expect(frameOf(aSite(), head).title).toBe('Nieuws – Bloemenbuurt')
  })
})

describe('the menu', () => {
  const site = aSite({
    entries: [
      anInfoPage({ slug: 'contact' as Slug, title: 'Contact', position: 2 }),
      anInfoPage({ slug: 'over' as Slug, title: 'Over', position: 1 }),
    ],
  })
  const currentAt = (path: string) =>
    frameOf(site, { ...head, path })
      .menu.filter(({ current }) => current)
      .map(({ title, current }) => [title, current])

  test('has the info pages in the order that the editor gave', () => {
    expect(frameOf(site, head).menu.map(({ title }) => title)).toEqual([
      'Voorpagina',
      'Nieuws',
      'Over',
      'Contact',
      'Zoeken',
    ])
  })

  test('has the agenda and the organisations only when there are any', () => {
    const entries = [anEvent({ startsAt: '2025-01-01T10:00:00.000Z', endsAt: null }), anOrganisation()]
    const full = frameOf(aSite({ entries }), head)
    expect(full.menu.map(({ title }) => title)).toEqual([
      'Voorpagina',
      'Nieuws',
      'Agenda',
      'Organisaties',
      'Zoeken',
    ])
    expect(full.calendarTitle).toBe('Agenda van Bloemenbuurt')
    expect(frameOf(site, head).calendarTitle).toBeNull()
  })

  test('tells on the page of an event and of an organisation to which list they belong', () => {
    const full = aSite({ entries: [anEvent(), anOrganisation()] })
    const currentOn = (path: string) =>
      frameOf(full, { ...head, path }).menu.filter(({ current }) => current === 'true')
    expect(currentOn('/agenda/burendag/')).toMatchObject([{ title: 'Agenda' }])
    expect(currentOn('/organisaties/de-brug/')).toMatchObject([{ title: 'Organisaties' }])
  })

  test('tells where the reader is', () => {
    expect(currentAt('/')).toEqual([['Voorpagina', 'page']])
    expect(currentAt('/contact/')).toEqual([['Contact', 'page']])
    expect(currentAt('/nieuws/lente/')).toEqual([['Nieuws', 'true']])
    expect(currentAt('/archief/2024/')).toEqual([['Nieuws', 'true']])
  })
})

describe('a wijk that', () => {
  const noticeIn = (state: WijkState, contactEmail: string | null = null) =>
    frameOf(aSite({ wijk: { state, contactEmail } }), head).notice

  test('is active has no notice', () => {
    expect(noticeIn('active')).toBeNull()
  })

  test.each(['resting', 'archived'] as const)('is %s says so on every page', (state) => {
    expect(noticeIn(state)).toMatchObject({ title: expect.stringContaining('Deze site'), contact: null })
  })

  test('rests asks for new energy only when somebody can be reached', () => {
    expect(noticeIn('resting')?.text).not.toContain('contact')
    expect(noticeIn('resting', 'buurt@wijk.example')?.text).toContain('contact')
  })
})

describe('contact', () => {
  const contactIn = (contactPhone: string | null, contactEmail: string | null = null) =>
    contactOf(aSite({ wijk: { contactPhone, contactEmail } }))

  test('is left out when there is none', () => {
    expect(contactIn(null)).toBeNull()
    expect(contactIn('volgt nog')).toBeNull()
  })

  test('a phone number is shown as it was written, on one line, and dialled as digits', () => {
    expect(contactIn('+31 (0)12 - 345 67 89')?.phone).toEqual({
      text: '+31\u00a0(0)12\u00a0-\u00a0345\u00a067\u00a089',
      href: 'tel:+31123456789',
    })
  })
})

describe('for other sites', () => {
  const valueOf = (property: string, change: object = {}) =>
    frameOf(aSite(), { ...head, ...change }).openGraph.find((one) => one.property === property)?.content

  test('addresses are absolute', () => {
    const picture = { src: '/foto/1.webp', width: 1200, height: 800, alt: 'Bollen', credit: null }
    expect(valueOf('og:url')).toBe('https://wijk.example/nieuws/')
    expect(valueOf('og:image', { picture })).toBe('https://wijk.example/foto/1.webp')
    expect(valueOf('og:image:alt', { picture })).toBe('Bollen')
  })

  test('a page without a photo promises none', () => {
    expect(valueOf('og:image')).toBeUndefined()
  })

  test('the page that is not found has no address of its own', () => {
    const frame = frameOf(aSite(), { ...head, path: null })
    expect(frame.canonical).toBeNull()
    expect(frame.openGraph).toEqual([])
  })
})
