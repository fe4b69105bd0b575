import type { Advertisement, Article, EntryId, Slug } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import type { FeedPicture } from './feed.ts'
import { articleItem, jsonFeedFile, paidItem, rssFile, type Feed, type FeedItem } from './index.ts'
import { plain } from '@wijkpers/content/plain'

const siteUrl = 'https://lindekwartier.example'

const anArticle = (change: Partial<Article> = {}): Article => ({
  kind: 'article',
  ...plain.article,
  id: 'abcdefgh12345678' as EntryId,
  slug: 'lente' as Slug,
  title: 'Lente in de straat',
  summary: 'De bollen staan in bloei.',
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Kom kijken.' }] }],
  photo: null,
  firstPublishedAt: '2026-03-29T09:30:00.000Z',
  updatedAt: '2026-03-30T07:00:00.000Z',
  ...change,
})

const picture: FeedPicture = {
  src: '/foto/3f2a.webp',
  width: 1200,
  height: 800,
  bytes: 34_508,
  alt: 'Bollen langs de stoep',
  credit: {
    text: 'Beeld: Noor & Co',
    licence: { href: 'https://creativecommons.org/licenses/by/4.0/deed.nl', title: 'CC BY 4.0' },
  },
}

const itemsOf = (articles: readonly Article[], photo: FeedPicture | null = null) =>
  articles.map((article) =>
    articleItem(article, {
      siteUrl,
      picture: photo,
      topics: [],
      excerpt: '',
      corrected: (day) => `Verbeterd op ${day}`,
    }),
  )

const aFeed = (items: readonly FeedItem[], change: Partial<Feed> = {}): Feed => ({
  title: 'Nieuws',
  description: 'Uit de buurt',
  siteUrl,
  home: '/',
  path: '/rss.xml',
  hub: null,
  logo: null,
  items,
  ...change,
})

const feedOf = (articles: readonly Article[]) => rssFile(aFeed(itemsOf(articles)))

test('what is in another language than the site says so', async () => {
  const feed = aFeed(itemsOf([anArticle(), anArticle({ language: 'turkish' })]))
  const { language, items } = JSON.parse(jsonFeedFile(feed)) as {
    language: string
    items: Partial<FeedItem>[]
  }
  expect([language, ...items.map((item) => item.language)]).toEqual(['nl', undefined, 'tr'])
  expect((await rssFile(feed)).match(/<(dc:)?language>[^/]*/g)).toEqual(['<language>nl<', '<dc:language>tr<'])
})

const linkTo = (url: string): Article['body'] => [
  { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'hier' }] }] },
]

describe('the files', () => {
  const one = aFeed(itemsOf([anArticle()], picture), { hub: 'https://hub.example/' })

  test('of one article', async () => {
    await expect(await rssFile(one)).toMatchFileSnapshot('golden/one-article.xml')
    const json = jsonFeedFile({ ...one, path: '/feed.json' })
    await expect(`${JSON.stringify(JSON.parse(json), null, 2)}\n`).toMatchFileSnapshot(
      'golden/one-article.json',
    )
  })

  test('of a wijk without news', async () => {
    await expect(await rssFile(aFeed([]))).toMatchFileSnapshot('golden/no-articles.xml')
    expect(JSON.parse(jsonFeedFile(aFeed([])))).toMatchObject({ items: [] })
  })
})

test('an address with signs of XML in it stays that address', async () => {
  const feed = aFeed([], { hub: 'https://hub.example/?a=1&b="' })
  expect(await rssFile(feed)).toContain('<atom:link href="https://hub.example/?a=1&amp;b=&quot;" rel="hub"/>')
})

test('the logo of the wijk stands beside the name of its feed', async () => {
  const feed = aFeed([], { logo: { src: '/logo.png' } })
  expect(await rssFile(feed)).toContain(
    `<image><url>${siteUrl}/logo.png</url><title>Nieuws</title><link>${siteUrl}/</link></image>`,
  )
  expect(JSON.parse(jsonFeedFile(feed))).toMatchObject({ icon: `${siteUrl}/logo.png` })
})

test('a logo that RSS 2.0 does not allow is in the JSON Feed only', async () => {
  const feed = aFeed([], { logo: { src: '/foto/logo-400.webp' } })
  expect(await rssFile(feed)).not.toContain('<image>')
  expect(JSON.parse(jsonFeedFile(feed))).toMatchObject({ icon: `${siteUrl}/foto/logo-400.webp` })
})

test('a photo is told with the size and type of its file', async () => {
  expect(await rssFile(aFeed(itemsOf([anArticle()], picture)))).toContain(
    `<enclosure url="${siteUrl}/foto/3f2a.webp" length="34508" type="image/webp"/>`,
  )
})

test('who made a photo is told with it, also without a licence for all', () => {
  const contentOf = (credit: FeedPicture['credit']) =>
    jsonFeedFile(aFeed(itemsOf([anArticle()], { ...picture, credit })))
  expect(contentOf(picture.credit)).toContain(
    JSON.stringify(
      '<figcaption>Beeld: Noor &amp; Co · <a href="https://creativecommons.org/licenses/by/4.0/deed.nl" rel="license">CC BY 4.0</a></figcaption>',
    ).slice(1, -1),
  )
  expect(contentOf({ text: 'Beeld: Noor', licence: null })).toContain('<figcaption>Beeld: Noor</figcaption>')
  expect(contentOf(null)).not.toContain('figcaption')
})

test('a correction is read in the item itself, before its text', async () => {
  const corrected = anArticle({ correction: { day: '2026-03-30', text: 'De markt is op <zondag>.' } })
  const [item] = itemsOf([corrected])
  expect(item?.html).toBe(
    '<p><strong>De bollen staan in bloei.</strong></p><p><strong>Verbeterd op 2026-03-30:</strong> De markt is op &lt;zondag&gt;.</p><p>Kom kijken.</p>',
  )
  expect(await feedOf([corrected])).toContain('<atom:updated>2026-03-30T07:00:00.000Z</atom:updated>')
})

test('what was paid for says so before its title and in its links, and has an id of its own', () => {
  const advertisement: Advertisement = {
    kind: 'advertisement',
    id: 'adadadad12345678' as EntryId,
    slug: 'oliebollen' as Slug,
    title: 'Zo bak je ze',
    summary: '',
    body: [],
    advertisementKind: 'sponsoredArticle',
    sponsor: 'Bakkerij Mulder',
    firstDay: '2026-12-01',
    lastDay: '2026-12-31',
    photo: null,
    link: null,
    business: null,
    updatedAt: '2026-11-20T09:00:00.000Z',
  }
  const label = 'Gesponsord door Bakkerij Mulder'
  expect(
    paidItem(
      { ...advertisement, body: linkTo('https://mulder.example/') },
      { siteUrl, picture: null, topics: [], excerpt: '', label },
    ).html,
  ).toContain('<a href="https://mulder.example/" rel="sponsored">')
  expect(paidItem(advertisement, { siteUrl, picture: null, topics: [], excerpt: '', label })).toMatchObject({
    id: 'urn:wijkpers:advertisement:adadadad12345678',
    title: 'Gesponsord door Bakkerij Mulder: Zo bak je ze',
    url: `${siteUrl}/sponsors/oliebollen/`,
    publishedAt: '2026-11-30T23:00:00.000Z',
  })
})

test('an item without a text is one without its element, so that no name in the feed is of a namespace that nobody declared', async () => {
  const xml = await feedOf([anArticle({ summary: '', body: [] })])
  expect(xml).not.toContain('content:')
  expect(xml).toContain('<description>Lente in de straat</description>')
})

test('an item is described by its summary, the first words of its text, or its title, as HTML that reads as it was written', async () => {
  const described = async (article: Article, excerpt: string) => {
    const options = { siteUrl, picture: null, topics: [], excerpt, corrected: (day: string) => day }
    const item = articleItem(article, options)
    return [
      /<item>.*<description>(.*?)<\/description>/.exec(await rssFile(aFeed([item])))?.[1],
      (JSON.parse(jsonFeedFile(aFeed([item]))) as { items: { summary?: string }[] }).items[0]?.summary,
    ]
  }
  const summary = "Bij V&D <b> is 't feest"
  expect(await described(anArticle({ summary }), 'Kom.')).toEqual([
    'Bij V&amp;amp;D &amp;lt;b&amp;gt; is &apos;t feest',
    summary,
  ])
  expect(await described(anArticle({ summary: '' }), 'Kom kijken.')).toEqual(['Kom kijken.', undefined])
  expect(await described(anArticle({ summary: '' }), '')).toEqual(['Lente in de straat', undefined])
})

describe('the id of an item', () => {
  const guidOf = async (article: Article) => /<guid[^>]*>.*?<\/guid>/.exec(await feedOf([article]))?.[0]

  test('stays when title, slug and text change', async () => {
    const changed = anArticle({
      title: 'Anders',
      slug: 'anders' as Slug,
      updatedAt: '2026-05-01T00:00:00.000Z',
    })
    expect(await guidOf(changed)).toBe(await guidOf(anArticle()))
  })

  test('is not a link', async () => {
    expect(await guidOf(anArticle())).toBe(
      '<guid isPermaLink="false">urn:wijkpers:article:abcdefgh12345678</guid>',
    )
  })
})

test('the date of the feed is that of the newest change, also when an older article was corrected', async () => {
  const corrected = anArticle({
    firstPublishedAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2026-06-01T12:00:00.000Z',
  })
  expect(await feedOf([anArticle(), corrected])).toContain(
    '<lastBuildDate>Mon, 01 Jun 2026 12:00:00 GMT</lastBuildDate>',
  )
})

test('links in the text are absolute', async () => {
  expect(await feedOf([anArticle({ body: linkTo('/contact/') })])).toContain(`${siteUrl}/contact/`)
  const body: Article['body'] = [
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'Boven' }] },
    ...linkTo('#boven'),
  ]
  expect(await feedOf([anArticle({ body })])).toContain(`${siteUrl}/nieuws/lente/#kop-boven`)
})

test('a text that looks like a link stays text', async () => {
  const text = ' href="/elders'
  const body: Article['body'] = [{ type: 'paragraph', children: [{ type: 'text', text }] }]
  expect(await feedOf([anArticle({ body })])).not.toContain(`${siteUrl}/elders`)
})

describe('hostile text', () => {
  test('markup in a title stays text', async () => {
    const xml = await feedOf([anArticle({ title: ']]></title><script>alert(1)</script>' })])
    expect(xml).toContain('<title>]]&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>')
  })

  test('a link that runs a script is only its text', async () => {
    expect(await feedOf([anArticle({ body: linkTo('javascript:alert(1)') })])).not.toContain('javascript')
  })
})
