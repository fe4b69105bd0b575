import type { EntryId, Slug } from '@wijkpers/content'
import { createSite } from '@wijkpers/content/site'
import { expect, test } from 'vitest'
import { anArticle, aSiteInput } from '../testing/a-site.ts'
import { formerPageData } from './former.ts'

const former = (slug: string, entry: string) => ({
  kind: 'article' as const,
  slug: slug as Slug,
  entry: entry as EntryId,
})
const article = anArticle()
const site = createSite({
  ...aSiteInput({ entries: [article] }),
  formerAddresses: [former('voorjaar', article.id), former('weg', 'iets-anders')],
})

test('an address that was left leads to where the page is now', () => {
  expect(formerPageData(site, '/nieuws/voorjaar/')).toMatchObject({
    canonical: 'https://wijk.example/nieuws/lente/',
    link: { href: '/nieuws/lente/' },
  })
})

test('of what is gone there is no address, only a way back', () => {
  expect(formerPageData(site, '/nieuws/weg/')).toMatchObject({ canonical: null, link: { href: '/' } })
})

test('an address where something is online, or never was, has no such page', () => {
  expect(() => formerPageData(site, '/nieuws/lente/')).toThrow('nothing was online at /nieuws/lente/ before')
})
