import { expect, test } from 'vitest'
import { photoKey } from '@wijkpers/content/site'
import { aSite } from '../testing/a-site.ts'
import { newsFeed } from './feed.ts'
import { frameOf } from './frame.ts'
import { logoOf } from './logo.ts'
import { structuredSite } from './structured-data.ts'

const logo = { url: '/uploads/logo.png', version: '1' }
const file = { src: '/foto/logo.webp', width: 900, height: 600, bytes: 9_000 }
const narrow = [{ src: '/foto/logo-400.webp', width: 400 }]
const site = aSite({ wijk: { logo }, photos: { [photoKey(logo)]: { ...file, narrow } } })

test('a logo stands small, so its narrowest file does, and says whose it is', () => {
  expect(frameOf(site, { path: '/', title: null, description: '' }).top.logo).toEqual({
    src: '/foto/logo-400.webp',
    width: 400,
    height: 267,
    alt: 'Logo van Bloemenbuurt',
  })
})

test('programs and readers of feeds find it by its whole address', () => {
  expect(JSON.parse(structuredSite(site, ''))).toMatchObject({
    publisher: { logo: { '@type': 'ImageObject', url: 'https://wijk.example/foto/logo-400.webp' } },
  })
  expect(JSON.parse(newsFeed(site).json())).toMatchObject({ icon: 'https://wijk.example/foto/logo-400.webp' })
})

test('a wijk without one, or whose file is gone, has none', () => {
  expect([logoOf(aSite()), logoOf(aSite({ wijk: { logo } }))]).toEqual([null, null])
  expect(structuredSite(aSite(), '')).not.toContain('logo')
})
