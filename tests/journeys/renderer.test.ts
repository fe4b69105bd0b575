import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Article, EntryId, Slug, Wijk, WijkId } from '@wijkpers/content'
import { RendererLostError, RenderFailedError, startRenderer } from '@wijkpers/publishing'
import { root } from '../../scripts/settings.ts'
import { plain } from '@wijkpers/content/plain'

let renderer: Awaited<ReturnType<typeof startRenderer>>
beforeAll(async () => {
  renderer = await startRenderer({ folder: join(root, 'sites/wijk/dist/format'), processes: 1 })
})
afterAll(() => renderer.close())

const aWijk = (slug: string): Wijk => ({
  ...plain.wijk,
  id: `${slug}00000001` as WijkId,
  slug: slug as Slug,
  name: slug,
  colour: '#2f6f4e',
})

const anArticle = (number: number, title = `Bericht ${number}`): Article => ({
  kind: 'article',
  ...plain.article,
  id: `artikel0000${number}` as EntryId,
  slug: `bericht-${number}` as Slug,
  title,
  summary: '',
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Tekst.' }] }],
  photo: null,
  firstPublishedAt: `2026-0${number}-01T09:00:00.000Z`,
  updatedAt: `2026-0${number}-01T09:00:00.000Z`,
})

const aJob = (wijk: string, ...articles: Article[]) => ({
  wijk: aWijk(wijk),
  entries: new Map(articles.map((entry) => [entry.id, { version: JSON.stringify(entry), entry }])),
  siteUrl: `http://${wijk}.localhost:8080`,
  hub: null,
  validUntil: null,
  formerAddresses: [],
  now: '2026-11-22T13:03:00.000Z',
  photos: {},
})

test('pages are rendered as a difference from the release that was accepted, otherwise all of them', async () => {
  const articles = [1, 2, 3, 4, 5].map((number) => anArticle(number))
  const first = await renderer.render(aJob('molenwijk', ...articles), 0)
  expect(first.basis).toBeNull()
  first.wentLive(7)
  const [oldest, ...others] = articles
  const edited = aJob('molenwijk', { ...oldest!, title: 'Anders' }, ...others)
  const second = await renderer.render(edited, 7)
  expect(second.basis).toBe(7)
  expect(second.rendered.map(({ path }) => path)).toContain('nieuws/bericht-1/index.html')
  expect(second.rendered.map(({ path }) => path)).not.toContain('nieuws/bericht-4/index.html')
  // Why, for who asks later.
  expect(second.change).toMatchObject({ put: [{ entry: { title: 'Anders' }, isNew: false }], gone: [] })
  const edited1 = second.rendered.find(({ path }) => path === 'nieuws/bericht-1/index.html')
  expect(edited1?.reason).toMatchObject({ kind: 'touched' })
  expect(edited1?.reason).toHaveProperty('subjects', expect.arrayContaining(['article("bericht-1")']))
  // Not accepted: it never became live, so what differs from release 7 is not known any more.
  const third = await renderer.render(edited, 7)
  expect(third.basis).toBeNull()
  expect(third.rendered).toHaveLength(first.rendered.length)
})

test('a site with another address is made anew, so that what went at the same time goes', async () => {
  const first = await renderer.render(aJob('domein', anArticle(1), anArticle(2)), 0)
  first.wentLive(1)
  const moved = { ...aJob('domein', anArticle(1)), siteUrl: 'https://domein.example' }
  // Without a basis, all that is live and was not rendered is removed.
  expect((await renderer.render(moved, 1)).basis).toBeNull()
})

test('a page that cannot be made is named, and other wijken go on', async () => {
  const broken = { ...anArticle(2), body: null as unknown as Article['body'] }
  const failing = renderer.render(aJob('kapot', anArticle(1), broken), 0)
  await expect(failing).rejects.toThrow(RenderFailedError)
  await expect(failing).rejects.toMatchObject({ page: '/nieuws/bericht-2/' })
  expect((await renderer.render(aJob('heel', anArticle(1)), 0)).rendered.length).toBeGreaterThan(3)
})

test('a render process that is killed is replaced, and what it knew is made anew', async () => {
  const job = aJob('oosterhaar', anArticle(1), anArticle(2))
  const before = await renderer.render(job, 0)
  before.wentLive(1)
  const [pid = 0] = renderer.pids()
  process.kill(pid, 'SIGKILL')
  const outcome = await renderer.render(job, 1).catch((error: unknown) => error)
  const after =
    outcome instanceof RendererLostError ? await renderer.render(job, 1) : (outcome as typeof before)
  expect(after.basis).toBeNull()
  expect(after.rendered.map(({ hash }) => hash)).toEqual(before.rendered.map(({ hash }) => hash))
})

test('a card is drawn when its title becomes another one, and not when it is live', async () => {
  const cardsIn = (paths: readonly string[]) => paths.filter((path) => path.startsWith('deel/')).length
  const made = ({ rendered, kept, removed }: Awaited<ReturnType<typeof renderer.render>>) =>
    [rendered.map(({ path }) => path), kept, removed].map(cardsIn)
  const [one, two] = [anArticle(1), anArticle(2)]
  const first = await renderer.render(aJob('kaart', one, two), 0)
  // Of the two articles, and of the wijk.
  expect(made(first)).toEqual([3, 0, 0])
  first.wentLive(1)
  const edited = await renderer.render(aJob('kaart', { ...one, summary: 'Anders' }, two), 1)
  expect(made(edited)).toEqual([0, 0, 0])
  edited.wentLive(2)
  const renamed = await renderer.render(aJob('kaart', { ...one, title: 'Anders' }, two), 2)
  expect(made(renamed)).toEqual([1, 0, 1])
  renamed.wentLive(3)
  const live = new Map(first.rendered.map(({ path, hash }) => [path, hash]))
  // All pages anew: what is live under its name is not drawn.
  expect(made(await renderer.render(aJob('kaart', one, two), 99, live))).toEqual([0, 3, 0])
  expect(made(await renderer.render(aJob('kaart', one, two), null))).toEqual([3, 0, 0])
})
