import { expect, test } from 'vitest'
import { anArticle, anInfoPage, aSite } from '../testing/a-site.ts'
import { robotsTxt, sitemapXml } from './sitemap.ts'

test('the sitemap has the lists without a date, and every entry with the date of its last change', () => {
  const xml = sitemapXml(aSite({ entries: [anArticle(), anInfoPage()] }))
  expect(xml.match(/<url>.*<\/url>/g)).toEqual([
    '<url><loc>https://wijk.example/</loc></url>',
    '<url><loc>https://wijk.example/nieuws/</loc></url>',
    '<url><loc>https://wijk.example/over-de-wijk/</loc><lastmod>2026-02-01T09:00:00.000Z</lastmod></url>',
    '<url><loc>https://wijk.example/nieuws/lente/</loc><lastmod>2026-03-29T09:30:00.000Z</lastmod></url>',
  ])
})

test('robots.txt shows the way to the sitemap', () => {
  expect(robotsTxt(aSite())).toContain('Sitemap: https://wijk.example/sitemap.xml')
})
