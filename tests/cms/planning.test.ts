import { nameOf, type EntryId, type WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { ahead } from '../support/ahead.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { inDatabase } from '../support/database.ts'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, ORGANISATION, paragraph } from '../support/editor.ts'

let cms: Cms
let anna: Editor
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(
    aWijk('molenwijk', [], { editors: ['anna@wijkpers.test', 'sam@wijkpers.test'] }),
  )
  await cms.client.importWijk(aWijk('eskerveen', [], { editors: ['bram@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
  // The first time of anything takes longer.
  await anna.publish(ARTICLE, await anna.create(ARTICLE, article({})))
})
afterAll(() => cms[Symbol.asyncDispose]())

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
/** Acts ahead of a moment of the entries that they make; those that were too late are thrown away, so that nothing of them counts. */
async function aheadOf<T>(acts: (moment: string, make: Editor['create']) => Promise<T>, editor = anna) {
  const made: [uid: string, id: string][] = []
  const make: Editor['create'] = async (uid, data) => {
    const id = await editor.create(uid, data)
    made.push([uid, id])
    return id
  }
  const throwAway = async () => {
    for (const [uid, id] of made.splice(0)) await editor.remove(uid, id)
  }
  return ahead((moment) => acts(moment, make), throwAway)
}

async function startAnew(): Promise<void> {
  await cms.kill9()
  await cms.restart()
}
const HOUR = 3_600_000
const article = (change: object) => ({ title: 'De markt', body: [paragraph('Kom kijken.')], ...change })
const at = (uid: string, id: string, rest = '') => `/content-manager/collection-types/${uid}/${id}${rest}`
const wanted = async () => (await cms.client.wijken()).find(({ id }) => id === molenwijk)!.wanted
const isLive = async (id: string) =>
  (await cms.client.entries(molenwijk, [id as EntryId])).entries.some(({ entry }) => entry.id === id)

async function draftOf(uid: string, id: string): Promise<Record<string, unknown>> {
  return (await anna.ask('GET', at(uid, id))).body.data!
}

/** What the admin says when it refuses; null when it does not. */
async function refusalOf(method: string, path: string, body: object): Promise<string | null> {
  const { status, body: answer } = await anna.ask(method, path, body)
  return status < 300 ? null : (answer.error?.message ?? '')
}

describe('houdbaar tot', () => {
  test.each([
    [ARTICLE, article({})],
    [EVENT, { title: 'Soep', startsAt: inMs(HOUR) }],
    [ORGANISATION, { name: 'De Brug', body: [paragraph('Welkom.')] }],
    [INFO_PAGE, { title: 'Tijdelijk', body: [paragraph('Zo lang het duurt.')] }],
  ])('takes %s back at that moment, and tells the publisher until when it is good', async (uid, data) => {
    const { moment: expiresAt, made } = await aheadOf(async (moment, make) => {
      const id = await make(uid, { ...data, expiresAt: moment })
      await anna.publish(uid, id)
      const [entry] = (await cms.client.entries(molenwijk, [id as EntryId])).entries
      return { id, entry, before: await wanted() }
    })
    const { id, entry, before } = made
    expect(entry).toMatchObject({ expiresAt })

    await until('it to be taken back', async () => !(await isLive(id)), { everyMs: 10 })
    expect(Date.now() - Date.parse(expiresAt)).toBeGreaterThanOrEqual(0)
    expect(await wanted()).toBe(before + 1)
    expect(await draftOf(uid, id)).toMatchObject({ publishedAt: null, expiresAt })

    // It may be saved as it is, but not go online to leave at once.
    await anna.update(uid, id, { ...data, expiresAt })
    expect(await refusalOf('POST', at(uid, id, '/actions/publish'), {})).toMatch(
      /^‘Houdbaar tot’ is al voorbij: /,
    )
    await anna.publish(uid, id, { ...data, expiresAt: null })
    expect(await isLive(id)).toBe(true)
  })

  test('a later moment counts once it is published: what is on the site goes by what is on the site', async () => {
    const { made: id } = await aheadOf(async (expiresAt, make) => {
      const expiring = await make(ARTICLE, article({ expiresAt }))
      await anna.publish(ARTICLE, expiring)
      await anna.update(ARTICLE, expiring, article({ title: 'Nog niet gepubliceerd', expiresAt: inMs(HOUR) }))
      return expiring
    })
    await until('it to be taken back', async () => !(await isLive(id)))
    expect(await draftOf(ARTICLE, id)).toMatchObject({ title: 'Nog niet gepubliceerd', publishedAt: null })
  })

  test('what has expired is left out of an import', async () => {
    const { wijk } = aWijk('molenwijk')
    const page = { kind: 'infoPage', title: 'Voorbij', body: [paragraph('x')], position: 9 }
    await cms.client.importWijk({
      wijk,
      entries: [
        { ...page, slug: 'voorbij', expiresAt: inMs(-HOUR) },
        { ...page, slug: 'nog-goed', expiresAt: inMs(HOUR) },
      ],
    })
    const { entries } = (await cms.client.changes(molenwijk, 0))!
    const slugs = entries.map(({ entry }) => entry.slug)
    expect(slugs).toContain('nog-goed')
    expect(slugs).not.toContain('voorbij')
  })
})

describe('publiceren op', () => {
  test('publishes the draft at that moment, once, and the plan is over', async () => {
    const { moment: publishAt, made } = await aheadOf(async (moment, make) => {
      const before = await wanted()
      const id = await make(ARTICLE, article({ publishAt: moment }))
      return { id, before, isLive: await isLive(id), wanted: await wanted() }
    })
    const { id, before } = made
    expect(made).toMatchObject({ isLive: false, wanted: before })

    await until('it to be published', () => isLive(id), { everyMs: 10 })
    expect(Date.now() - Date.parse(publishAt)).toBeGreaterThanOrEqual(0)
    expect(await wanted()).toBe(before + 1)
    expect(await draftOf(ARTICLE, id)).toMatchObject({ publishAt: null })
  })

  test('leaves a form that was opened before it free to save, and to publish', async () => {
    const { moment: publishAt, made: id } = await aheadOf((moment, make) =>
      make(ARTICLE, article({ publishAt: moment })),
    )
    await until('it to be published', () => isLive(id), { everyMs: 10 })
    const stillSays = (title: string) => article({ title, publishAt })
    expect(await refusalOf('PUT', at(ARTICLE, id), stillSays('Opgeslagen'))).toBeNull()
    expect(await draftOf(ARTICLE, id)).toMatchObject({ title: 'Opgeslagen', publishAt: null })
    expect(await refusalOf('POST', at(ARTICLE, id, '/actions/publish'), stillSays('Beter'))).toBeNull()
    const [shown] = (await cms.client.entries(molenwijk, [id as EntryId])).entries
    expect(nameOf(shown!.entry)).toBe('Beter')
  })

  test('is done by nobody, whoever published last, in whatever wijk', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const { made: id } = await aheadOf(async (publishAt, make) => {
      const planned = await make(ARTICLE, article({ publishAt }))
      // The clock looks again after each publish, from within the request of Anna, who may not touch what is Bram's.
      await anna.publish(ARTICLE, await anna.create(ARTICLE, article({})))
      return planned
    }, bram)
    const of = async <T>(path: string) =>
      (await bram.ask('GET', `/wijkpers/${path}?uid=${ARTICLE}&documentId=${id}`)).body.data as T
    const plan = await until('the moment to have its effect', async () => {
      const known = await of<{ publishAt: string | null; failed: object | null }>('plan')
      return known.publishAt === null ? known : undefined
    })
    expect(plan.failed).toBeNull()
    expect(await of('versions')).toMatchObject([{ who: null }])
    expect((await of<object[]>('trail'))[0]).toMatchObject({ act: 'publish', who: null })
  })

  test('brings a change to what is online already', async () => {
    const id = await anna.create(ARTICLE, article({ title: 'Eerst' }))
    await anna.publish(ARTICLE, id)
    const titles = async () =>
      (await cms.client.entries(molenwijk, [id as EntryId])).entries.map(({ entry }) => nameOf(entry))
    const { made: planned } = await ahead(
      async (publishAt) => {
        await anna.update(ARTICLE, id, article({ title: 'Daarna', publishAt }))
        return titles()
      },
      () => anna.publish(ARTICLE, id, article({ title: 'Eerst' })),
    )
    expect(planned).toEqual(['Eerst'])
    await expect.poll(titles).toEqual(['Daarna'])
  })

  test('that passed while the CMS was down is caught up with', async () => {
    const [anew, over, failed] = [
      await anna.create(ARTICLE, article({ publishAt: inMs(HOUR) })),
      await anna.create(ARTICLE, article({})),
      await anna.create(ARTICLE, article({})),
    ]
    await anna.publish(ARTICLE, over)
    const { moment, made } = await ahead(async (at) => {
      const planned = await anna.create(ARTICLE, article({ publishAt: at }))
      const expiring = await anna.create(ARTICLE, article({ expiresAt: at }))
      await anna.publish(ARTICLE, expiring)
      await cms.kill9()
      return { planned, expiring }
    }, startAnew)
    const { planned, expiring } = made
    // As an earlier version left them: nothing ended a plan that failed.
    for (const id of [anew, over, failed])
      await inDatabase(
        cms.env,
        'insert into failed_plans (document_id, planned_at, failed_at, reason) values (?, ?, ?, ?) returning id',
        [id, inMs(-2 * HOUR), inMs(-HOUR), 'Leeg'],
      )
    await until('the moment to pass', () => Promise.resolve(inMs(0) > moment))
    await cms.restart()
    anna = await cms.editor('anna@wijkpers.test')
    await until('what was planned to be online', () => isLive(planned))
    await until('what expired to be gone', async () => !(await isLive(expiring)))
    const kept = await inDatabase(cms.env, "select document_id from failed_plans where reason = 'Leeg'")
    expect(kept).toEqual([{ document_id: failed }])
  })

  test('is over when somebody publishes by hand, and when it is made empty', async () => {
    const id = await anna.create(ARTICLE, article({ publishAt: inMs(HOUR) }))
    await anna.publish(ARTICLE, id)
    expect(await isLive(id)).toBe(true)
    expect(await draftOf(ARTICLE, id)).toMatchObject({ publishAt: null })

    const other = await anna.create(ARTICLE, article({ publishAt: inMs(HOUR) }))
    await anna.update(ARTICLE, other, article({ publishAt: null }))
    expect(await draftOf(ARTICLE, other)).toMatchObject({ publishAt: null })
  })

  test('with the button Publiceren at once: one of the two was not meant', async () => {
    const planned = article({ publishAt: inMs(HOUR) })
    const path = `/content-manager/collection-types/${ARTICLE}/actions/publish`
    expect(await refusalOf('POST', path, planned)).toMatch(
      /^Je hebt gekozen wanneer dit online komt\. Klik op Opslaan/,
    )

    const id = await anna.create(ARTICLE, article({}))
    const said = await refusalOf('POST', at(ARTICLE, id, '/actions/publish'), planned)
    expect(said).toMatch(/^Je hebt gekozen/)
    expect(await isLive(id)).toBe(false)
    expect(await draftOf(ARTICLE, id)).toMatchObject({ publishAt: null })
  })

  test('that the rules refuse says why, is planned no more, and is not tried again', async () => {
    const soup = { title: 'Soep', startsAt: inMs(HOUR) }
    const planFor = async (documentId: string) => {
      const { body } = await anna.ask('GET', `/wijkpers/plan?uid=${EVENT}&documentId=${documentId}`)
      return body.data as { publishAt: string | null; failed: object | null }
    }
    const { moment: publishAt, made } = await aheadOf(async (moment, make) => {
      const documentId = await make(EVENT, { ...soup, publishAt: moment })
      // Sound when it was planned, and spoiled afterwards.
      await anna.update(EVENT, documentId, { ...soup, startsAt: null, publishAt: moment })
      return { id: documentId, before: await planFor(documentId) }
    })
    const { id, before } = made
    const planned = { ...soup, publishAt }
    const planOf = () => planFor(id)
    expect(before).toMatchObject({ publishAt, failed: null })
    const failed = await until('the plan to fail', async () => (await planOf()).failed ?? undefined)
    expect(failed).toEqual({
      plannedAt: planned.publishAt,
      reason: 'Vul eerst in wanneer de activiteit begint.',
    })
    expect(await isLive(id)).toBe(false)
    expect(await draftOf(EVENT, id)).toMatchObject({ publishAt: null })
    const { body: trail } = await anna.ask('GET', `/wijkpers/trail?uid=${EVENT}&documentId=${id}`)
    expect((trail.data as unknown as object[])[0]).toMatchObject({
      act: 'edit',
      who: null,
      title: 'Soep',
      detail: 'kwam niet online op het geplande moment: Vul eerst in wanneer de activiteit begint.',
    })

    const isListed = async () =>
      JSON.stringify((await anna.ask('GET', '/wijkpers/home')).body.data!['failed']).includes(id)
    expect(await isListed()).toBe(true)

    await anna.update(EVENT, id, { ...planned, publishAt: inMs(HOUR) })
    expect(await planOf()).toMatchObject({ failed: null })
    await anna.publish(EVENT, id)
    expect(await planOf()).toMatchObject({ publishAt: null, failed: null })
    await anna.unpublish(EVENT, id)
    expect(await planOf()).toMatchObject({ publishAt: null, failed: null })
    expect(await isListed()).toBe(false)
  })

  test('a copy begins without moments', async () => {
    const id = await anna.create(ARTICLE, article({ publishAt: inMs(HOUR), expiresAt: inMs(2 * HOUR) }))
    const path = `/content-manager/collection-types/${ARTICLE}/clone/${id}`
    const { body } = await anna.ask('POST', path, article({ title: 'Een kopie', slug: 'een-kopie' }))
    expect(body.data).toMatchObject({ publishAt: null, expiresAt: null })
  })
})

describe('what cannot be meant is refused in plain Dutch', () => {
  test.each([
    [
      { publishAt: inMs(-HOUR) },
      'Dit moment is al voorbij. Kies een later moment, of maak het veld leeg en publiceer zelf.',
    ],
    [
      { expiresAt: inMs(-1_000) },
      'Dit moment is al voorbij. Kies een later moment, of haal dit zelf van de site.',
    ],
    [
      { publishAt: inMs(2 * HOUR), expiresAt: inMs(HOUR) },
      '‘Houdbaar tot’ is niet later dan ‘Publiceren op’',
    ],
    [{ publishAt: 'morgen' }, 'Dit is geen dag met een tijd. Kies een dag en een tijd uit de lijst.'],
    [{ expiresAt: true }, 'Dit is geen dag met een tijd. Kies een dag en een tijd uit de lijst.'],
    [
      { expiresAt: '2999-01-01T00:00:00.000Z' },
      'Dit jaartal klopt niet. Kies een datum van 1900 tot en met 2099.',
    ],
    [{ publishAt: inMs(HOUR), body: null }, 'Vul eerst ‘Tekst’ in. Dan kun je dit plannen.'],
    [
      { publishAt: inMs(HOUR), title: '', slug: 'zo', body: [] },
      'Vul eerst ‘Titel’ en ‘Tekst’ in. Dan kun je dit plannen.',
    ],
  ])('%j', async (change, sentence) => {
    const said = await refusalOf('POST', `/content-manager/collection-types/${ARTICLE}`, article(change))
    expect(said?.startsWith(sentence) ? sentence : said).toBe(sentence)
  })

  test('a moment that stays as it is may have passed', async () => {
    const id = await anna.create(ARTICLE, article({ expiresAt: inMs(HOUR) }))
    await anna.update(ARTICLE, id, article({ title: 'Anders' }))
    const { expiresAt } = await draftOf(ARTICLE, id)
    expect(await refusalOf('PUT', at(ARTICLE, id), article({ expiresAt }))).toBeNull()
  })
})

describe('walls', () => {
  test('nobody plans or ends what is of another wijk', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const id = await anna.create(ARTICLE, article({}))
    for (const change of [{ publishAt: inMs(HOUR) }, { expiresAt: inMs(HOUR) }]) {
      const { status } = await bram.ask('PUT', at(ARTICLE, id), article(change))
      expect(status).toBeGreaterThanOrEqual(400)
    }
    expect(await draftOf(ARTICLE, id)).toMatchObject({ publishAt: null, expiresAt: null })
    const { body } = await bram.ask('GET', `/wijkpers/plan?uid=${ARTICLE}&documentId=${id}`)
    expect(body).toEqual({ data: null })
  })

  test('who may not publish plans nothing either, and changes nothing that is planned', async () => {
    const sam = await cms.editor('sam@wijkpers.test')
    const id = await sam.create(ARTICLE, article({ publishAt: inMs(HOUR), expiresAt: inMs(2 * HOUR) }))
    expect(await draftOf(ARTICLE, id)).toMatchObject({ publishAt: null, expiresAt: null })
    await anna.update(ARTICLE, id, article({ publishAt: inMs(HOUR) }))
    const { status, body } = await sam.ask('PUT', at(ARTICLE, id), article({ title: 'Toch iets anders' }))
    expect(status).toBe(403)
    expect(body.error?.message).toMatch(/^Dit is nagekeken en komt vanzelf online\./)
  })
})
