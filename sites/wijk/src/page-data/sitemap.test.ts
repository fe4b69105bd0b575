import { expect, test } from 'vitest'
import { anArticle, anEvent, anInfoPage, anOrganisation, aSite } from '../testing/a-site.ts'
import { robotsTxt, sitemapXml } from './sitemap.ts'

test('the sitemap has the lists without a date, and every entry with the date of its last change', () => {
  const xml = sitemapXml(aSite({ entries: [anArticle(), anInfoPage(), anEvent(), anOrganisation()] }))
  expect(xml.match(/<url>.*<\/url>/g)).toEqual([
    '<url><loc>https://wijk.example/</loc></url>',
    '<url><loc>https://wijk.example/nieuws/</loc></url>',
    '<url><loc>https://wijk.example/agenda/</loc></url>',
    '<url><loc>https://wijk.example/organisaties/</loc></url>',
    '<url><loc>https://wijk.example/zoeken/</loc></url>',
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
