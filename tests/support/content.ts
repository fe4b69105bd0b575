/** Small wijken for tests: only what a test is about is written in the test. */
import { paragraph } from './editor.ts'

export interface TestArticle {
  readonly slug: string
  readonly title?: string
  readonly firstPublishedAt?: string
}

/** `importWijk` data of a wijk with these articles and one info page. */
export function aWijk(slug: string, articles: readonly TestArticle[] = [], settings: object = {}) {
  return {
    wijk: {
      slug,
      name: `Wijk ${slug}`,
      state: 'active',
      colour: '#2f6f4e',
      tagline: '',
      welcome: '',
      ...settings,
    },
    entries: [
      ...articles.map(
        ({
          slug: article,
          title = `Titel van ${article}`,
          firstPublishedAt = '2026-11-01T09:00:00.000Z',
        }) => ({
          kind: 'article',
          slug: article,
          title,
          summary: `Kort over ${article}`,
          body: [paragraph(`De tekst van ${article} in ${slug}.`)],
          photo: null,
          firstPublishedAt,
        }),
      ),
      {
        kind: 'infoPage',
        slug: 'over-ons',
        title: 'Over ons',
        body: [paragraph(`Dit is ${slug}.`)],
        position: 1,
      },
    ],
  }
}

/** `count` articles, the first one newest. */
export function articles(count: number): TestArticle[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `bericht-${index + 1}`,
    title: `Bericht ${index + 1}`,
    firstPublishedAt: new Date(Date.UTC(2026, 9, 28) - index * 86_400_000).toISOString(),
  }))
}
