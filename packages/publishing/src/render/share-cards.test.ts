import { expect, test } from 'vitest'
import {
  shareCardOf,
  shareCardOfWijk,
  shareCardPath,
  type Article,
  type EntryId,
  type Slug,
  type Wijk,
  type WijkId,
} from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import { createCards } from './share-cards.ts'

const settings: Wijk = {
  ...plain.wijk,
  id: 'molenwijk' as WijkId,
  slug: 'molenwijk' as Slug,
  name: 'Molenwijk',
  colour: '#2f6f4e',
}
const articles = (count: number): Article[] =>
  Array.from({ length: count }, (_, number) => ({
    ...plain.article,
    kind: 'article' as const,
    id: `artikel${number}` as EntryId,
    slug: `bericht-${number}` as Slug,
    title: `Bericht ${number}`,
    firstPublishedAt: '2026-01-01T09:00:00.000Z',
    updatedAt: '2026-01-01T09:00:00.000Z',
  }))

test('whoever draws many cards says in between that it is at work', async () => {
  const cards = createCards({ shareCardOf, shareCardOfWijk, shareCardPath })
  let signs = 0
  const draw = (put: Article[]) =>
    cards({ settings, put, gone: [], drawn: [] }, () => {
      signs++
    })
  const first = await draw(articles(250))
  // And the card of the wijk.
  expect(first.made).toHaveLength(251)
  expect(signs).toBe(2)
  expect((await draw(articles(250))).made).toEqual([])
  expect(signs).toBe(2)
})
