/**
 * Walks every route of the installed Strapi, plugins included, as each kind of editor of the molenwijk, with everything
 * there is to know about the parkwijk in the address, the query and the body. Nothing of the park may come back, and
 * nothing of it may differ afterwards.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings, root } from '../../scripts/settings.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { articles, aWijk } from '../support/content.ts'
import { inDatabase, tablesOf } from '../support/database.ts'
import { ARTICLE, type Editor, EVENT, ORGANISATION, paragraph, WIJK } from '../support/editor.ts'
import { ENTRY_TYPES, least } from '../support/entry-types.ts'
import { askOnce } from '../support/own-connection.ts'
import { CLOSED_GRAPHQL, OPEN, OPERATORS_ONLY, SHUT_API } from './known-routes.ts'

// Loaded by their addresses, because the CMS is checked with a configuration of its own.
const ofCms = async <T>(path: string) =>
  (await import(new URL(`../../apps/cms/src/${path}`, import.meta.url).href)) as T
const { EDITOR_ROUTES } = await ofCms<{ EDITOR_ROUTES: Readonly<Record<string, string>> }>(
  'walls/editor-routes.ts',
)

/** Stands in everything of the park, so that whatever leaks can be seen. */
const SECRET = 'Parkgeheim'
/** Ends the session that the walk goes on with: asked last. */
const LAST = ['DELETE /admin/users/me/sessions', 'POST /admin/logout']

let cms: Cms
let routes: string[]
let bram: Editor
let molenwijk: string
let parkwijk: string
/** Of the park: documentIds by type, and numbers of files, folders, people. */
let park: {
  documents: Record<string, string>
  rows: Record<string, number>
  file: number
  folder: number
  bram: number
  /** A draft in the molenwijk, that the park has on its site still. */
  moved: string
}

beforeAll(async () => {
  ;[cms, routes] = await Promise.all([startCms(), listRoutes()])
  const ofMolenwijk = ['anna', 'sam', 'petra', 'coach'].map((name) => `${name}@wijkpers.test`)
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', articles(2), { editors: ofMolenwijk }))
  parkwijk = await cms.client.importWijk(
    aWijk('parkwijk', [{ slug: 'geheim', title: `${SECRET} live` }], {
      editors: ['bram@wijkpers.test'],
      name: SECRET,
      tagline: SECRET,
    }),
  )
  bram = await cms.editor('bram@wijkpers.test')
  const beheer = await cms.editor('beheer@wijkpers.test')

  const body = [paragraph(SECRET)]
  const startsAt = '2027-01-01T19:00:00.000Z'
  const file = await upload(bram)
  const organisation = await bram.create(ORGANISATION, { name: SECRET, email: 'geheim@park.test' })
  const documents: Record<string, string> = { [WIJK]: parkwijk, [ORGANISATION]: organisation }
  for (const { uid, kind, name } of ENTRY_TYPES)
    documents[uid] ??= await bram.create(uid, {
      [name.field]: SECRET,
      body,
      startsAt,
      ...least[kind],
      photo: { file, alt: SECRET, maker: SECRET, licence: 'ownWork', people: 'nobody' },
      organisation: { connect: [{ documentId: organisation }] },
    })
  await bram.publish(EVENT, documents[EVENT]!)
  const wijkOf = (documentId: string) => ({ wijk: { connect: [{ documentId }] } })
  const moved = await beheer.create(ARTICLE, {
    title: 'Verhuisd',
    body: [paragraph('x')],
    ...wijkOf(parkwijk),
  })
  await beheer.publish(ARTICLE, moved)
  await beheer.update(ARTICLE, moved, wijkOf(molenwijk))
  const made = await beheer.ask('POST', '/upload/folders', { name: SECRET, parent: null })
  park = {
    documents,
    rows: await numbersOf(documents),
    file,
    folder: Number(made.body.data?.['id']),
    bram: Number((await bram.ask('GET', '/admin/users/me')).body.data?.['id']),
    moved,
  }
})
afterAll(() => cms?.[Symbol.asyncDispose]())

test('every route is known: a new one is closed to editors, until somebody decided whose it is', () => {
  const known = new Set([...Object.keys(EDITOR_ROUTES), ...OPEN, ...OPERATORS_ONLY, ...SHUT_API])
  expect(routes.filter((route) => !known.has(route) && !route.endsWith(CLOSED_GRAPHQL))).toEqual([])
  expect([...known].filter((route) => !routes.includes(route))).toEqual([])
})

test.each(['anna', 'sam', 'petra', 'coach'])(
  'no route gives %s anything of another wijk, or changes it',
  async (name) => {
    const editor = await cms.editor(`${name}@wijkpers.test`)
    const before = await ofThePark()
    const leaks: string[] = []
    const open: string[] = []
    for (const route of [...routes.filter((each) => !LAST.includes(each)), ...LAST]) {
      if (OPEN.has(route) || route.endsWith(CLOSED_GRAPHQL)) continue
      const isTheirs = Object.hasOwn(EDITOR_ROUTES, route)
      // Refused by its method and path, before anything else of it is read.
      const asks = OPERATORS_ONLY.has(route) ? asksOf(route).slice(0, 1) : asksOf(route)
      for (const [method, address, body] of asks) {
        const { status, body: answer } = await editor.ask(method, address, body)
        if (tellsOfThePark(answer, address, body)) leaks.push(`${route}: ${JSON.stringify(answer)}`)
        if (!isTheirs && ![401, 403, 404].includes(status)) open.push(`${route}: ${status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(open).toEqual([])
    expect(await ofThePark()).toEqual(before)
  },
  300_000,
)

describe('without a login', () => {
  test('no route answers but the way in, and what says that it is up', async () => {
    const before = await ofThePark()
    const answered: string[] = []
    for (const route of routes) {
      if (OPEN.has(route) || route.endsWith(CLOSED_GRAPHQL)) continue
      for (const [method, address, body] of asksOf(route).slice(0, 1)) {
        const { status } = await askOnce(`${cms.url}${address}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        if (![401, 403, 404, 405].includes(status)) answered.push(`${route}: ${status}`)
      }
    }
    expect(answered).toEqual([])
    expect(await ofThePark()).toEqual(before)
  })

  test('the REST API gives nothing, not even for a token of Strapi', async () => {
    const operator = await cms.editor('beheer@wijkpers.test')
    const { body } = await operator.ask('GET', '/admin/api-tokens')
    expect(body.data).toEqual([])
    const made = await operator.ask('POST', '/admin/api-tokens', {
      name: 'Alles',
      description: '',
      type: 'full-access',
      lifespan: null,
    })
    const authorization = `Bearer ${String(made.body.data?.['accessKey'])}`
    for (const path of ['/api/articles', '/api/upload/files', '/api/i18n/locales', '/api/wijken'])
      expect((await askOnce(`${cms.url}${path}`, { headers: { authorization } })).status).toBe(404)
  })
})

async function listRoutes(): Promise<string[]> {
  const data = mkdtempSync(join(tmpdir(), 'wijkpers-routes-'))
  try {
    const { env } = readSettings({
      WIJKPERS_DATA: data,
      DATABASE_URL: '',
      SERVE_ADMIN: 'true',
      LOG_LEVEL: 'error',
    })
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/routes.cjs'], {
      cwd: join(root, 'apps/cms'),
      env,
    })
    const found = JSON.parse(stdout.trim().split('\n').at(-1)!) as { methods: string[]; path: string }[]
    return found.flatMap(({ methods, path }) => {
      // What answers to every method is one route.
      const each = methods.length > 7 ? ['GET'] : methods.filter((method) => method !== 'HEAD')
      return each.map((method) => `${method} ${path}`)
    })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function upload(who: Editor): Promise<number> {
  const jpeg = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2f6f4e' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('files', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), `${SECRET}.jpg`)
  const { body } = await who.ask('POST', '/upload', form)
  return (body as unknown as { id: number }[])[0]!.id
}

type Ask = readonly [method: string, address: string, body: unknown]

/** What is asked of one route: for every type of content, with and without a query that fishes. */
function asksOf(route: string): Ask[] {
  const [method = '', path = ''] = route.split(' ')
  const uids = /:(model|contentType|uid)\b/.test(path) ? Object.keys(park.documents) : [ARTICLE]
  return uids.flatMap((uid) => {
    const documentId = park.documents[uid]!
    const ids =
      path.startsWith('/upload') || path.startsWith('/admin')
        ? numbersFor(path)
        : [documentId, ...(uid === ARTICLE ? [park.moved] : [])]
    return ids.flatMap((id) => fieldsFor(path).flatMap((field) => fill(method, path, { uid, id, field })))
  })
}

function fill(
  method: string,
  path: string,
  { uid, id, field }: Record<'uid' | 'id' | 'field', string>,
): Ask[] {
  const address = path
    .replace(/:(model|contentType|uid)\b/, uid)
    .replace(/:(id|sourceId|documentId)\b/, id)
    .replace(':targetField', field)
    .replace(/:\w+/g, String(park.bram))
  if (method === 'GET') return queriesAbout(uid).map((query) => [method, address + query, undefined])
  if (!['POST', 'PUT'].includes(method)) return [[method, address, undefined]]
  // What is new is nobody's yet: there it is the links alone that can be refused.
  const odd = method === 'POST' && path.endsWith('/collection-types/:model') ? ODD_SHAPES : []
  return [
    [method, address, bodyAbout(uid)],
    ...odd.flatMap((shape): Ask[] => [
      [method, address, { ...bodyAbout(uid), ...inPark(shape), wijk: undefined }],
      [method, address, { ...bodyAbout(uid, null), ...(uid === WIJK ? {} : { wijk: inPark(shape).wijk }) }],
    ]),
  ]
}

type Shape = (thing: { documentId?: string; id: number }) => unknown

const AS_THE_PANEL: Shape = (thing) => ({ connect: [thing] })

/** How else a body can point at a thing, by documentId where it has one and by number: shapes that Strapi reads, and mixes that its layers read differently. */
const ODD_SHAPES: readonly Shape[] = [
  ({ id }) => id,
  ({ id }) => ({ id, connect: [] }),
  (thing) => ({ ...thing, disconnect: [] }),
  (thing) => ({ set: null, connect: [thing] }),
  (thing) => ({ set: [thing], connect: [] }),
  ({ id }) => ({ connect: [{ documentId: '', id }] }),
  ({ id }) => [[{ id, options: { strict: false } }]],
  ({ id }) => ({ connect: { id, __pivot: {} }, options: { strict: false } }),
]

function numbersFor(path: string): string[] {
  if (path.startsWith('/upload/folders')) return [String(park.folder)]
  if (path.startsWith('/upload')) return [String(park.file)]
  return [String(park.bram)]
}

const fieldsFor = (path: string) =>
  path.includes(':targetField') ? ['wijk', 'organisation', 'editors', 'createdBy'] : ['']

function queriesAbout(uid: string): string[] {
  const id = park.documents[uid]!
  return [
    '',
    `?_q=${SECRET}&populate=*&status=published&pageSize=100`,
    `?filters[wijkKey][$eq]=${parkwijk}&filters[documentId][$eq]=${id}`,
    `?filters[createdBy][email][$contains]=bram&populate[createdBy]=*&populate[editors]=*`,
    `?id=${id}&ids[]=${park.file}&documentIds[]=${id}&documentId=${id}&uid=${uid}&wijk=${parkwijk}&sort=title&action=update`,
  ]
}

/** Every field that can point into the park. */
function inPark(
  shape: Shape,
): Record<'wijk' | 'organisation' | 'business' | 'edition' | 'photo' | 'photos' | 'pdf' | 'logo', unknown> {
  const entry = (uid: string) => shape({ documentId: park.documents[uid]!, id: park.rows[uid]! })
  const file = shape({ id: park.file })
  return {
    wijk: entry(WIJK),
    organisation: entry(ORGANISATION),
    business: entry('api::business.business'),
    edition: entry('api::edition.edition'),
    photo: { file },
    photos: [{ file }],
    pdf: file,
    logo: file,
  }
}

/** One body with all that any route could ask for; those that want less leave the rest. Without a shape it links nothing. */
function bodyAbout(uid: string, shape: Shape | null = AS_THE_PANEL): object {
  const documentId = park.documents[uid]!
  return {
    title: 'Gluurder',
    name: 'Gluurder',
    body: [paragraph('x')],
    startsAt: '2027-01-01T19:00:00.000Z',
    ...(shape ? inPark(shape) : {}),
    wijkKey: parkwijk,
    editors: { connect: [{ id: park.bram }] },
    uid,
    documentId,
    documentIds: [documentId],
    ids: [park.bram, park.file],
    fileIds: [park.file],
    folderIds: [park.folder],
    destinationFolderId: park.folder,
    updates: [{ id: park.file, fileInfo: { caption: 'Gluurder', folder: park.folder } }],
    urls: ['http://127.0.0.1/'],
    reason: 'Gluurder',
    user: park.bram,
    id: park.bram,
    email: 'bram@wijkpers.test',
    role: 'buurtverbinder',
    roles: [1],
    permissions: [{ action: 'plugin::content-manager.explorer.read', subject: uid }],
    contentTypeUID: uid,
    field: 'slug',
    data: { title: SECRET },
  }
}

/** Whether an answer says more of the park than the question did. */
function tellsOfThePark(answer: unknown, address: string, body: unknown): boolean {
  const asked = address + JSON.stringify(body ?? '')
  const told = JSON.stringify(answer ?? '')
  if (told.includes(SECRET) && !asked.includes(SECRET)) return true
  const inData = JSON.stringify((answer as { data?: unknown }).data ?? answer)
  return [SECRET, 'bram@', 'beheer@', 'Yilmaz', 'geheim@park.test', ...Object.values(park.documents)].some(
    (mark) => inData.includes(mark) && !/"(error|errors)":/.test(inData),
  )
}

/** Every row of the database that is about the park, whatever its table. */
async function ofThePark(): Promise<string[]> {
  const marks = [SECRET, 'bram@wijkpers.test', ...Object.values(park.documents)]
  const found: string[] = []
  for (const name of await tablesOf(cms.env)) {
    const rows = await inDatabase(cms.env, `select * from "${name}"`)
    const ofPark = rows.filter((row) => {
      const text = JSON.stringify(row)
      return (
        marks.some((mark) => text.includes(mark)) ||
        (name === 'wijken_editors_lnk' && row['wijk_id'] === park.rows[WIJK]) ||
        (name === 'admin_users_roles_lnk' && row['user_id'] === park.bram) ||
        row['file_id'] === park.file ||
        row['folder_id'] === park.folder
      )
    })
    found.push(...ofPark.map((row) => `${name} ${JSON.stringify(row)}`).toSorted())
  }
  return found
}

const TABLES = Object.fromEntries([[WIJK, 'wijken'], ...ENTRY_TYPES.map(({ uid, table }) => [uid, table])])

async function numbersOf(documents: Record<string, string>): Promise<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const [uid, documentId] of Object.entries(documents)) {
    const [row] = await inDatabase(
      cms.env,
      `select id from ${TABLES[uid]} where document_id = ? order by id`,
      [documentId],
    )
    numbers[uid] = Number(row?.['id'])
  }
  return numbers
}
