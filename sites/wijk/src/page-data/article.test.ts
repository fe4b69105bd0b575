import type { Slug } from '@wijkpers/content'
import { photoKey } from '@wijkpers/content/site'
import { describe, expect, test } from 'vitest'
import {
  anArticle,
  anInfoPage,
  anOrganisation,
  aPhoto,
  aSite,
  manyArticles,
  paragraphs,
} from '../testing/a-site.ts'
import { articlePage } from './article.ts'
import { homePage } from './home.ts'

const slug = 'lente' as Slug
const pageOf = (change: Parameters<typeof anArticle>[0] = {}) =>
  articlePage(aSite({ entries: [anArticle({ slug, ...change })] }), slug)

test('an article that does not exist has no page', () => {
  expect(() => articlePage(aSite(), slug)).toThrow('no article with the slug lente')
})

describe('the date of the last change', () => {
  test('is not shown when it was on the day of publishing: a typing error is no news', () => {
    expect(pageOf({ updatedAt: '2026-03-29T20:00:00.000Z' }).updated).toBeNull()
  })

  test('is shown when it was on a later day', () => {
    expect(pageOf({ updatedAt: '2026-03-30T20:00:00.000Z' }).updated?.text).toBe('maandag 30 maart 2026')
  })

  test('is not shown when the editor moved the date of publishing past it', () => {
    expect(pageOf({ updatedAt: '2026-03-01T20:00:00.000Z' }).updated).toBeNull()
  })
})

test('the way on is to the article before it, and to all news', () => {
  const site = aSite({ entries: manyArticles(3) })
  const page = articlePage(site, 'bericht-2' as Slug)
  expect(page.older).toMatchObject({ label: 'Ouder bericht', title: 'Bericht 1' })
  expect(page.more).toEqual([{ href: '/nieuws/', title: 'Al het nieuws' }])
  expect(articlePage(site, 'bericht-1' as Slug).older).toBeNull()
})

describe('an article of an organisation about a topic', () => {
  const organisation = anOrganisation()
  const article = anArticle({ slug, organisation: organisation.id, topic: 'green' })

  test('has links to both, where it begins and where it ends', () => {
    const page = articlePage(aSite({ entries: [article, organisation] }), slug)
    expect(page.organisation).toEqual({ href: '/organisaties/de-brug/', title: 'Buurthuis De Brug' })
    expect(page.more).toEqual([
      { href: '/organisaties/de-brug/', title: 'Meer van Buurthuis De Brug' },
      { href: '/thema/groen-en-natuur/', title: 'Meer over groen en natuur' },
      { href: '/nieuws/', title: 'Al het nieuws' },
    ])
  })

  test('that is not published stands by itself', () => {
    const page = articlePage(aSite({ entries: [article] }), slug)
    expect(page.organisation).toBeNull()
    expect(page.more.map(({ href }) => href)).toEqual(['/thema/groen-en-natuur/', '/nieuws/'])
  })
})

test('an article without text says so', () => {
  expect(pageOf({ body: [] })).toMatchObject({
    body: expect.stringContaining('geen tekst'),
    readingTime: null,
  })
})

describe('the photo', () => {
  const photo = aPhoto({ url: '/uploads/bol.jpg', version: '2', alt: 'Bollen', maker: 'Noor' })

  const narrow = [{ src: '/foto/1-400.webp', width: 400 }]
  const photos = { [photoKey(photo)]: { src: '/foto/1.webp', width: 1200, height: 800, bytes: 1, narrow } }

  test('is shown with its text, in the widths there are', () => {
    const site = aSite({ entries: [anArticle({ slug, photo })], photos })
    expect(articlePage(site, slug).picture).toEqual({
      src: '/foto/1.webp',
      width: 1200,
      height: 800,
      bytes: 1,
      srcset: '/foto/1-400.webp 400w, /foto/1.webp 1200w',
      focus: '',
      alt: 'Bollen',
      credit: { text: 'Beeld: Noor, eigen werk', licence: null },
    })
  })

  test('that is cut keeps in sight what the editor pointed at', () => {
    const pointed = { ...photo, focus: { x: 12, y: 100 } }
    const site = aSite({ entries: [anArticle({ slug, photo: pointed })], photos })
    expect(articlePage(site, slug).picture?.focus).toBe('focus-x1 focus-y10')
  })

  test('is left out when no file could be made of it', () => {
    expect(pageOf({ photo }).picture).toBeNull()
  })
})

describe('structured data', () => {
  test('tells the facts of the article', () => {
    expect(JSON.parse(pageOf().structuredData)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Lente in de straat',
      url: 'https://wijk.example/nieuws/lente/',
      datePublished: '2026-03-29T09:30:00.000Z',
      publisher: { name: 'Bloemenbuurt' },
    })
  })

  test('says what the article is written in, as its page and the lists do', () => {
    const { structuredData, spoken } = pageOf({ language: 'persian' })
    expect(JSON.parse(structuredData)).toMatchObject({ inLanguage: 'fa' })
    expect(spoken).toEqual({ lang: 'fa', dir: 'rtl' })
    expect(pageOf().spoken).toEqual({ lang: undefined, dir: 'auto' })
    const entries = [anArticle({ language: 'turkish' }), anInfoPage({ language: 'polish' })]
    const { lead, about } = homePage(aSite({ entries }))
    expect([lead?.spoken.lang, about?.links[0]?.lang]).toEqual(['tr', 'pl'])
  })

  test('cannot end its script element', () => {
    const { structuredData } = pageOf({ title: '</script><!--<script>', body: paragraphs('x') })
    expect(structuredData).not.toContain('<')
    expect(JSON.parse(structuredData)).toMatchObject({ headline: '</script><!--<script>' })
  })
})
