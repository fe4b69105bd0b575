import { shareCardOf, shareCardOfWijk, shareCardPath, type WijkState } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { describe, expect, test } from 'vitest'
import { anArticle, anEvent, aSite } from '../testing/a-site.ts'
import { contactOf } from './contact.ts'
import { frameOf } from './frame.ts'
import { phoneFrom } from './phone.ts'

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
    frameOf(site, head).head.alternates.flatMap(({ type, title }) => (type === 'text/calendar' ? title : []))
  expect(calendarsOf(aSite({ entries }))).toEqual(['Agenda van Bloemenbuurt'])
  expect(calendarsOf(aSite())).toEqual([])
})

describe('a wijk that', () => {
  const noticeIn = (state: WijkState, contactEmail: string | null = null) =>
    frameOf(aSite({ wijk: { state, contactEmail } }), head).top.notice

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

  test('rests says whom to call in words, and a phone can dial it', () => {
    const asking = (contact: string) =>
      frameOf(aSite({ wijk: { state: 'resting', rest: { since: null, why: '', contact } } }), head).top
        .notice!
    const { texts, contact } = asking('Petra van de gemeente, 019-555 01 40')
    expect(texts.at(-1)).toBe('Heb jij energie voor Bloemenbuurt? Meld je:')
    expect(contact).toMatchObject({
      email: null,
      phone: { before: 'Petra van de gemeente, ', number: { href: 'tel:0195550140' } },
    })
    const atTheLibrary = asking('Loop binnen bij de bibliotheek, op nummer 12')
    expect(atTheLibrary.contact).toBeNull()
    expect(atTheLibrary.texts.at(-1)).toContain('Loop binnen bij de bibliotheek')
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
      before: '',
      after: '',
      number: {
        text: '+31\u00a0(0)12\u00a0\u2011\u00a0345\u00a067\u00a089',
        href: 'tel:+31123456789',
      },
    })
  })
})

test.each([
  ['06 1234 5678 (na 18 uur)', '', '0612345678', ' (na 18 uur)'],
  ['06-12345678 / 0184-123456', '', '0612345678', ' / 0184-123456'],
  ['(0184) 12 34 56', '', '0184123456', ''],
  ['0184/123456', '', '0184123456', ''],
  ['Tel.: 019-555 01 40 (Ria)', 'Tel.: ', '0195550140', ' (Ria)'],
  ['ma-vr 9-17 uur: 06.12.34.56.78', 'ma-vr 9-17 uur: ', '0612345678', ''],
  ['06 12345678 18.00-20.00', '', '0612345678', ' 18.00-20.00'],
  ['0031 (0)6 - 123 456 78', '', '+31612345678', ''],
  ['+31 0612345678', '', '+31612345678', ''],
  ['(+31) 6 12345678', '', '+31612345678', ''],
  ['+32 471 12 34 56', '', '+32471123456', ''],
  ['0800-1234', '', '08001234', ''],
  ['0900 123 45 67 (10 ct)', '', '09001234567', ' (10 ct)'],
  ['bel 112', 'bel ', '112', ''],
  ['gemeente 14 0184', 'gemeente ', '140184', ''],
  ['116 117', '', '116117', ''],
])('of %j the number is dialled and nothing else', (written, before, number, after) => {
  const phone = phoneFrom(written)
  expect(phone).toMatchObject({ before, after, number: { href: `tel:${number}` } })
  const text = `${phone?.before}${phone?.number?.text}${phone?.after}`
  expect(text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-')).toBe(written)
})

test.each(['06 1234', '061234567890', 'vanaf 28-11-2026', '"><script>012', '1 '.repeat(4_000).trim()])(
  '%j is shown, and not dialled',
  (written) => {
    expect(phoneFrom(written)).toEqual({ before: written, after: '', number: null })
  },
)

describe('for other sites', () => {
  const valueOf = (property: string, change: object = {}) =>
    frameOf(aSite(), { ...head, ...change }).openGraph.find((one) => one.property === property)?.content

  test('addresses are absolute', () => {
    expect(valueOf('og:url')).toBe('https://wijk.example/nieuws/')
  })

  test('the card is shown first, because not every app knows the format of a photo', () => {
    const picture = { src: '/foto/1.webp', width: 1200, height: 800, bytes: 1, alt: 'Bollen', credit: null }
    const images = frameOf(aSite(), { ...head, picture } as Parameters<typeof frameOf>[1]).openGraph.flatMap(
      ({ property, content }) => (/^og:image(:type|:alt)?$/.test(property) ? content : []),
    )
    expect(images).toEqual([
      expect.stringMatching(/^https:\/\/wijk\.example\/deel\/.*\.png$/),
      'image/png',
      'Bloemenbuurt',
      'https://wijk.example/foto/1.webp',
      'image/webp',
      'Bollen',
    ])
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
