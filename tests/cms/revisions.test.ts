import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import {
  aPhoto,
  accountOf,
  ARTICLE,
  type Editor,
  EVENT,
  INFO_PAGE,
  ORGANISATION,
  paragraph,
  WIJK,
} from '../support/editor.ts'

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

async function joins(email: string): Promise<void> {
  const id = await accountOf(beheer, email)
  await beheer.update(WIJK, molenwijk, { editors: { connect: [{ id }] } })
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
async function replacePhoto(id: number) {
  const form = new FormData()
  const other = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#aa3311' } })
    .jpeg()
    .toBuffer()
  form.set('files', new Blob([new Uint8Array(other)], { type: 'image/jpeg' }), 'ander.jpg')
  return file('POST', `/upload/files/${id}/replace`, form)
}
const livePhoto = async () => {
  const picture = await photo()
  await live({ photo: aPhoto(picture) })
  return picture
}

const EVENING = { startsAt: '2026-12-01T19:00:00.000Z' }
const organisation = (data: object = {}) =>
  draft({ name: `Organisatie ${++number}`, title: undefined, ...data }, ORGANISATION)
async function liveOrganisation(): Promise<string> {
  const id = await organisation()
  await beheer.publish(ORGANISATION, id)
  return id
}
const belongsTo = (id: string) => ({ organisation: { connect: [{ documentId: id }] } })

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
    'an event is published',
    (id: string) => beheer.publish(EVENT, id),
    () => draft(EVENING, EVENT),
  ),
  situation(
    'a live event is cancelled',
    (id: string) => beheer.publish(EVENT, id, { title: 'Feest', ...EVENING, cancelled: true }),
    () => live(EVENING, EVENT),
  ),
  situation('an organisation is published', (id: string) => beheer.publish(ORGANISATION, id), organisation),
  situation(
    'an organisation with entries comes online',
    (id: string) => beheer.publish(ORGANISATION, id),
    async () => {
      const id = await organisation()
      await live(belongsTo(id))
      await live({ ...belongsTo(id), ...EVENING }, EVENT)
      return id
    },
  ),
  situation(
    'an organisation with entries is deleted',
    (id: string) => beheer.remove(ORGANISATION, id),
    async () => {
      const id = await liveOrganisation()
      await live(belongsTo(id))
      return id
    },
  ),
  situation(
    'several organisations are published anew at once, with entries that belong to them',
    (documentIds: string[]) =>
      file('POST', `/content-manager/collection-types/${ORGANISATION}/actions/bulkPublish`, { documentIds }),
    async () => {
      const ids = [await liveOrganisation(), await liveOrganisation()]
      for (const id of ids) await live(belongsTo(id))
      return ids
    },
  ),
  situation(
    'a photo of a live event is deleted',
    (id: number) => file('DELETE', `/upload/files/${id}`),
    async () => {
      const picture = await photo()
      await live({ ...EVENING, photo: aPhoto(picture) }, EVENT)
      return picture
    },
  ),
  situation(
    'a photo of a live organisation is deleted',
    (id: number) => file('DELETE', `/upload/files/${id}`),
    async () => {
      const picture = await photo()
      await beheer.publish(ORGANISATION, await organisation({ photo: aPhoto(picture) }))
      return picture
    },
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
  situation(
    'the wijk gets its second editor, and its site asks no more',
    () => joins('anna@wijkpers.test'),
    () => joins('bram@wijkpers.test'),
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
    ([id, data]: [string, object]) =>
      beheer.publish(ARTICLE, id, { ...data, photo: aPhoto(Object(data).photo.file, { alt: 'De molen' }) }),
    async (): Promise<[string, object]> => {
      const data = { title: `Titel ${++number}`, body: [], photo: aPhoto(await photo()) }
      return [await live(data), data]
    },
  ),
  situation(
    'what matters on a photo on the site is pointed out',
    (id: number) => file('PUT', `/upload/files/${id}`, fileInfo({ focalPoint: { x: 20, y: 80 } })),
    livePhoto,
  ),
  situation('a photo on the site is replaced', (id: number) => replacePhoto(id), livePhoto),
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
  situation('an organisation is only saved', () => organisation()),
  situation(
    'a link to an organisation is saved, not published',
    ([id, house]: string[]) => beheer.update(ARTICLE, id!, belongsTo(house!)),
    async () => [await live(), await liveOrganisation()],
  ),
  situation(
    'an organisation that never was online is deleted, with entries that belong to it',
    (id: string) => beheer.remove(ORGANISATION, id),
    async () => {
      const id = await organisation()
      await live(belongsTo(id))
      return id
    },
  ),
  situation('a draft is deleted', (id: string) => beheer.remove(ARTICLE, id), draft),
  situation('the wijk is saved as it was', () => beheer.update(WIJK, molenwijk, { name: 'Wijk molenwijk' })),
  situation('the wijk gets an editor beyond the two it wants', () => joins('petra@wijkpers.test')),
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
    'a photo in a draft is deleted',
    (id: number) => file('DELETE', `/upload/files/${id}`),
    async () => {
      const picture = await photo()
      await draft({ photo: aPhoto(picture) })
      return picture
    },
  ),
  situation(
    'the name and the text of a file on the site are changed, which photos have for themselves',
    (id: number) =>
      file('PUT', `/upload/files/${id}`, fileInfo({ name: 'andere-naam.jpg', alternativeText: 'Nergens' })),
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
    const id = await beheer.create(WIJK, { name: 'Havenwijk' })
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
    const data = { title: 'Met foto', body: [paragraph('x')] }
    const id = await live({ ...data, photo: aPhoto(picture) })
    const photoVersion = async () => {
      const { entries } = await cms.client.entries(molenwijk, [id as never])
      const entry = entries[0]?.entry
      return entry?.kind === 'article' ? entry.photo?.version : undefined
    }
    const seen = [await versionOf(id)]
    const bytes = await photoVersion()

    await beheer.publish(ARTICLE, id, { ...data, photo: aPhoto(picture, { alt: 'Anders' }) })
    seen.push(await versionOf(id))
    expect(await photoVersion()).toBe(bytes)

    await replacePhoto(picture)
    seen.push(await versionOf(id))
    expect(await photoVersion()).not.toBe(bytes)

    await file('DELETE', `/upload/files/${picture}`)
    seen.push(await versionOf(id))
    expect(await photoVersion()).toBeUndefined()
    expect(new Set(seen).size).toBe(4)
  })
})

describe('a link to an organisation', () => {
  interface Seen {
    readonly id: string
    readonly version: string
    readonly organisation?: string | null
  }
  /** What the query `changes` tells after revision `since`. */
  async function changesSince(since: number): Promise<{ entries: readonly Seen[]; gone: readonly string[] }> {
    const { data } = await cms.graphql(
      'query ($wijk: ID!, $since: Int!) { changes(wijk: $wijk, since: $since) { entries gone } }',
      { wijk: molenwijk, since },
    )
    return data!['changes'] as { entries: Seen[]; gone: string[] }
  }
  async function seen(id: string): Promise<Seen> {
    const all = await changesSince(0)
    return all.entries.find((entry) => entry.id === id)!
  }
  const idsOf = (entries: readonly Seen[]) => entries.map(({ id }) => id).toSorted()

  describe.each([
    ['an article', ARTICLE, {}],
    ['an event', EVENT, EVENING],
  ])('of %s', (_, uid, fields) => {
    test('heals, breaks and heals again with the organisation, without a write to the entry', async () => {
      const house = await organisation()
      const id = await live({ ...fields, ...belongsTo(house) }, uid)
      const other = await live({ ...fields, ...belongsTo(await liveOrganisation()) }, uid)
      const apart = await draft({ ...fields, ...belongsTo(house) }, uid)
      const versions = [(await seen(id)).version]
      expect((await seen(id)).organisation).toBeNull()
      const untouched = await seen(other)
      expect(untouched.organisation).not.toBeNull()

      const steps = [
        ['publish', house],
        ['unpublish', null],
        ['publish', house],
        ['remove', null],
      ] as const
      for (const [act, organisation] of steps) {
        const since = await wanted(molenwijk)
        await beheer[act](ORGANISATION, house)
        expect(await wanted(molenwijk)).toBe(since + 1)
        const { entries, gone } = await changesSince(since)
        const isThere = organisation !== null
        expect(idsOf(entries)).toEqual(isThere ? [id, house].toSorted() : [id])
        expect(gone).toEqual(isThere ? [] : [house])
        const entry = entries.find((each) => each.id === id)!
        expect(entry.organisation).toBe(organisation)
        expect(entry.version).toBe(await manifestVersion(id))
        versions.push(entry.version)
      }
      // There or not there: two looks.
      const [without, withIt] = versions
      expect(versions).toEqual([without, withIt, without, withIt, without])
      expect(withIt).not.toBe(without)
      expect(await seen(other)).toEqual(untouched)
      expect(await manifestVersion(apart)).toBeUndefined()
    })

    test('stays as it is when the organisation is published anew', async () => {
      const house = await liveOrganisation()
      const id = await live({ ...fields, ...belongsTo(house) }, uid)
      const [before, since] = [await seen(id), await wanted(molenwijk)]
      await beheer.publish(ORGANISATION, house, { name: 'Nieuwe naam' })
      expect(idsOf((await changesSince(since)).entries)).toEqual([house])
      expect(await seen(id)).toEqual(before)
      expect(before.organisation).toBe(house)
    })

    test('that was saved is not public, and gone when the saved change is thrown away', async () => {
      const [first, second] = [await organisation(), await liveOrganisation()]
      const id = await live({ ...fields, ...belongsTo(first) }, uid)
      await beheer.update(uid, id, belongsTo(second))
      expect((await seen(id)).organisation).toBeNull()
      await file('POST', `/content-manager/collection-types/${uid}/${id}/actions/discard`, {})
      const shown = await beheer.ask('GET', `/content-manager/relations/${uid}/${id}/organisation`)
      const { results } = shown.body as unknown as { results: { documentId: string }[] }
      expect(results.map(({ documentId }) => documentId)).toEqual([first])
      await beheer.publish(ORGANISATION, first)
      expect((await seen(id)).organisation).toBe(first)
    })

    test('goes when the entry lets go of it', async () => {
      const house = await liveOrganisation()
      const id = await live({ ...fields, ...belongsTo(house) }, uid)
      await beheer.update(uid, id, { organisation: { disconnect: [{ documentId: house }] } })
      expect((await seen(id)).organisation).toBe(house)
      await beheer.publish(uid, id)
      expect((await seen(id)).organisation).toBeNull()
    })
  })

  test('is not there while the live organisation is in another wijk', async () => {
    const house = await liveOrganisation()
    await beheer.update(ORGANISATION, house, { wijk: { connect: [{ documentId: parkwijk }] } })
    const id = await draft({ ...belongsTo(house), wijk: { connect: [{ documentId: parkwijk }] } })
    await beheer.publish(ARTICLE, id)
    const organisationOf = async () => {
      const { data } = await cms.graphql(
        'query ($wijk: ID!, $ids: [ID!]!) { entries(wijk: $wijk, ids: $ids) { entries } }',
        { wijk: parkwijk, ids: [id] },
      )
      const { entries } = data!['entries'] as { entries: Seen[] }
      return [entries[0]?.organisation, entries[0]?.version === (await manifestVersion(id, parkwijk))]
    }
    expect(await organisationOf()).toEqual([null, true])
    await beheer.publish(ORGANISATION, house)
    expect(await organisationOf()).toEqual([house, true])
  })

  async function manifestVersion(id: string, wijk = molenwijk): Promise<string | undefined> {
    return (await cms.client.manifest(wijk))?.entries.find((entry) => entry.id === id)?.version
  }
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
