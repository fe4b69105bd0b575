import { expect, test } from 'vitest'
import { opmlFile } from './index.ts'

test('a list of feeds', async () => {
  const feeds = [
    { title: 'Nieuws uit Linde', feed: 'https://linde.example/rss.xml', page: 'https://linde.example/' },
    {
      title: 'Jan & "Zn." <b>',
      feed: 'https://linde.example/x/rss.xml',
      page: 'https://linde.example/x/',
    },
  ]
  await expect(opmlFile('Linde', feeds)).toMatchFileSnapshot('golden/feeds.opml')
})
