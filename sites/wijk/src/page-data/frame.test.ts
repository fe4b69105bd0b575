import { shareCardOf, shareCardOfWijk, shareCardPath, type WijkState } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { describe, expect, test } from 'vitest'
import { anArticle, anEvent, aSite } from '../testing/a-site.ts'
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

test('the calendar is named when there is, or was, something in the agenda', () => {
  const entries = [anEvent({ startsAt: '2025-01-01T10:00:00.000Z', endsAt: null })]
  const calendarsOf = (site: Site) =>
    frameOf(site, head).alternates.flatMap(({ type, title }) => (type === 'text/calendar' ? title : []))
  expect(calendarsOf(aSite({ entries }))).toEqual(['Agenda van Bloemenbuurt'])
  expect(calendarsOf(aSite())).toEqual([])
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
    expect(noticeIn('resting')?.texts).toHaveLength(1)
    expect(noticeIn('resting', 'buurt@wijk.example')?.texts.at(-1)).toContain('Meld je')
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
      text: '+31\u00a0(0)12\u00a0\u2011\u00a0345\u00a067\u00a089',
      href: 'tel:+31123456789',
    })
  })
})

describe('for other sites', () => {
  const valueOf = (property: string, change: object = {}) =>
    frameOf(aSite(), { ...head, ...change }).openGraph.find((one) => one.property === property)?.content

  test('addresses are absolute', () => {
    const picture = { src: '/foto/1.webp', width: 1200, height: 800, bytes: 1, alt: 'Bollen', credit: null }
    expect(valueOf('og:url')).toBe('https://wijk.example/nieuws/')
    expect(valueOf('og:image', { picture })).toBe('https://wijk.example/foto/1.webp')
    expect(valueOf('og:image:alt', { picture })).toBe('Bollen')
  })

  test('a page without a photo has the card of what it is about, or of the wijk', () => {
    const article = anArticle({ title: 'Lente' })
    const ofArticle = shareCardPath(shareCardOf(article, aSite().wijk())!)
    expect(valueOf('og:image', { card: shareCardOf(article, aSite().wijk()) })).toBe(
      `https://wijk.example${ofArticle}`,
    )
    expect(valueOf('og:image')).toBe(`https://wijk.example${shareCardPath(shareCardOfWijk(aSite().wijk()))}`)
    expect(valueOf('og:image:type')).toBe('image/png')
  })

  test('a card has another name when its title changes, and only then', () => {
    const pathOf = (change: object) => shareCardPath(shareCardOf(anArticle(change), aSite().wijk())!)
    expect(pathOf({ title: 'Herfst' })).not.toBe(pathOf({ title: 'Lente' }))
    expect(pathOf({ summary: 'Anders', body: [] })).toBe(pathOf({}))
  })

  test('the page that is not found has no address of its own', () => {
    const frame = frameOf(aSite(), { ...head, path: null })
    expect(frame.canonical).toBeNull()
    expect(frame.openGraph).toEqual([])
  })
})
