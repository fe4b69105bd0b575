import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Article, EntryId, Slug, Wijk, WijkId } from '@wijkpers/content'
import { createMovingSite, createSite, shared, type Site } from '@wijkpers/content/site'
import { createPageGraph, type OpenSite, type PagePath, type Update } from './graph.ts'
import { plain } from '@wijkpers/content/plain'

const wijk = { id: 'wijk00000001' as WijkId, name: 'Molenwijk', colour: '#2f6f4e' } as Wijk

function anArticle(slug: string, over: Partial<Article> = {}): Article {
  return {
    kind: 'article',
    ...plain.article,
    id: `id-${slug}` as EntryId,
    slug: slug as Slug,
    title: `Titel van ${slug}`,
    summary: '',
    body: [],
    photo: null,
    firstPublishedAt: `2026-01-01T00:00:00.000Z`,
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...over,
  }
}

const aSiteInput = (entries: readonly Article[], settings: Wijk = wijk) => ({
  wijk: settings,
  entries,
  siteUrl: 'http://molenwijk.example',
  now: '2026-11-22T12:00:00.000Z',
  photos: {},
})
const aSite = (...given: Parameters<typeof aSiteInput>) => createSite(aSiteInput(...given))

let partsMade: string[] = []
/** What all pages of articles share, made of what they share with the home page. */
const footOf = (site: Site, of: string) => {
  partsMade.push(`foot ${of}`)
  return `${shared(site, nameOf)}, ${site.siteUrl()}`
}
const nameOf = (site: Site) => {
  partsMade.push('name')
  return site.wijk().name
}

/** A small site format: a home page with the two newest titles, a page an article, and a page that reads nothing. */
const aFormat: OpenSite<PagePath> = {
  paths: (site) =>
    Promise.resolve([
      { pathname: '/', file: 'index.html', madeBy: 'een sjabloon' },
      { pathname: '/robots.txt', file: 'robots.txt', madeBy: 'een sjabloon' },
      ...site
        .articles()
        .map(({ slug }) => ({ pathname: `/${slug}/`, file: `${slug}/index.html`, madeBy: 'een sjabloon' })),
    ]),
  render(site, { file }) {
    if (file === 'robots.txt') return Promise.resolve(Buffer.from('alles mag'))
    if (file === 'index.html') {
      const titles = site.latestArticles(2).map(({ title }) => title)
      return Promise.resolve(Buffer.from(`${shared(site, nameOf)}: ${titles.join(', ')}`))
    }
    const slug = file.replace('/index.html', '') as Slug
    const { older } = site.neighboursOf(slug)
    const text = `${site.article(slug)?.title}; lees ook ${older?.title ?? 'niets'}`
    return Promise.resolve(Buffer.from(`${text}; ${shared(site, footOf, slug.slice(0, 1))}`))
  },
}

let graph = createPageGraph<PagePath>()
beforeEach(() => {
  graph = createPageGraph()
  partsMade = []
})
const update = (site: Site) => graph.update(site, () => aFormat)
const apply = ({ rendered, removed }: Update, files: Map<string, string>) => {
  for (const { file, body } of rendered) files.set(file, Buffer.from(body).toString())
  for (const file of removed) files.delete(file)
}
const filesOf = ({ rendered }: { rendered: readonly { file: string }[] }) =>
  rendered.map(({ file }) => file).toSorted()

const [one, two, three] = [
  anArticle('een', { firstPublishedAt: '2026-03-01T00:00:00.000Z' }),
  anArticle('twee', { firstPublishedAt: '2026-02-01T00:00:00.000Z' }),
  anArticle('drie', { firstPublishedAt: '2026-01-01T00:00:00.000Z' }),
]

test('the first update renders everything, the same content again nothing', async () => {
  expect(filesOf(await update(aSite([one, two, three])))).toHaveLength(5)
  expect(await update(aSite([one, two, three]))).toEqual({ rendered: [], removed: [], validUntil: null })
})

test('an edited article touches its own page and those that name it', async () => {
  await update(aSite([one, two, three]))
  const answer = await update(aSite([one, two, { ...three, title: 'Anders' }]))
  expect(filesOf(answer)).toEqual(['drie/index.html', 'twee/index.html'])
  expect(answer.rendered.find(({ file }) => file === 'twee/index.html')?.reason).toEqual({
    kind: 'touched',
    subjects: ['neighboursOf("twee")'],
  })
})

test('an article that goes touches the pages that read it before', async () => {
  await update(aSite([one, two, three]))
  const answer = await update(aSite([one, three]))
  expect(filesOf(answer)).toEqual(['drie/index.html', 'een/index.html', 'index.html'])
  expect(answer.removed).toEqual(['twee/index.html'])
})

test('a page that reads nothing is never rendered again', async () => {
  await update(aSite([one]))
  expect(filesOf(await update(aSite([one, two], { ...wijk, name: 'Nieuw' })))).not.toContain('robots.txt')
})

test('what pages share is made once, and every page that shows it has read what it was made of', async () => {
  const eleven = anArticle('elf')
  await update(aSite([one, two, eleven]))
  expect(partsMade).toEqual(['name', 'foot e', 'foot t'])
  const { rendered } = await update(aSite([one, two, eleven], { ...wijk, name: 'Nieuw' }))
  expect(rendered.map(({ file, reason, body }) => [file, reason, Buffer.from(body).toString()])).toEqual(
    ['index.html', 'een/index.html', 'twee/index.html', 'elf/index.html'].map((file) => [
      file,
      { kind: 'touched', subjects: ['wijk()'] },
      expect.stringContaining('Nieuw'),
    ]),
  )
  expect(graph.readsOf('elf/index.html')).toContain('siteUrl()')
  expect(graph.readsOf('index.html')).not.toContain('siteUrl()')
})

test('what a page asks while it makes a part that fails is still noted as its own', async () => {
  const failing = (site: Site): string => {
    site.today()
    throw new Error('no part')
  }
  await graph.update(aSite([one]), () => ({
    paths: (site) =>
      Promise.resolve([
        { pathname: '/', file: 'index.html', madeBy: 'een sjabloon', title: site.articles() },
      ]),
    render(site) {
      expect(() => shared(site, failing)).toThrow('no part')
      return Promise.resolve(Buffer.from(site.wijk().name))
    },
  }))
  expect([...graph.readsOf('index.html')].toSorted()).toEqual(['today()', 'wijk()'])
})

test('an article with another address leaves the old one', async () => {
  await update(aSite([one]))
  const answer = await update(aSite([{ ...one, slug: 'nieuw' as Slug }]))
  expect(answer).toMatchObject({ removed: ['een/index.html'] })
  expect(filesOf(answer)).toContain('nieuw/index.html')
})

test('whatever is edited, rendering the touched pages gives the same files as rendering all', async () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f']
  const edit = fc.oneof(
    fc.record({
      act: fc.constant('write' as const),
      slug: fc.constantFrom(...slugs),
      title: fc.string(),
      month: fc.integer({ min: 10, max: 12 }),
    }),
    fc.record({ act: fc.constant('remove' as const), slug: fc.constantFrom(...slugs) }),
    fc.record({ act: fc.constant('rename wijk' as const), name: fc.string() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 25 }), async (edits) => {
      const compared = createPageGraph<PagePath>()
      const moving = createMovingSite(aSiteInput([]))
      const told = createPageGraph<PagePath>()
      const files = { compared: new Map<string, string>(), told: new Map<string, string>() }
      apply(await told.update(moving.site, () => aFormat), files.told)
      const articles = new Map<string, Article>()
      let settings = wijk
      for (const { act, ...what } of edits) {
        if (act === 'rename wijk') settings = { ...wijk, name: (what as { name: string }).name }
        const { slug, title, month } = what as { slug: string; title: string; month: number }
        if (act === 'remove') articles.delete(slug)
        if (act === 'write')
          articles.set(slug, anArticle(slug, { title, firstPublishedAt: `2026-${month}-01T00:00:00.000Z` }))
        const input = aSiteInput([...articles.values()], settings)
        const site = createSite(input)
        const gone = act === 'remove' ? [`id-${slug}` as EntryId] : []
        const moved = moving.move({ ...input, put: input.entries, gone })
        apply(await compared.update(site, () => aFormat), files.compared)
        apply(await told.update(moving.site, () => aFormat, moved), files.told)
        const all = await createPageGraph<PagePath>().update(site, () => aFormat)
        const wanted = all.rendered.map(({ file, body }) => [file, Buffer.from(body).toString()] as const)
        expect(Object.fromEntries(files.compared)).toEqual(Object.fromEntries(wanted))
        expect(Object.fromEntries(files.told)).toEqual(Object.fromEntries(wanted))
      }
    }),
  )
})

test('a page that another template makes from now on is made anew, whatever it reads', async () => {
  const format: OpenSite<PagePath> = {
    paths: (site) =>
      Promise.resolve([
        { pathname: '/', file: 'index.html', madeBy: site.articles().length > 1 ? 'overzicht' : 'bericht' },
      ]),
    render: (_site, { madeBy }) => Promise.resolve(Buffer.from(madeBy)),
  }
  const files = new Map<string, string>()
  const homeOf = async (...articles: readonly Article[]) => {
    apply(await graph.update(aSite(articles), () => format), files)
    return files.get('index.html')
  }
  expect(await homeOf(one)).toBe('bericht')
  expect(await homeOf(one, two)).toBe('overzicht')
  expect(await homeOf(two)).toBe('bericht')
})
