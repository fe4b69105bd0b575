import type { Document, Edition, Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anArticle, anEdition, aSite, paragraphs } from '../testing/a-site.ts'
import { editionPage } from './edition.ts'

const pdfOf = (more: Partial<Document> = {}): Document => ({
  url: '/uploads/wiek.pdf',
  version: '1',
  ...more,
})
const edition = (change: Partial<Edition> = {}) =>
  anEdition({ slug: 'wiek-4' as Slug, body: [], pdf: pdfOf(), ...change })
const pageOf = (change: Partial<Edition> = {}) =>
  editionPage(
    aSite({ wijk: { contactEmail: 'post@wijk.example' }, entries: [edition(change)] }),
    'wiek-4' as Slug,
  )

test.each([
  [2_310_000, 'pdf, 2,3 MB'],
  [999_600, 'pdf, 1000 kB'],
  [812_001, 'pdf, 813 kB'],
  [null, 'pdf'],
])('a pdf of %s bytes says so: %s', (bytes, size) => {
  expect(pageOf({ pdf: pdfOf({ bytes }) }).pdf?.size).toBe(size)
})

describe('what there is as a pdf alone', () => {
  test.each([
    [true, /kan die voorlezen/],
    [false, /niet goed voor te lezen/],
    [null, /misschien niet goed voor te lezen/],
  ])('says whether it can be read out, and whom to ask for the text: %s', (isTagged, text) => {
    const { pdfAlone } = pageOf({ pdf: pdfOf({ isTagged }) })
    expect(pdfAlone?.text).toMatch(text)
    expect(pdfAlone?.text).toMatch(/Vraag erom/)
    expect(pdfAlone?.contact?.email).toBe('post@wijk.example')
  })

  test('is not what can be read on the site as well', () => {
    expect(pageOf({ body: paragraphs('De tekst.') }).pdfAlone).toBeNull()
    expect(pageOf({ pdf: null }).pdfAlone).toBeNull()
    const withStory = edition()
    const entries = [withStory, anArticle({ edition: withStory.id })]
    expect(editionPage(aSite({ entries }), 'wiek-4' as Slug).pdfAlone).toBeNull()
  })

  test('promises nothing where nobody is there any more', () => {
    const wijk = { state: 'resting', contactEmail: 'post@wijk.example' } as const
    const { pdfAlone } = editionPage(aSite({ wijk, entries: [edition()] }), 'wiek-4' as Slug)
    expect(pdfAlone).toMatchObject({ contact: null })
    expect(pdfAlone?.text).not.toMatch(/Vraag erom/)
  })
})
