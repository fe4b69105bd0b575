import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import {
  type AdminAnswer,
  ARTICLE,
  type Editor,
  EVENT,
  INFO_PAGE,
  ORGANISATION,
  paragraph,
  WIJK,
  aPhoto,
} from '../support/editor.ts'

/** Everyone of the molenwijk at work: what each role may do, and what it may not, by whichever door. */
let cms: Cms
let anna: Editor
let sam: Editor
let petra: Editor
let coach: Editor
let beheer: Editor
let molenwijk: WijkId

const everyone = ['anna', 'sam', 'petra', 'coach'].map((name) => `${name}@wijkpers.test`)

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], { editors: everyone }))
  ;[anna, sam, petra, coach, beheer] = (await Promise.all(
    [...everyone, 'beheer@wijkpers.test'].map((email) => cms.editor(email)),
  )) as [Editor, Editor, Editor, Editor, Editor]
})
afterAll(() => cms[Symbol.asyncDispose]())

const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const body = [paragraph('Tekst.')]
const NOTICE = 'api::notice.notice'
const liveIds = async () => (await cms.client.manifest(molenwijk))!.entries.map(({ id }) => String(id))
const messageOf = ({ body }: AdminAnswer) => body.error?.message

/** One after another, what an editor asks; the statuses. */
async function statuses(who: Editor, uid: string, id: string): Promise<Record<string, number>> {
  const asks: [string, string, string, object?][] = [
    ['update', 'PUT', at(uid, `/${id}`), { title: 'Anders' }],
    ['publish', 'POST', at(uid, `/${id}/actions/publish`), {}],
    ['unpublish', 'POST', at(uid, `/${id}/actions/unpublish`), {}],
    ['discard', 'POST', at(uid, `/${id}/actions/discard`), {}],
    ['bulkPublish', 'POST', at(uid, '/actions/bulkPublish'), { documentIds: [id] }],
    ['bulkUnpublish', 'POST', at(uid, '/actions/bulkUnpublish'), { documentIds: [id] }],
    ['bulkDelete', 'POST', at(uid, '/actions/bulkDelete'), { documentIds: [id] }],
    ['clone', 'POST', at(uid, `/clone/${id}`), { title: 'Kopie', body }],
    ['delete', 'DELETE', at(uid, `/${id}`)],
  ]
  const found: Record<string, number> = {}
  for (const [name, method, path, data] of asks) found[name] = (await who.ask(method, path, data)).status
  return found
}

test('who only writes makes a preview of what he wrote, and of nothing else', async () => {
  const preview = (who: Editor, uid: string, documentId: string) =>
    who.ask('POST', '/wijkpers/preview', { uid, documentId })
  const house = await anna.create(ORGANISATION, { name: 'De Ark', phone: '06 12345678' })
  const ofOthers = await preview(sam, ORGANISATION, house)
  expect([ofOthers.status, messageOf(ofOthers)]).toEqual([
    403,
    'Dit heeft iemand anders gemaakt. Een voorbeeld ervan bekijkt een buurtverbinder of een coach.',
  ])
  // Let through, to a publisher that is not there.
  const AWAY = expect.stringMatching(/^Het voorbeeld kan nu niet gemaakt worden/)
  const own = await sam.create(ARTICLE, { title: 'Van Sam', body })
  expect(messageOf(await preview(sam, ARTICLE, own))).toEqual(AWAY)
  expect(messageOf(await preview(coach, ARTICLE, own))).toEqual(AWAY)
})

describe('the roles', () => {
  test('are ours and the operator, with Dutch names and descriptions', async () => {
    const { body } = await beheer.ask('GET', '/admin/roles')
    const roles = body.data as unknown as { code: string; name: string; description: string }[]
    expect(Object.fromEntries(roles.map(({ code, name }) => [code, name]))).toEqual({
      'strapi-super-admin': 'Platformbeheerder',
      buurtverbinder: 'Buurtverbinder',
      buurtsupporter: 'Buurtsupporter',
      professional: 'Professional',
      coach: 'Coach',
    })
    for (const { description } of roles) expect(description).toMatch(/^[A-Z].*\.$/)
  })
})

describe('a buurtsupporter', () => {
  test('finds a notice by what he may read of it, and never by how its maker can be reached', async () => {
    const notice = {
      title: 'Fietsles',
      noticeKind: 'request',
      summary: 'Wie leert mij fietsen?',
      contactName: 'Truus',
      contactEmail: 'truus@voorbeeld.nl',
      contactPhone: '0612345678',
    }
    await anna.create(NOTICE, notice)
    const found = async (who: Editor, query: string) => {
      const { status, body } = await who.ask('GET', at(NOTICE, `?${query}`))
      return status === 200 ? (body as unknown as { results: object[] }).results.length : status
    }
    for (const words of ['FIETSLES', 'mij fietsen', 'Truus', '@voorbeeld', '0612'])
      expect([words, await found(anna, `_q=${words}`)]).toEqual([words, 1])
    for (const words of ['fietsles', 'mij fietsen']) expect(await found(sam, `_q=${words}`)).toBe(1)
    for (const words of ['Truus', '@voorbeeld', '0612', molenwijk])
      expect([words, await found(sam, `_q=${words}`)]).toEqual([words, 0])
    // What he may not read is no filter for him either: it is left out.
    expect(await found(sam, 'filters[contactPhone][$startsWith]=07')).toBe(1)
  })

  test('makes a draft with few fields, changes it and throws it away', async () => {
    const id = await sam.create(ARTICLE, {
      title: 'Nieuwe bankjes',
      body,
      slug: 'zelf-gekozen',
      publishedFirstAt: '2020-01-01T00:00:00.000Z',
    })
    const { body: kept } = await anna.ask('GET', at(ARTICLE, `/${id}`))
    expect(kept.data).toMatchObject({ slug: 'nieuwe-bankjes', publishedFirstAt: null })
    await sam.update(ARTICLE, id, { title: 'Nieuwe bankjes in het park' })
    await sam.remove(ARTICLE, id)
  })

  test('writes a notice and a shop too, but not how somebody is reached', async () => {
    const notice = await sam.create('api::notice.notice', {
      title: 'Wie helpt mij?',
      noticeKind: 'request',
      summary: 'Ik zoek iemand voor de tuin.',
      contactEmail: 'buur@voorbeeld.nl',
      showContact: true,
    })
    const shop = await sam.create('api::business.business', {
      name: 'Bakkerij Mulder',
      businessKind: 'shop',
      openingHours: [{ day: 'monday', opensAt: '09:00:00.000', closesAt: '17:00:00.000' }],
    })
    expect((await anna.ask('GET', at('api::notice.notice', `/${notice}`))).body.data).toMatchObject({
      title: 'Wie helpt mij?',
      contactEmail: null,
      showContact: false,
    })
    for (const [uid, id] of [
      ['api::notice.notice', notice],
      ['api::business.business', shop],
    ] as const) {
      expect((await sam.ask('POST', at(uid, `/${id}/actions/publish`), {})).status).toBe(403)
      expect((await sam.ask('POST', '/wijkpers/review/hand-in', { uid, documentId: id })).status).toBe(200)
    }
    for (const kind of ['deal', 'person', 'liveability-project', 'edition', 'advertisement'])
      expect((await sam.ask('GET', at(`api::${kind}.${kind}`))).status).toBe(403)
  })

  test('puts nothing on the site, also not by a word in the body', async () => {
    const draft = await sam.create(ARTICLE, { title: 'Niet online', body })
    const before = await cms.client.wijken()
    const answers = [
      await sam.ask('POST', at(ARTICLE, `/${draft}/actions/publish`), {}),
      await sam.ask('POST', at(ARTICLE, '/actions/publish'), { title: 'Zo dan', body }),
      await sam.ask('POST', at(ARTICLE, '/actions/bulkPublish'), { documentIds: [draft] }),
      await sam.ask('POST', at(ARTICLE), { title: 'Of zo', body, status: 'published' }),
      await sam.ask('PUT', at(ARTICLE, `/${draft}`), { title: 'Of zo', status: 'published' }),
      await sam.ask('POST', at(ARTICLE, '?status=published'), { title: 'Of zo', body }),
    ]
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await cms.client.wijken()).toEqual(before)
    expect(await liveIds()).not.toContain(draft)
  })

  test('does nothing to the work of somebody else', async () => {
    const ofAnna = await anna.create(ARTICLE, { title: 'Van Anna', body })
    const answers = Object.values(await statuses(sam, ARTICLE, ofAnna))
    expect(answers.filter((status) => ![403, 404].includes(status))).toEqual([])
    expect((await sam.ask('GET', at(ARTICLE, `/${ofAnna}`))).body.data?.['title']).toBe('Van Anna')
  })

  test('does nothing to his own work once it is on the site', async () => {
    const id = await sam.create(ARTICLE, { title: 'Van Sam', body })
    await anna.publish(ARTICLE, id)
    const before = await cms.client.wijken()
    expect(Object.values(await statuses(sam, ARTICLE, id)).every((status) => status === 403)).toBe(true)
    expect(await cms.client.wijken()).toEqual(before)
    const refused = await sam.ask('PUT', at(ARTICLE, `/${id}`), { title: 'Anders' })
    expect(messageOf(refused)).toBe('Dit staat op de site. Vraag een buurtverbinder om het te wijzigen.')

    // Nor when it was taken off again: what once was on the site, others have read.
    await anna.unpublish(ARTICLE, id)
    const answers = Object.values(await statuses(sam, ARTICLE, id))
    expect(answers.filter((status) => ![403, 404].includes(status))).toEqual([])
    expect(messageOf(await sam.ask('PUT', at(ARTICLE, `/${id}`), { title: 'Anders' }))).toBe(
      'Dit heeft op de site gestaan. Vraag een buurtverbinder om het te wijzigen.',
    )
  })

  test('sees no settings of the wijk, no organisations and no pages', async () => {
    for (const uid of [WIJK, ORGANISATION, INFO_PAGE])
      expect((await sam.ask('GET', at(uid))).status).toBe(403)
  })
})

describe('a photo of a buurtsupporter', () => {
  const upload = async (who: Editor) => {
    const { default: sharp } = await import('sharp')
    const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('files', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), 'foto.jpg')
    const { body } = await who.ask('POST', '/upload', form)
    return (body as unknown as { id: number }[])[0]!.id
  }
  const redescribe = (who: Editor, file: number) => {
    const form = new FormData()
    form.set('fileInfo', JSON.stringify({ alternativeText: 'Anders' }))
    return who.ask('PUT', `/upload/files/${file}`, form)
  }

  test('is hers until it is on the site; those of others are not', async () => {
    const [own, ofAnna] = [await upload(sam), await upload(anna)]
    expect((await redescribe(sam, own)).status).toBe(200)
    expect((await redescribe(sam, ofAnna)).status).toBe(403)

    const id = await sam.create(ARTICLE, { title: 'Met foto', body, photo: aPhoto(own) })
    const review = (act: string) =>
      sam.ask('POST', `/wijkpers/review/${act}`, { uid: ARTICLE, documentId: id })
    await review('hand-in')
    for (const { status, body: told } of [
      await redescribe(sam, own),
      await sam.ask('DELETE', `/upload/files/${own}`),
    ])
      expect([status, told.error?.message]).toEqual([
        403,
        'Dit is ingeleverd. Neem het eerst terug als je nog iets wilt wijzigen.',
      ])
    await review('take-back')
    expect((await redescribe(sam, own)).status).toBe(200)
    await anna.publish(ARTICLE, id)
    const before = await cms.client.wijken()
    const answers = [
      await redescribe(sam, own),
      await sam.ask('DELETE', `/upload/files/${own}`),
      await sam.ask('POST', '/upload/actions/bulk-delete', { fileIds: [own], folderIds: [] }),
      await sam.ask('POST', '/upload/actions/bulk-update', {
        updates: [{ id: own, fileInfo: { caption: 'x' } }],
      }),
      await sam.ask('POST', '/upload/actions/bulk-delete', { fileIds: [ofAnna], folderIds: [] }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(await cms.client.wijken()).toEqual(before)
  })
})

describe('a coach', () => {
  test('improves, publishes and takes back what others made, and makes and deletes nothing', async () => {
    const id = await sam.create(ARTICLE, { title: 'Van Sam voor de coach', body })
    expect(await statuses(coach, ARTICLE, id)).toEqual({
      update: 200,
      publish: 200,
      unpublish: 200,
      // There is nothing left to go back to.
      discard: 404,
      bulkPublish: 200,
      bulkUnpublish: 200,
      bulkDelete: 403,
      clone: 403,
      delete: 403,
    })
    expect((await coach.ask('POST', at(ARTICLE), { title: 'Nieuw', body })).status).toBe(403)
    expect((await coach.ask('GET', at(WIJK, `/${molenwijk}`))).status).toBe(200)
    expect((await coach.ask('PUT', at(WIJK, `/${molenwijk}`), { tagline: 'Van de coach' })).status).toBe(403)
  })
})

describe('a professional', () => {
  test('does what a buurtverbinder does', async () => {
    for (const who of [petra, anna]) {
      const id = await who.create(EVENT, { title: 'Inloop', startsAt: '2026-12-01T10:00:00.000Z' })
      await who.publish(EVENT, id)
      expect(await liveIds()).toContain(id)
      await who.remove(EVENT, id)
      expect((await who.ask('PUT', at(WIJK, `/${molenwijk}`), { tagline: 'Samen' })).status).toBe(200)
    }
  })
})

describe('what somebody may do', () => {
  test('is another with his next request: a permission taken from his role, a wijk that he left', async () => {
    const id = await anna.create(ARTICLE, { title: 'Nieuwe regels', body })
    const publish = async () => (await coach.ask('POST', at(ARTICLE, `/${id}/actions/publish`), {})).status
    expect(await publish()).toBe(200)

    const roles = (await beheer.ask('GET', '/admin/roles')).body.data as unknown as {
      id: number
      code: string
    }[]
    const permissions = `/admin/roles/${roles.find(({ code }) => code === 'coach')!.id}/permissions`
    const all = (await beheer.ask('GET', permissions)).body.data as unknown as {
      action: string
      subject: string
      properties: object
      conditions: string[]
    }[]
    const give = async (given: typeof all) => {
      const asked = given.map(({ action, subject, properties, conditions }) => ({
        action,
        subject,
        properties,
        conditions,
      }))
      expect((await beheer.ask('PUT', permissions, { permissions: asked })).status).toBe(200)
    }
    await give(
      all.filter(({ action, subject }) => !(action.endsWith('explorer.publish') && subject === ARTICLE)),
    )
    expect(await publish()).toBe(403)
    await give(all)
    expect(await publish()).toBe(200)

    const me = await coach.ask('GET', '/admin/users/me')
    const editors = { disconnect: [{ id: (me.body.data as { id: number }).id }] }
    await beheer.update(WIJK, molenwijk, { editors })
    expect(await publish()).toBe(404)
  })
})
