/** What holds for every content type, whatever it is: a new one in the list is tried here without being named. */
import type { WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aPhoto, type AdminAnswer, type Editor, paragraph } from '../support/editor.ts'
import { ENTRY_TYPES, type EntryType, least, needed } from '../support/entry-types.ts'

let cms: Cms
let anna: Editor
let bram: Editor
let molenwijk: WijkId
let parkwijk: WijkId
const SECRET = 'Alleen voor het park'
/** What Bram has in the parkwijk, by content type. */
const ofBram = new Map<string, string>()

beforeAll(async () => {
  cms = await startCms()
  const wijk = (slug: string, who: string) =>
    cms.client.importWijk({
      wijk: { slug, name: `Wijk ${slug}`, state: 'active', editors: [`${who}@wijkpers.test`] },
      entries: [],
    })
  molenwijk = await wijk('molenwijk', 'anna')
  parkwijk = await wijk('parkwijk', 'bram')
  ;[anna, bram] = await Promise.all([cms.editor('anna@wijkpers.test'), cms.editor('bram@wijkpers.test')])
  for (const type of ENTRY_TYPES)
    ofBram.set(type.uid, await bram.create(type.uid, await fields(type, bram, SECRET)))
})
afterAll(() => cms[Symbol.asyncDispose]())

const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
let number = 0

/** The fields of an entry that can be published; makes what it must link to. */
async function fields(type: EntryType, who: Editor, name = `Naam ${++number}`): Promise<object> {
  const link = type.links.find(({ field }) => field === needed[type.kind])
  const linked = link ? { [link.field]: connect(await live(typeOf(link.to), who)) } : {}
  return { [type.name.field]: name, ...least[type.kind], ...linked }
}
const connect = (documentId: string) => ({ connect: [{ documentId }] })
const typeOf = (uid: string) => ENTRY_TYPES.find((type) => type.uid === uid)!

async function live(type: EntryType, who: Editor, more: object = {}): Promise<string> {
  const id = await who.create(type.uid, { ...(await fields(type, who)), ...more })
  await who.publish(type.uid, id)
  return id
}
const wanted = async () => (await cms.client.wijken()).find(({ id }) => id === molenwijk)!.wanted

interface Seen {
  readonly id: string
  readonly version: string
  readonly [field: string]: unknown
}
async function ask(since: number): Promise<{ entries: Seen[]; gone: string[] }> {
  const { data } = await cms.graphql(
    'query ($wijk: ID!, $since: Int!) { changes(wijk: $wijk, since: $since) { entries gone } }',
    { wijk: molenwijk, since },
  )
  return data!['changes'] as { entries: Seen[]; gone: string[] }
}
const seen = async (id: string) => (await ask(0)).entries.find((entry) => entry.id === id)
const manifestVersion = async (id: string) =>
  (await cms.client.manifest(molenwijk))?.entries.find((entry) => String(entry.id) === id)?.version
const attributesOf = async (uid: string) => {
  const { body } = await anna.ask('GET', `/content-manager/content-types/${uid}/configuration`)
  return (body.data as unknown as { contentType: { layouts: { edit: { name: string }[][] } } }).contentType
}

describe.each(ENTRY_TYPES.map((type) => [type.kind, type] as const))('a %s', (kind, type) => {
  const { uid } = type

  test('goes online with its address, as the site takes it, and comes off again', async () => {
    const before = await wanted()
    const id = await anna.create(uid, await fields(type, anna, 'Één naam voor alles'))
    expect(await seen(id)).toBeUndefined()
    await anna.publish(uid, id)
    expect(await seen(id)).toMatchObject({ kind, slug: 'een-naam-voor-alles' })
    const { entries } = await cms.client.entries(molenwijk, [id as never])
    expect(entries[0]?.entry).toMatchObject({ kind, id })
    const { body } = await anna.ask('GET', `/wijkpers/receipt?uid=${uid}&documentId=${id}`)
    expect(String(body.data?.['url'])).toContain(type.address('een-naam-voor-alles'))

    const online = await wanted()
    expect(online).toBeGreaterThan(before)
    await anna.unpublish(uid, id)
    expect(await wanted()).toBe(online + 1)
    expect((await ask(online)).gone).toEqual([id])
    await anna.remove(uid, id)
    expect(await wanted()).toBe(online + 1)
  })

  test('ends by itself where nobody said when, if it is of a kind that should', async () => {
    const id = await live(type, anna)
    const expiresAt = (await seen(id))!['expiresAt'] as string | null
    const days = expiresAt === null ? null : Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)
    expect(days).toBe(typeof type.ends === 'string' ? null : type.ends.afterDays)
    const chosen = new Date(Date.now() + 5 * 86_400_000).toISOString()
    const other = await live(type, anna, { expiresAt: chosen })
    expect((await seen(other))!['expiresAt']).toBe(chosen)
  })

  test('has the same version wherever it is asked', async () => {
    const id = await live(type, anna)
    const { version } = (await seen(id))!
    expect(await manifestVersion(id)).toBe(version)
    const { entries } = await cms.client.entries(molenwijk, [id as never])
    expect(entries[0]?.version).toBe(version)
    await anna.publish(uid, id)
    expect((await seen(id))?.version).not.toBe(version)
  })

  test('of another wijk can have the same address; in the same wijk it cannot', async () => {
    const slug = `zelfde-${kind.toLowerCase()}`
    for (const who of [anna, bram]) {
      const { status } = await who.ask('POST', at(uid), { ...(await fields(type, who)), slug })
      expect(status).toBe(201)
    }
    const again = await anna.ask('POST', at(uid), { ...(await fields(type, anna)), slug })
    expect(again.body.error?.message).toContain(`het webadres "${slug}" al`)
  })

  test('of another wijk cannot be seen, changed, published, linked to or deleted', async () => {
    const id = ofBram.get(uid)!
    const other = { ...(await fields(type, anna)), wijk: connect(parkwijk) }
    const acts: (() => Promise<AdminAnswer>)[] = [
      () => anna.ask('GET', at(uid, `/${id}`)),
      () => anna.ask('PUT', at(uid, `/${id}`), { [type.name.field]: 'Gekaapt' }),
      () => anna.ask('POST', at(uid, `/${id}/actions/publish`), {}),
      () => anna.ask('POST', at(uid, `/${id}/actions/discard`), {}),
      () => anna.ask('POST', at(uid, `/clone/${id}`), { [type.name.field]: 'Kopie' }),
      () => anna.ask('DELETE', at(uid, `/${id}`)),
      () => anna.ask('POST', at(uid), other),
    ]
    for (const act of acts) {
      const { status, body } = await act()
      expect([400, 403, 404]).toContain(status)
      expect(JSON.stringify(body)).not.toContain(SECRET)
    }
    const list = await anna.ask('GET', at(uid, '?pageSize=100'))
    expect(JSON.stringify(list.body)).not.toContain(SECRET)
    expect(JSON.stringify((await bram.ask('GET', at(uid, `/${id}`))).body)).toContain(SECRET)
  })

  test.each(type.links)(
    'can link by $field within its wijk only, and the link resolves live',
    async (link) => {
      const { field, to } = link
      const strange = await anna.ask('POST', at(uid), {
        ...(await fields(type, anna)),
        [field]: connect(ofBram.get(to)!),
      })
      expect(strange.status).toBe(403)
      expect(JSON.stringify(strange.body)).not.toContain(SECRET)
      const choices = await anna.ask('GET', `/content-manager/relations/${uid}/${field}?pageSize=100`)
      expect(choices.status).toBe(200)
      expect(JSON.stringify(choices.body)).not.toContain(SECRET)

      const target = await live(typeOf(to), anna)
      const id = await live(type, anna, { [field]: connect(target) })
      const first = (await seen(id))!
      expect(first[field]).toBe(target)
      const since = await wanted()
      await anna.unpublish(to, target)
      const { entries } = await ask(since)
      const changed = entries.find((entry) => entry.id === id)!
      expect(changed[field]).toBeNull()
      expect(changed.version).not.toBe(first.version)
      expect(await manifestVersion(id)).toBe(changed.version)
    },
  )

  test('shows its fields in Dutch, each with a hint, and none that code keeps', async () => {
    const { body } = await anna.ask('GET', `/content-manager/content-types/${uid}/configuration`)
    const { contentType, components } = body.data as unknown as {
      contentType: Screen
      components: Record<string, Screen>
    }
    for (const screen of [contentType, ...Object.values(components)]) {
      const fields = screen.layouts.edit.flat().map(({ name }) => name)
      expect(fields.filter((field) => field.endsWith('Key'))).toEqual([])
      for (const field of fields) {
        const { label, description } = screen.metadatas[field]!.edit
        expect(label).not.toBe(field)
        expect(`${field}: ${description}`).toMatch(/\.$/)
      }
    }
    // What can be typed stands on the screen: a field that is forgotten in the layout cannot be filled in.
    const shown = new Set(contentType.layouts.edit.flat().map(({ name }) => name))
    const typed = Object.keys(contentType.metadatas).filter(
      (name) => !/Key$|^(id|documentId|createdAt|updatedAt|publishedAt|createdBy|updatedBy)$/.test(name),
    )
    expect(typed.filter((name) => !shown.has(name))).toEqual([])
  })
})

interface Screen {
  readonly layouts: { readonly edit: readonly (readonly { readonly name: string }[])[] }
  readonly metadatas: Readonly<
    Record<string, { readonly edit: { readonly label?: string; readonly description?: string } }>
  >
}

describe('files, wherever a type has them', async () => {
  const upload = async (who: Editor): Promise<number> => {
    const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('files', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'foto.jpg')
    const { body } = await who.ask('POST', '/upload', form)
    return (body as unknown as { id: number }[])[0]!.id
  }
  const places = async (type: EntryType): Promise<readonly ('photo' | 'photos')[]> => {
    const { layouts } = await attributesOf(type.uid)
    const names = new Set(layouts.edit.flat().map(({ name }) => name))
    return (['photo', 'photos'] as const).filter((name) => names.has(name))
  }

  test.each(ENTRY_TYPES.map((type) => [type.kind, type] as const))(
    'of a %s are of its own wijk, and count in its version until they are withdrawn',
    async (_, type) => {
      const ofOthers = await upload(bram)
      for (const place of await places(type)) {
        const put = (file: number) => {
          const photo = aPhoto(file)
          return { [place]: place === 'photos' ? [photo, { ...photo, alt: 'Nog een' }] : photo }
        }
        const refused = await anna.ask('POST', at(type.uid), {
          ...(await fields(type, anna)),
          ...put(ofOthers),
        })
        expect([place, refused.status]).toEqual([place, 403])

        const file = await upload(anna)
        // As a script may write it: the file and nothing else, in place of the photo.
        const bare = (number: number) => ({ [place]: place === 'photos' ? [number] : number })
        const draft = await anna.create(type.uid, await fields(type, anna))
        expect((await anna.ask('PUT', at(type.uid, `/${draft}`), bare(ofOthers))).status).toBe(403)
        const taken = await anna.ask('PUT', at(type.uid, `/${draft}`), bare(file))
        expect(taken.status).toBe(200)
        expect(taken.body.data?.[place]).toMatchObject(
          place === 'photos' ? [{ file: { id: file } }] : { file: { id: file } },
        )

        const nonsense = await anna.ask('PUT', at(type.uid, `/${draft}`), { [place]: 'plein.jpg' })
        expect(nonsense.status).toBe(400)

        const id = await live(type, anna, put(file))
        const first = (await seen(id))!
        const shown = first[place]
        expect(JSON.stringify(shown)).toContain('Het Molenplein met bomen')
        expect(await manifestVersion(id)).toBe(first.version)

        const before = await wanted()
        await anna.ask('DELETE', `/upload/files/${file}`)
        expect(await wanted()).toBe(before + 1)
        const after = (await ask(before)).entries.find((entry) => entry.id === id)!
        expect(after[place]).toEqual(place === 'photos' ? [] : null)
        expect(after.version).not.toBe(first.version)
        expect(await manifestVersion(id)).toBe(after.version)
      }
    },
  )
})

test('an import of one of everything, twice, writes once; what it wrote can be edited on', async () => {
  const entries = ENTRY_TYPES.map((type) => {
    const link = needed[type.kind]
    return {
      kind: type.kind,
      slug: `import-${type.kind.toLowerCase()}`,
      [type.name.field]: 'Ingevoerd',
      ...least[type.kind],
      ...(link ? { [link]: `import-${link}` } : {}),
    }
  })
  const data = { wijk: { slug: 'importwijk', state: 'active', editors: ['petra@wijkpers.test'] }, entries }
  const wijk = await cms.client.importWijk(data)
  await cms.client.importWijk(data)
  const manifest = (await cms.client.manifest(wijk))!
  expect(manifest.revision).toBe(1)
  expect(manifest.entries).toHaveLength(ENTRY_TYPES.length)
  const { entries: answers } = await cms.client.entries(
    wijk,
    manifest.entries.map(({ id }) => id),
  )
  expect(answers.map(({ entry }) => entry.kind).toSorted()).toEqual(
    ENTRY_TYPES.map(({ kind }) => kind).toSorted(),
  )
  const petra = await cms.editor('petra@wijkpers.test')
  for (const { entry } of answers) {
    const { uid, name } = ENTRY_TYPES.find(({ kind }) => kind === entry.kind)!
    await petra.update(uid, entry.id, { [name.field]: 'Verder geschreven' })
    await petra.publish(uid, entry.id)
  }
  expect((await cms.client.manifest(wijk))!.entries).toHaveLength(ENTRY_TYPES.length)
})

test('a component of an entry of another wijk cannot be taken by its number', async () => {
  const business = ENTRY_TYPES.find(({ kind }) => kind === 'business')!
  const hours = [{ day: 'monday', opensAt: '09:00:00.000', closesAt: '17:00:00.000' }]
  const id = await bram.create(business.uid, { ...(await fields(business, bram)), openingHours: hours })
  const { body } = await bram.ask('GET', at(business.uid, `/${id}`))
  const [{ id: row }] = body.data!['openingHours'] as [{ id: number }]
  const own = await anna.create(business.uid, await fields(business, anna))
  const answer = await anna.ask('PUT', at(business.uid, `/${own}`), {
    openingHours: [{ ...hours[0], id: row, opensAt: '03:00:00.000' }],
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  const { body: after } = await bram.ask('GET', at(business.uid, `/${id}`))
  expect(after.data?.['openingHours']).toMatchObject([{ opensAt: '09:00:00.000' }])
})

test('the text editor of no type has pictures', async () => {
  const image = { type: 'image', image: { url: '/uploads/x.jpg' }, children: [] }
  for (const type of ENTRY_TYPES) {
    const data = { ...(await fields(type, anna)), body: [paragraph('x'), image] }
    const { status } = await anna.ask('POST', at(type.uid), data)
    expect([type.kind, status]).toEqual([type.kind, 400])
  }
})
