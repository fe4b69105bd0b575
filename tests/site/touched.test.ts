/** How far a change reaches: a publish renders the pages that show it, and few others. */
import type { Article, Entry } from '@wijkpers/content'
import { createSite, type SiteInput } from '@wijkpers/content/site'
import { createPageGraph } from '@wijkpers/page-graph'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  anArticle,
  anEvent,
  anOrganisation,
  aSiteInput,
  manyArticles,
  paragraphs,
} from '../../sites/wijk/src/testing/a-site.ts'
import { loadRenderer } from './render-site.ts'

const { openSite } = await loadRenderer()
const slug = (text: string) => text as Article['slug']
const organisation = anOrganisation()
const NOON = '2026-06-01T10:00:00.000Z'

const base: readonly Entry[] = [
  organisation,
  ...manyArticles(300, '2026-05-31', organisation.id),
  anEvent(),
  anEvent({ slug: slug('vandaag'), startsAt: '2026-06-01T18:00:00.000Z', endsAt: null }),
  anEvent({ slug: slug('later'), startsAt: '2026-09-01T18:00:00.000Z', endsAt: null }),
  anEvent({ slug: slug('was'), startsAt: '2026-04-01T18:00:00.000Z', endsAt: null }),
]
const inputOf = (entries: readonly Entry[], now = NOON): SiteInput => aSiteInput({ entries, now })
const wijk = inputOf([]).wijk

/** A wijk as it is published again and again: its settings stay the same object. */
function aWijkInUse() {
  const graph = createPageGraph()
  return async (entries: readonly Entry[], now = NOON): Promise<string[]> => {
    const site = createSite({ ...inputOf(entries, now), wijk })
    const { rendered } = await graph.update(site, () => openSite('https://wijk.example'))
    return rendered.map(({ file }) => file).toSorted()
  }
}

let publish: ReturnType<typeof aWijkInUse>
beforeEach(async () => {
  publish = aWijkInUse()
  await publish(base)
})

const edited = (name: string, change: object) =>
  base.map((entry) => (entry.slug === name ? Object.assign({ ...entry }, change) : entry))
const pagesOf = (files: readonly string[]) => files.filter((file) => file.endsWith('.html'))

describe('an old article', () => {
  test('with another text is one page, and its date in the sitemap', async () => {
    const change = { body: paragraphs('Anders.'), updatedAt: NOON }
    expect(await publish(edited('bericht-20', change))).toEqual([
      'nieuws/bericht-20/index.html',
      'sitemap.xml',
    ])
  })

  test('with another title is the pages that show that title', async () => {
    const files = pagesOf(await publish(edited('bericht-20', { title: 'Anders', updatedAt: NOON })))
    expect(files).toEqual([
      'archief/2025/index.html',
      'nieuws/bericht-19/index.html',
      'nieuws/bericht-20/index.html',
      'nieuws/bericht-21/index.html',
      'nieuws/bericht-22/index.html',
    ])
  })
})

test('a new article is six pages', async () => {
  const fresh = anArticle({ slug: slug('nieuw'), firstPublishedAt: NOON, organisation: organisation.id })
  expect(pagesOf(await publish([...base, fresh]))).toEqual([
    'archief/2026/index.html',
    'index.html',
    'nieuws/bericht-300/index.html',
    'nieuws/index.html',
    'nieuws/nieuw/index.html',
    'organisaties/de-brug/index.html',
  ])
})

describe('an event', () => {
  test('with another text is its page, the files for calendars and the sitemap', async () => {
    const files = await publish(edited('later', { body: paragraphs('Anders.'), updatedAt: NOON }))
    expect(files).toEqual(['agenda.ics', 'agenda/later.ics', 'agenda/later/index.html', 'sitemap.xml'])
  })

  test('that is cancelled is said to be wherever it stands', async () => {
    expect(pagesOf(await publish(edited('vandaag', { isCancelled: true })))).toEqual([
      'agenda/index.html',
      'agenda/vandaag/index.html',
      'index.html',
    ])
  })
})

test('an organisation with another text is its own page', async () => {
  const files = await publish(edited('de-brug', { body: paragraphs('Anders.') }))
  expect(files).toEqual(['organisaties/de-brug/index.html'])
})

describe('time', () => {
  test('that goes on within the day is no page', async () => {
    expect(await publish(base, '2026-06-01T21:59:00.000Z')).toEqual([])
  })

  test('of the next day is what shows days, and the page of what has just been', async () => {
    expect(pagesOf(await publish(base, '2026-06-01T22:01:00.000Z'))).toEqual([
      'agenda/archief/2026-04/index.html',
      'agenda/archief/2026-06/index.html',
      'agenda/index.html',
      'agenda/vandaag/index.html',
      'index.html',
    ])
  })

  test('is no page for a wijk without events', async () => {
    const quiet = aWijkInUse()
    const entries = base.filter(({ kind }) => kind !== 'event')
    await quiet(entries)
    expect(await quiet(entries, '2026-06-02T10:00:00.000Z')).toEqual([])
  })
})
