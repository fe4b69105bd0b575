import { dayOf, daysAfter, type WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { inDatabase } from '../support/database.ts'
import { aPhoto, ARTICLE, type Editor, EVENT, paragraph } from '../support/editor.ts'
import { least } from '../support/entry-types.ts'

/** Sam writes for the molenwijk and hands in; Anna and the coach see what waits; Bram is of another wijk. */
let cms: Cms
let anna: Editor
let sam: Editor
let bram: Editor
let coach: Editor
let molenwijk: WijkId
let parkwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  const people = (...names: string[]) => ({ editors: names.map((name) => `${name}@wijkpers.test`) })
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], people('anna', 'sam', 'coach')))
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', [], people('bram')))
  ;[anna, sam, bram, coach] = (await Promise.all(
    ['anna', 'sam', 'bram', 'coach'].map((name) => cms.editor(`${name}@wijkpers.test`)),
  )) as [Editor, Editor, Editor, Editor]
})
afterAll(() => cms[Symbol.asyncDispose]())

const body = [paragraph('Tekst.')]
const at = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`
const act = (who: Editor, name: string, documentId: string, more: object = {}, uid = ARTICLE) =>
  who.ask('POST', `/wijkpers/review/${name}`, { uid, documentId, ...more })
const reviewOf = async (who: Editor, documentId: string) =>
  (await who.ask('GET', `/wijkpers/review?uid=${ARTICLE}&documentId=${documentId}`)).body.data as {
    state: string | null
    acts: string[]
    reason: string | null
    reviewer: string | null
  } | null
async function lists(who: Editor) {
  const { body } = await who.ask('GET', '/wijkpers/home')
  const titles = (name: string) =>
    (body.data![name] as { title: string; state: string }[]).map(({ title, state }) => `${title}: ${state}`)
  return { waiting: titles('waiting'), mine: titles('mine') }
}
const wanted = async () => (await cms.client.wijken()).find(({ id }) => id === molenwijk)!.wanted

describe('what Sam hands in', () => {
  test('waits for Anna and the coach, and not for anybody of another wijk; no page can have changed', async () => {
    const id = await sam.create(ARTICLE, { title: 'Bankjes', body })
    const before = await wanted()
    expect(await reviewOf(sam, id)).toMatchObject({ state: null, acts: ['handIn'] })
    expect((await act(sam, 'hand-in', id)).body.data).toMatchObject({ state: 'handedIn', acts: ['takeBack'] })

    expect((await lists(anna)).waiting).toEqual(['Bankjes: handedIn'])
    expect((await lists(coach)).waiting).toEqual(['Bankjes: handedIn'])
    expect(await lists(bram)).toEqual({ waiting: [], mine: [] })
    expect(await lists(sam)).toEqual({ waiting: [], mine: ['Bankjes: handedIn'] })
    expect(await wanted()).toBe(before)
  })

  test('stays as it is while it waits, until Sam takes it back', async () => {
    const id = await sam.create(ARTICLE, { title: 'Lampen', body })
    await act(sam, 'hand-in', id)
    const refused = await sam.ask('PUT', at(ARTICLE, `/${id}`), { title: 'Lantaarns' })
    expect([refused.status, refused.body.error?.message]).toEqual([
      403,
      'Dit is ingeleverd. Neem het eerst terug als je nog iets wilt wijzigen.',
    ])
    expect((await sam.ask('DELETE', at(ARTICLE, `/${id}`))).status).toBe(403)
    await act(sam, 'take-back', id)
    await sam.update(ARTICLE, id, { title: 'Lantaarns' })
    expect((await lists(anna)).waiting).not.toContain('Lantaarns: handedIn')
  })

  test('comes back with a reason, and goes on from there', async () => {
    const id = await sam.create(ARTICLE, { title: 'Fietsen', body })
    await act(sam, 'hand-in', id)
    expect(await reviewOf(anna, id)).toMatchObject({ acts: ['giveBack'] })
    const without = await act(anna, 'give-back', id, { reason: '  ' })
    expect([without.status, without.body.error?.message]).toEqual([
      400,
      'Schrijf erbij wat er nog moet gebeuren.',
    ])
    await act(anna, 'give-back', id, { reason: 'Waar is het?' })
    expect(await reviewOf(sam, id)).toMatchObject({
      state: 'returned',
      reason: 'Waar is het?',
      reviewer: 'Anna de Vries',
      acts: ['handIn'],
    })
    await sam.update(ARTICLE, id, { title: 'Fietsen op het plein' })
    await act(sam, 'hand-in', id)
    expect(await reviewOf(anna, id)).toMatchObject({ state: 'handedIn', reason: null })
  })

  test('and Anna plans, waits for nobody; given back it is planned no more', async () => {
    const id = await sam.create(ARTICLE, { title: 'Lampionnen', body })
    await act(sam, 'hand-in', id)
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    await anna.update(ARTICLE, id, { publishAt })
    expect(await reviewOf(sam, id)).toMatchObject({ state: 'handedIn', acts: [], plannedAt: publishAt })
    expect((await act(sam, 'take-back', id)).status).toBe(403)
    expect((await lists(anna)).waiting).not.toContain('Lampionnen: handedIn')

    const back = await act(anna, 'give-back', id, { reason: 'Toch nog een keer kijken' })
    expect(back.body.data).toMatchObject({ state: 'returned', plannedAt: null })
    const draft = (await anna.ask('GET', at(ARTICLE, `/${id}`))).body.data!
    expect(draft['publishAt']).toBeNull()
    expect(await reviewOf(sam, id)).toMatchObject({ acts: ['handIn'] })

    // What is planned without having been handed in is out of Sam's hands as well.
    await anna.update(ARTICLE, id, { publishAt })
    expect((await act(sam, 'hand-in', id)).status).toBe(403)
    await anna.remove(ARTICLE, id)
  })

  test('is published by the coach, and Sam reads by whom', async () => {
    const id = await sam.create(ARTICLE, { title: 'Buurtfeest', body })
    await act(sam, 'hand-in', id)
    await coach.publish(ARTICLE, id, { title: 'Buurtfeest op zaterdag' })
    expect(await reviewOf(sam, id)).toMatchObject({ state: 'published', reviewer: 'Joke Visser', acts: [] })
    expect((await lists(sam)).mine[0]).toBe('Buurtfeest op zaterdag: published')
    expect((await lists(anna)).waiting.join()).not.toContain('Buurtfeest')
  })

  test('is forgotten when it is deleted, and waits elsewhere when it is moved', async () => {
    const [gone, moved] = [
      await sam.create(ARTICLE, { title: 'Weg', body }),
      await sam.create(ARTICLE, { title: 'Verhuisd', body }),
    ]
    for (const id of [gone, moved]) await act(sam, 'hand-in', id)
    await anna.remove(ARTICLE, gone)
    const beheer = await cms.editor('beheer@wijkpers.test')
    await beheer.update(ARTICLE, moved, { wijk: { connect: [{ documentId: parkwijk }] } })
    expect((await lists(anna)).waiting.join()).not.toMatch(/Weg|Verhuisd/)
    expect((await lists(bram)).waiting).toEqual(['Verhuisd: handedIn'])
    expect((await lists(sam)).mine.join()).not.toMatch(/Weg|Verhuisd/)
  })
})

describe('nobody', () => {
  test('hands in what another made, what is live, or what is of another wijk', async () => {
    const ofAnna = await anna.create(ARTICLE, { title: 'Van Anna', body })
    const live = await sam.create(ARTICLE, { title: 'Al online', body })
    await anna.publish(ARTICLE, live)
    // Online without a review, and taken off again: of the site all the same.
    const off = await sam.create(ARTICLE, { title: 'Er weer af', body })
    await anna.publish(ARTICLE, off)
    await anna.unpublish(ARTICLE, off)
    expect(await reviewOf(sam, off)).toMatchObject({ state: null, acts: [], wasLive: true })
    const ofBram = await bram.create(EVENT, { title: 'Bingo', startsAt: '2027-01-01T10:00:00.000Z' })
    for (const id of [ofAnna, live, off]) expect((await act(sam, 'hand-in', id)).status).toBe(403)
    expect((await act(sam, 'hand-in', ofBram, {}, EVENT)).status).toBe(403)
    expect((await act(anna, 'hand-in', ofAnna)).status).toBe(403)
  })

  test('gives back what was not handed in, or what another wijk has to review', async () => {
    const id = await sam.create(ARTICLE, { title: 'Nog bezig', body })
    expect((await act(anna, 'give-back', id, { reason: 'x' })).status).toBe(403)
    await act(sam, 'hand-in', id)
    expect((await act(bram, 'give-back', id, { reason: 'x' })).status).toBe(403)
    expect((await act(sam, 'give-back', id, { reason: 'x' })).status).toBe(403)
    expect(await reviewOf(bram, id)).toBeNull()
    expect(await reviewOf(anna, id)).toMatchObject({ state: 'handedIn' })
  })

  test('asks about something that is no entry', async () => {
    const answers = await Promise.all([
      sam.ask('POST', '/wijkpers/review/hand-in', { uid: 'admin::user', documentId: 'x' }),
      sam.ask('POST', '/wijkpers/review/hand-in', {}),
      sam.ask('GET', '/wijkpers/review?uid=plugin::upload.file&documentId=x'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  })
})

describe('the home screen', () => {
  const home = async (who: Editor) => (await who.ask('GET', '/wijkpers/home')).body.data!
  const titles = (list: unknown) => (list as { title: string }[]).map(({ title }) => title)
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

  test('has what somebody began himself, until it is published, handed in or taken off the site', async () => {
    const mine = await anna.create(ARTICLE, { title: 'Begonnen', body })
    const old = await anna.create(ARTICLE, { title: 'Er weer af', body })
    await anna.publish(ARTICLE, old)
    await anna.unpublish(ARTICLE, old)
    const sams = await sam.create(ARTICLE, { title: 'Van Sam', body })
    expect(titles((await home(anna))['unfinished'])).toContain('Begonnen')
    expect(titles((await home(anna))['unfinished'])).not.toContain('Er weer af')
    expect(titles((await home(bram))['unfinished'])).not.toContain('Begonnen')
    expect(titles((await home(sam))['unfinished'])).toContain('Van Sam')
    await act(sam, 'hand-in', sams)
    expect(titles((await home(sam))['unfinished'])).not.toContain('Van Sam')

    await anna.publish(ARTICLE, mine)
    expect(titles((await home(anna))['unfinished'])).not.toContain('Begonnen')
    await anna.update(ARTICLE, mine, { title: 'Weer begonnen' })
    expect(titles((await home(anna))['unfinished'])).toContain('Weer begonnen')
    await anna.remove(ARTICLE, mine)
  })

  test('says what a photo lacks, for whoever can mend it', async () => {
    const id = await anna.create(ARTICLE, { title: 'Foto erbij', body, photo: aPhoto(null, { maker: '' }) })
    const [entry] = (await home(anna))['photos'] as { title: string; note: string }[]
    expect([entry!.title, entry!.note]).toEqual([
      'Foto erbij',
      'Kies bij de foto een bestand, of haal de foto weg. Vul bij de foto in wie de maker is.',
    ])
    for (const who of [sam, bram]) expect((await home(who))['photos']).toEqual([])

    // What she handed in is for who reviews it.
    const sams = await sam.create(ARTICLE, { title: 'Van Sam', body, photo: aPhoto(null, { maker: '' }) })
    expect(titles((await home(sam))['photos'])).toEqual(['Van Sam'])
    expect((await act(sam, 'hand-in', sams)).status).toBe(200)
    expect((await home(sam))['photos']).toEqual([])
    expect(titles((await home(anna))['photos'])).toContain('Van Sam')
    await act(sam, 'take-back', sams)
    await sam.remove(ARTICLE, sams)
    await anna.update(ARTICLE, id, { photo: null })
    expect((await home(anna))['photos']).toEqual([])
    await anna.remove(ARTICLE, id)
  })

  test('says what leaves the site soon and what comes by itself, to whoever publishes', async () => {
    const soon = await anna.create(ARTICLE, { title: 'Gaat weg', body, expiresAt: inDays(3) })
    await anna.publish(ARTICLE, soon)
    const later = await anna.create(ARTICLE, { title: 'Blijft nog', body, expiresAt: inDays(30) })
    await anna.publish(ARTICLE, later)
    await anna.create(ARTICLE, { title: 'Komt eraan', body, publishAt: inDays(2) })
    // Its own last day, which is whole.
    const lastDay = inDays(1).slice(0, 10)
    const paid = { ...least.advertisement, endsOn: lastDay }
    const ad = await anna.create('api::advertisement.advertisement', { title: 'Brood van Mulder', ...paid })
    await anna.publish('api::advertisement.advertisement', ad)
    for (const who of [anna, coach]) {
      const { expiring } = await home(who)
      expect(titles(expiring)).toEqual(['Brood van Mulder', 'Gaat weg'])
      const { at } = (expiring as { at: string }[])[0]!
      expect(at).toMatch(new RegExp(`^${lastDay}T2[12]:59:00`))
      expect(titles((await home(who))['planned'])).toEqual(['Komt eraan'])
    }
    for (const who of [sam, bram]) expect(await home(who)).toMatchObject({ expiring: [], planned: [] })
  })

  test('counts the signs of life of a wijk', async () => {
    const event = (title: string, days: number, more: object = {}) =>
      anna.create(EVENT, { title, body, startsAt: inDays(days), ...more })
    // At noon, so that no clock that is changed and no midnight is near.
    const begins = dayOf(inDays(-6))
    const day = (days: number) => daysAfter(begins, days)
    for (const id of [
      await event('Straks', 2),
      await event('Later', 40),
      await event('Afgelast', 3, { cancelled: true }),
      // Began in the past, and is there four times more: once it does not go on, once it is moved far away.
      await event('Elke week', -6, {
        startsAt: `${begins}T11:00:00.000Z`,
        recurrence: { pattern: 'weekly', count: 5 },
        exceptions: [
          { date: day(14), change: 'notOn' },
          { date: day(21), change: 'moved', startsAt: inDays(45) },
        ],
      }),
    ])
      await anna.publish(EVENT, id)
    await event('Nog een concept', 4)
    // Who runs the installation is nobody of the wijk.
    const beheer = await cms.editor('beheer@wijkpers.test')
    await beheer.create(ARTICLE, { title: 'Van boven', body, wijk: { connect: [{ documentId: molenwijk }] } })
    const [molen] = (await home(anna))['vitality'] as { lastItemAt: string }[]
    expect(molen).toMatchObject({ wijk: molenwijk, comingEvents: 3, contributors: 3, keepers: 1 })
    expect(Date.now() - Date.parse(molen!.lastItemAt)).toBeLessThan(600_000)
    expect((await home(bram))['vitality']).toMatchObject([
      { wijk: parkwijk, lastItemAt: null, comingEvents: 0, keepers: 1 },
    ])
  })

  test('tells by when it came online what is new, and not by when its draft was made or what was imported', async () => {
    const last = async () =>
      ((await home(bram))['vitality'] as { lastItemAt: string | null }[])[0]!.lastItemAt
    const earlier = cms.env.DATABASE_URL
      ? "created_at = created_at - interval '35 days'"
      : `created_at = created_at - ${35 * 86_400_000}`
    const id = await bram.create(EVENT, { title: 'Lang bedacht', body, startsAt: inDays(2) })
    await until('35 days', () =>
      inDatabase(cms.env, `update events set ${earlier} where document_id = ?`, [id]),
    )
    await bram.publish(EVENT, id)
    expect(Date.now() - Date.parse((await last())!)).toBeLessThan(600_000)
    // As an import leaves it.
    await until('nobody to have made it', () =>
      inDatabase(cms.env, 'delete from trail where document_id = ?', [id]),
    )
    expect(await last()).toBeNull()
  })
})

test('without a mail server letters stay in the outbox, where an operator reads them', async () => {
  const id = await sam.create(ARTICLE, { title: 'Schommels', body })
  await act(sam, 'hand-in', id)
  const beheer = await cms.editor('beheer@wijkpers.test')
  const kept = await until('a letter in the outbox', async () => {
    const { data } = (await beheer.ask('GET', '/wijkpers/mails')).body
    const mails = data!['mails'] as { to: string; subject: string; state: string; text: string }[]
    return mails.find(({ subject, state }) => subject === 'Na te kijken: Schommels' && state === 'kept')
  })
  expect(kept.text).toContain('Sam Mulder heeft voor Wijk molenwijk ‘Schommels’ ingeleverd.')
})
