import { describe, expect, test } from 'vitest'
import { anArticle, anEvent, anInfoPage, anOrganisation, aSite, manyArticles } from '../testing/a-site.ts'
import { robotsTxt, sitemapPartXml, sitemapParts, sitemapXml } from './sitemap.ts'

test('the sitemap has the lists with something in them without a date, and every entry with the date of its last change', () => {
  const xml = sitemapXml(aSite({ entries: [anArticle(), anInfoPage(), anEvent(), anOrganisation()] }))
  expect(xml.match(/<url>.*<\/url>/g)).toEqual([
    '<url><loc>https://wijk.example/</loc></url>',
    '<url><loc>https://wijk.example/nieuws/</loc></url>',
    '<url><loc>https://wijk.example/agenda/</loc></url>',
    '<url><loc>https://wijk.example/organisaties/</loc></url>',
    '<url><loc>https://wijk.example/agenda/week/2026-w23/</loc></url>',
    '<url><loc>https://wijk.example/agenda/maand/2026-06/</loc></url>',
    '<url><loc>https://wijk.example/zoeken/</loc></url>',
    '<url><loc>https://wijk.example/volgen/</loc></url>',
    '<url><loc>https://wijk.example/op-je-eigen-site/</loc></url>',
    '<url><loc>https://wijk.example/contact/</loc></url>',
    '<url><loc>https://wijk.example/colofon/</loc></url>',
    '<url><loc>https://wijk.example/huisregels/</loc></url>',
    '<url><loc>https://wijk.example/privacy/</loc></url>',
    '<url><loc>https://wijk.example/toegankelijkheid/</loc></url>',
    '<url><loc>https://wijk.example/over-de-wijk/</loc><lastmod>2026-02-01T09:00:00.000Z</lastmod></url>',
    '<url><loc>https://wijk.example/nieuws/lente/</loc><lastmod>2026-03-29T09:30:00.000Z</lastmod></url>',
    '<url><loc>https://wijk.example/agenda/burendag/</loc><lastmod>2026-05-20T09:00:00.000Z</lastmod></url>',
    '<url><loc>https://wijk.example/organisaties/de-brug/</loc><lastmod>2026-02-01T09:00:00.000Z</lastmod></url>',
  ])
})

test('robots.txt shows the way to the sitemap', () => {
  expect(robotsTxt(aSite())).toContain('Sitemap: https://wijk.example/sitemap.xml')
})

test('a month of events that are over has its page in the sitemap', () => {
  const entries = [anEvent({ startsAt: '2026-04-27T08:00:00.000Z', endsAt: null })]
  expect(sitemapXml(aSite({ entries }))).toContain('<loc>https://wijk.example/agenda/archief/2026-04/</loc>')
})

describe('a large wijk', () => {
  const entries = [...manyArticles(1_010, '2026-05-31'), anInfoPage(), anEvent(), anOrganisation()]
  const locs = (xml: string) => Array.from(xml.matchAll(/<loc>(.*?)<\/loc>/g), ([, loc]) => loc)

  test('has a sitemap of sitemaps: one for each year of news, and one for all else', () => {
    const site = aSite({ entries })
    expect(sitemapParts(site)).toEqual(['wijk', '2026', '2025', '2024', '2023'])
    expect(locs(sitemapXml(site))).toEqual(
      sitemapParts(site).map((part) => `https://wijk.example/sitemap-${part}.xml`),
    )
  })

  test('has each address in one part, with its date', () => {
    const site = aSite({ entries })
    const found = sitemapParts(site).flatMap((part) => locs(sitemapPartXml(site, part)))
    const wanted = site.addresses().map(({ path }) => `https://wijk.example${path}`)
    expect(found).toEqual(expect.arrayContaining(wanted))
    expect(new Set(found).size).toBe(found.length)
    expect(found).toContain('https://wijk.example/archief/2024/')
    expect(sitemapPartXml(site, '2026')).toContain('<lastmod>2026-05-31T10:00:00.000Z</lastmod>')
  })

  test('that is not so large has one', () => {
    expect(sitemapParts(aSite({ entries: entries.slice(20) }))).toEqual([])
  })
})
