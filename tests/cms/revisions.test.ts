import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, INFO_PAGE, paragraph, WIJK } from '../support/editor.ts'

let cms: Cms
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  beheer = await cms.editor('beheer@wijkpers.test')
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', articles(1)))
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', articles(1)))
})
afterAll(() => cms[Symbol.asyncDispose]())

async function wanted(wijk: string): Promise<number> {
  return (await cms.client.wijken()).find(({ id }) => id === wijk)?.wanted ?? 0
}

let number = 0
const draft = (data: object = {}, uid = ARTICLE) =>
  beheer.create(uid, {
    title: `Titel ${++number}`,
    body: [paragraph('Tekst.')],
    wijk: { connect: [{ documentId: molenwijk }] },
    ...data,
  })
async function live(data: object = {}, uid = ARTICLE): Promise<string> {
  const id = await draft(data, uid)
  await beheer.publish(uid, id)
  return id
}
async function photo(): Promise<number> {
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2f6f4e' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('files', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'molen.jpg')
  const { body } = await beheer.ask('POST', '/upload', form)
  return (body as unknown as { id: number }[])[0]!.id
}
async function file(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await beheer.ask(method, path, body)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
}
const fileInfo = (info: object) => {
  const form = new FormData()
  form.set('fileInfo', JSON.stringify(info))
  return form
}
const livePhoto = async () => {
  const picture = await photo()
  await live({ photo: picture })
  return picture
}

interface Situation {
  readonly situation: string
  /** What was there already; what it answers goes to `act`. */
  readonly before?: () => Promise<unknown>
  readonly act: (before: never) => Promise<unknown>
}
const situation = <T>(
  name: string,
  act: (before: T) => Promise<unknown>,
  before?: () => Promise<T>,
): Situation => ({ situation: name, act, ...(before ? { before } : {}) })

const raising: Situation[] = [
  situation('a draft is published', (id: string) => beheer.publish(ARTICLE, id), draft),
  situation('an article is made and published in one click', () =>
    file('POST', `/content-manager/collection-types/${ARTICLE}/actions/publish`, {
      title: `Titel ${++number}`,
      body: [paragraph('Tekst.')],
      wijk: { connect: [{ documentId: molenwijk }] },
    }),
  ),
  situation(
    'an info page is published',
    (id: string) => beheer.publish(INFO_PAGE, id),
    () => draft({}, INFO_PAGE),
  ),
  situation(
    'a live article is changed and published again',
    (id: string) => beheer.publish(ARTICLE, id, { title: 'Anders', body: [paragraph('Anders.')] }),
    live,
  ),
  situation('a live article is published again as it was', (id: string) => beheer.publish(ARTICLE, id), live),
  situation('a live article is taken back', (id: string) => beheer.unpublish(ARTICLE, id), live),
  situation('a live article is deleted', (id: string) => beheer.remove(ARTICLE, id), live),
  situation(
    'several drafts are published at once',
    (documentIds: string[]) =>
      file('POST', `/content-manager/collection-types/${ARTICLE}/actions/bulkPublish`, { documentIds }),
    async () => [await draft(), await draft()],
  ),
  situation(
    'several live articles are taken back at once',
    (documentIds: string[]) =>
      file('POST', `/content-manager/collection-types/${ARTICLE}/actions/bulkUnpublish`, { documentIds }),
    async () => [await live(), await live()],
  ),
  situation(
    'several live articles are deleted at once',
    (documentIds: string[]) =>
      file('POST', `/content-manager/collection-types/${ARTICLE}/actions/bulkDelete`, { documentIds }),
    async () => [await live(), await live()],
  ),
  situation('the settings of the wijk are changed', () =>
    beheer.update(WIJK, molenwijk, { tagline: `Ondertitel ${++number}` }),
  ),
  situation('an import brings something new', () =>
    cms.client.importWijk(aWijk('molenwijk', [{ slug: `import-${++number}` }])),
  ),
  situation(
    'an import changes what is there',
    (slug: string) => cms.client.importWijk(aWijk('molenwijk', [{ slug, title: 'Nieuwe titel' }])),
    async () => {
      const slug = `import-${++number}`
      await cms.client.importWijk(aWijk('molenwijk', [{ slug }]))
      return slug
    },
  ),
  situation(
    'the text of a photo on the site is changed',
    (id: number) => file('PUT', `/upload/files/${id}`, fileInfo({ alternativeText: 'De molen' })),
    livePhoto,
  ),
  situation(
    'the maker of a photo on the site is changed, among several files',
    (id: number) =>
      file('POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: { caption: 'Foto: Anna' } }] }),
    livePhoto,
  ),
  situation(
    'a photo on the site is replaced',
    async (id: number) => {
      const form = new FormData()
      const other = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#aa3311' } })
        .jpeg()
        .toBuffer()
      form.set('files', new Blob([new Uint8Array(other)], { type: 'image/jpeg' }), 'ander.jpg')
      await file('POST', `/upload/files/${id}/replace`, form)
    },
    livePhoto,
  ),
  situation(
    'a photo on the site is deleted',
    (id: number) => file('DELETE', `/upload/files/${id}`),
    livePhoto,
  ),
  situation(
    'a photo on the site is deleted among several files',
    (id: number) => file('POST', '/upload/actions/bulk-delete', { fileIds: [id] }),
    livePhoto,
  ),
]

const silent: Situation[] = [
  situation('a draft is made', () => draft()),
  situation(
    'a draft is saved',
    (id: string) => beheer.update(ARTICLE, id, { title: 'Nog een titel' }),
    draft,
  ),
  situation(
    'a change to a live article is saved, not published',
    (id: string) => beheer.update(ARTICLE, id, { title: 'Nog een titel' }),
    live,
  ),
  situation(
    'a saved change is thrown away',
    (id: string) => file('POST', `/content-manager/collection-types/${ARTICLE}/${id}/actions/discard`, {}),
    async () => {
      const id = await live()
      await beheer.update(ARTICLE, id, { title: 'Toch niet' })
      return id
    },
  ),
  situation('a draft is deleted', (id: string) => beheer.remove(ARTICLE, id), draft),
  situation('the wijk is saved as it was', () => beheer.update(WIJK, molenwijk, { name: 'Wijk molenwijk' })),
  situation('the wijk gets another editor', async () => {
    const { body } = await beheer.ask('GET', '/admin/users?pageSize=10')
    const users = (body.data as unknown as { results: { id: number; email: string }[] }).results
    const bram = users.find(({ email }) => email === 'bram@wijkpers.test')!
    await beheer.update(WIJK, molenwijk, { editors: { connect: [{ id: bram.id }] } })
  }),
  situation('an import brings what is there already', () =>
    cms.client.importWijk(aWijk('molenwijk', articles(1))),
  ),
  situation('a photo is uploaded', () => photo()),
  situation(
    'the text of a photo that is nowhere is changed',
    (id: number) => file('PUT', `/upload/files/${id}`, fileInfo({ alternativeText: 'Nergens' })),
    photo,
  ),
  situation(
    'the text of a photo in a draft is changed',
    (id: number) => file('PUT', `/upload/files/${id}`, fileInfo({ alternativeText: 'In een concept' })),
    async () => {
      const picture = await photo()
      await draft({ photo: picture })
      return picture
    },
  ),
  situation(
    'the file name of a photo on the site is changed',
    (id: number) => file('PUT', `/upload/files/${id}`, fileInfo({ name: 'andere-naam.jpg' })),
    livePhoto,
  ),
]

describe('the wanted revision is raised, once, when', () => {
  test.each(raising)('$situation', async ({ before, act }) => {
    const given = (await before?.()) as never
    const [own, other] = [await wanted(molenwijk), await wanted(parkwijk)]
    await act(given)
    expect(await wanted(molenwijk)).toBe(own + 1)
    expect(await wanted(parkwijk)).toBe(other)
  })

  test('a wijk is made, and when it is deleted', async () => {
    const id = await beheer.create(WIJK, { name: 'Havenwijk', state: 'active' })
    expect(await wanted(id)).toBe(1)
    await beheer.remove(WIJK, id)
    expect(await wanted(id)).toBe(2)
  })
})

describe('the wanted revision stays when', () => {
  test.each(silent)('$situation', async ({ before, act }) => {
    const given = (await before?.()) as never
    const own = await wanted(molenwijk)
    await act(given)
    expect(await wanted(molenwijk)).toBe(own)
  })
})

describe('an article that moves to another wijk', () => {
  let id: string
  beforeEach(async () => {
    id = await live()
  })

  test('raises both when it is published there, and is gone from the first', async () => {
    const [first, second] = [await wanted(molenwijk), await wanted(parkwijk)]
    await beheer.update(ARTICLE, id, { wijk: { connect: [{ documentId: parkwijk }] } })
    expect([await wanted(molenwijk), await wanted(parkwijk)]).toEqual([first, second])

    await beheer.publish(ARTICLE, id)
    expect([await wanted(molenwijk), await wanted(parkwijk)]).toEqual([first + 1, second + 1])
    const has = async (wijk: WijkId) =>
      (await cms.client.manifest(wijk))?.entries.some((entry) => entry.id === id)
    expect([await has(molenwijk), await has(parkwijk)]).toEqual([false, true])
  })
})

describe('the version of an entry in the manifest', () => {
  const versionOf = async (id: string) =>
    (await cms.client.manifest(molenwijk))?.entries.find((entry) => entry.id === id)?.version

  test('differs after a publish, and not after a save', async () => {
    const id = await live()
    const first = await versionOf(id)
    await beheer.update(ARTICLE, id, { title: 'Alleen opgeslagen' })
    expect(await versionOf(id)).toBe(first)
    await beheer.publish(ARTICLE, id)
    expect(await versionOf(id)).not.toBe(first)
  })

  test('differs when the photo is described, replaced or deleted; the photo itself only when replaced', async () => {
    const picture = await photo()
    const id = await live({ photo: picture })
    const photoVersion = async () => {
      const { entries } = await cms.client.entries(molenwijk, [id as never])
      const entry = entries[0]?.entry
      return entry?.kind === 'article' ? entry.photo?.version : undefined
    }
    const seen = [await versionOf(id)]
    const bytes = await photoVersion()

    await file('PUT', `/upload/files/${picture}`, fileInfo({ alternativeText: 'Anders' }))
    seen.push(await versionOf(id))
    expect(await photoVersion()).toBe(bytes)

    const form = new FormData()
    const other = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#aa3311' } })
      .jpeg()
      .toBuffer()
    form.set('files', new Blob([new Uint8Array(other)], { type: 'image/jpeg' }), 'ander.jpg')
    await file('POST', `/upload/files/${picture}/replace`, form)
    seen.push(await versionOf(id))
    expect(await photoVersion()).not.toBe(bytes)

    await file('DELETE', `/upload/files/${picture}`)
    seen.push(await versionOf(id))
    expect(await photoVersion()).toBeUndefined()
    expect(new Set(seen).size).toBe(4)
  })
})

describe('a write that fails after its raise leaves neither', () => {
  test('an import whose last entry cannot be written', async () => {
    const data = aWijk('nooit-af', articles(2))
    data.entries.push({ ...data.entries[0]!, slug: '../..' })
    await expect(cms.client.importWijk(data)).rejects.toThrow(/webadres/)
    expect((await cms.client.wijken()).map(({ slug }) => slug)).not.toContain('nooit-af')
  })

  test('a bulk publish of which one entry has no title', async () => {
    const good = await draft()
    const bad = await draft({ title: '', slug: `zonder-titel-${++number}` })
    const before = await wanted(molenwijk)
    const answer = await beheer.ask(
      'POST',
      `/content-manager/collection-types/${ARTICLE}/actions/bulkPublish`,
      { documentIds: [good, bad] },
    )
    expect(answer.status).toBe(400)
    expect(await wanted(molenwijk)).toBe(before)
    const ids = (await cms.client.manifest(molenwijk))?.entries.map(({ id }) => String(id))
    expect(ids).not.toContain(good)
  })
})

test('two publishes of one article at once leave one live row', async () => {
  const id = await draft()
  const before = await wanted(molenwijk)
  await Promise.all(Array.from({ length: 6 }, () => beheer.publish(ARTICLE, id)))
  const rows = (await cms.client.manifest(molenwijk))?.entries.filter((entry) => entry.id === id)
  expect(rows).toHaveLength(1)
  expect((await cms.client.entries(molenwijk, [id as never])).entries).toHaveLength(1)
  expect(await wanted(molenwijk)).toBe(before + 6)
})
