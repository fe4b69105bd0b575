/** Letters: an invitation, a new password, what became of a review. They leave by a real mail server. */
import type { WijkId } from '@wijkpers/content'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../scripts/wait.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { inDatabase } from '../support/database.ts'
import { ARTICLE, type Editor, paragraph, signIn } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { type MailServer, startMailServer } from '../support/smtp.ts'

let server: MailServer
let cms: Cms
let anna: Editor
let sam: Editor
let coach: Editor
let beheer: Editor
let molenwijk: WijkId
let parkwijk: WijkId

beforeAll(async () => {
  server = await startMailServer()
  cms = await startCms({ env: { SMTP_URL: server.url, ADMIN_URL: 'https://redactie.example/admin' } })
  const people = (...names: string[]) => ({ editors: names.map((name) => `${name}@wijkpers.test`) })
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], people('anna', 'sam', 'coach')))
  parkwijk = await cms.client.importWijk(aWijk('parkwijk', [], people('bram')))
  ;[anna, sam, coach, beheer] = (await Promise.all(
    ['anna', 'sam', 'coach', 'beheer'].map((name) => cms.editor(`${name}@wijkpers.test`)),
  )) as [Editor, Editor, Editor, Editor]
})
afterAll(async () => {
  await cms?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

const body = [paragraph('Tekst.')]
/** The newest letter to somebody with these words in its subject. */
const letterTo = (to: string, subject: string) =>
  until(`a letter to ${to}`, () =>
    Promise.resolve(
      server.letters.findLast((letter) => letter.to === to && letter.subject.includes(subject)),
    ),
  )
const invite = (who: Editor, more: object) =>
  who.ask('POST', '/wijkpers/people/invite', {
    firstname: 'Noor',
    lastname: 'Bos',
    role: 'buurtsupporter',
    wijk: molenwijk,
    ...more,
  })
// Through the TLS proxy that is before an installation on https.
const post = (path: string, sent: object, from = '203.0.113.1') =>
  askOnce(`${cms.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', 'x-forwarded-for': from },
    body: JSON.stringify(sent),
  })
const tokenIn = (words: string) => /registrationToken=([a-f0-9]+)/.exec(words)![1]!
const register = (registrationToken: string, firstname = 'Noor') =>
  post('/admin/register', {
    registrationToken,
    userInfo: { firstname, lastname: 'Bos', password: 'Wijkpers-demo-1' },
  })

const colleague = async (who: Editor, email: string) =>
  (
    (await who.ask('GET', '/wijkpers/people')).body.data as {
      colleagues: { id: number; name: string; email: string; canInviteAgain: boolean }[]
    }
  ).colleagues.find((each) => each.email === email)!
const wijkenOf = async (email: string) =>
  (
    await inDatabase(
      cms.env,
      `select w.name from wijken w join wijken_editors_lnk l on l.wijk_id = w.id join admin_users u on u.id = l.user_id where u.email = ? order by w.name`,
      [email],
    )
  ).map(({ name }) => name)

test('behind a TLS proxy a stranger who guesses passwords keeps himself out, and no editor; the session goes over TLS only', async () => {
  const signInFrom = (from: string, password: string) =>
    post('/admin/login', { email: 'bram@wijkpers.test', password }, from)
  // What a caller says himself stands before what the proxy adds, and counts for nothing.
  for (let tries = 0; tries < 5; tries++)
    expect((await signInFrom(`198.51.100.${tries}, 203.0.113.66`, 'geraden')).status).toBe(400)
  expect((await signInFrom('203.0.113.66', 'geraden')).status).toBe(429)
  const { status, headers } = await signInFrom('203.0.113.7', 'Wijkpers-demo-1')
  expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/; secure/i)])
})

describe('an invitation', () => {
  test('brings somebody in with her role, in the wijk she was invited for', async () => {
    const { status, body: answer } = await invite(anna, { email: 'Noor@Voorbeeld.nl' })
    expect(status).toBe(200)
    const letter = await letterTo('noor@voorbeeld.nl', 'Werk je mee aan de site van Wijk molenwijk?')
    expect(letter.text).toContain('Anna de Vries vraagt je om mee te werken aan de site van Wijk molenwijk.')
    expect(letter.text).toContain('https://redactie.example/admin/auth/register?registrationToken=')
    expect(answer.data!['link']).toContain(tokenIn(letter.text))

    expect((await register(tokenIn(letter.text))).status).toBe(200)
    const noor = await signIn(cms.url, 'noor@voorbeeld.nl')
    expect((await noor.ask('GET', '/wijkpers/me')).body.data).toMatchObject({
      abilities: ['write'],
      wijken: [{ documentId: molenwijk }],
    })
    expect((await register(tokenIn(letter.text))).status).toBe(400)
  })

  test('ends after a week, and another one is good again', async () => {
    const { body: answer } = await invite(anna, { email: 'laat@voorbeeld.nl' })
    const old = tokenIn(String(answer.data!['link']))
    // The CMS writes as well: whoever comes at the same moment is told to come again.
    await until('a week later', () =>
      inDatabase(cms.env, "update invitations set expires_at = '2026-01-01T00:00:00.000Z'"),
    )
    const refused = await register(old)
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('Deze uitnodiging is verlopen.'),
    ])
    expect((await askOnce(`${cms.url}/admin/registration-info?registrationToken=${old}`)).status).toBe(400)

    const { colleagues } = (await anna.ask('GET', '/wijkpers/people')).body.data as {
      colleagues: { id: number; email: string; canInviteAgain: boolean }[]
    }
    const late = colleagues.find(({ email }) => email === 'laat@voorbeeld.nl')!
    expect(late.canInviteAgain).toBe(true)
    const again = await anna.ask('POST', '/wijkpers/people/invite-again', { person: late.id })
    expect((await register(old)).status).toBe(400)
    expect((await register(tokenIn(String(again.body.data!['link'])))).status).toBe(200)
  })

  test('is for one’s own wijk and the roles one may invite; an operator may all', async () => {
    const refused = [
      await invite(anna, { email: 'x@voorbeeld.nl', wijk: parkwijk }),
      await invite(anna, { email: 'x@voorbeeld.nl', role: 'coach' }),
      await invite(anna, { email: 'beheer@wijkpers.test' }),
      await invite(anna, { email: 'coach@wijkpers.test' }),
      await invite(sam, { email: 'x@voorbeeld.nl' }),
      await invite(coach, { email: 'x@voorbeeld.nl' }),
      await sam.ask('GET', '/wijkpers/people'),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403])
    expect((await invite(anna, { email: 'geen adres', firstname: '' })).body.error?.message).toBe(
      'Vul een e-mailadres in, zoals naam@voorbeeld.nl. Vul een voornaam in.',
    )
    expect((await invite(anna, { email: 'sam@wijkpers.test' })).body.error?.message).toBe(
      'Dit adres hoort al bij Wijk molenwijk.',
    )
    expect((await invite(beheer, { email: 'c@voorbeeld.nl', role: 'coach', wijk: parkwijk })).status).toBe(
      200,
    )
    expect(JSON.stringify((await anna.ask('GET', '/wijkpers/people')).body)).not.toContain('bram@')
  })

  test('into a second wijk goes by mail alone, and ends the link that could be handed over', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const first = tokenIn(String((await invite(anna, { email: 'iris@voorbeeld.nl' })).body.data!['link']))
    const { status, body: answer } = await invite(bram, { email: 'iris@voorbeeld.nl', wijk: parkwijk })
    expect([status, answer.data]).toEqual([200, { state: 'mailed', link: null }])
    const letter = await letterTo('iris@voorbeeld.nl', 'Werk je mee aan de site van Wijk parkwijk?')
    const mailed = tokenIn(letter.text)
    expect(mailed).not.toBe(first)
    expect((await register(first, 'Iris')).status).toBe(400)

    const iris = await colleague(bram, 'iris@voorbeeld.nl')
    for (const who of [bram, anna]) {
      const again = await who.ask('POST', '/wijkpers/people/invite-again', { person: iris.id })
      expect([again.status, again.body.data]).toEqual([200, { state: 'mailed', link: null }])
    }
    // The letters of both wijken lead to the same place.
    expect((await register(mailed, 'Iris')).status).toBe(200)
    expect(await inDatabase(cms.env, 'select id from invitations where person = ?', [iris.id])).toEqual([])
    expect(await wijkenOf('iris@voorbeeld.nl')).toEqual(['Wijk molenwijk', 'Wijk parkwijk'])

    // Who was stopped stays stopped.
    await beheer.ask('PUT', `/admin/users/${iris.id}`, { isActive: false })
    const stopped = 'Dit account is stilgezet. Alleen de platformbeheerder kan het weer in gebruik nemen.'
    const tries = [
      await anna.ask('POST', '/wijkpers/people/invite-again', { person: iris.id }),
      await invite(beheer, {
        email: 'iris@voorbeeld.nl',
        wijk: await cms.client.importWijk(aWijk('derde', [], {})),
      }),
    ]
    expect(tries.map(({ status: refused, body }) => [refused, body.error?.message])).toEqual([
      [400, stopped],
      [400, stopped],
    ])
    const [row] = await inDatabase(cms.env, 'select registration_token from admin_users where id = ?', [
      iris.id,
    ])
    expect(row).toEqual({ registration_token: null })
    expect((await colleague(anna, 'iris@voorbeeld.nl')).canInviteAgain).toBe(false)
  })

  test('of an account that somebody of another wijk made with an address that is not his waits for its owner', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const email = 'eigenaar@voorbeeld.nl'
    const handed = tokenIn(String((await invite(anna, { email })).body.data!['link']))
    expect((await register(handed, 'Nep')).status).toBe(200)
    const impostor = await signIn(cms.url, email)

    const { body: answer } = await invite(bram, { email, wijk: parkwijk })
    expect(answer.data).toEqual({ state: 'mailed', link: null })
    expect((await impostor.ask('GET', '/wijkpers/me')).body.data!['wijken']).toHaveLength(1)
    const waiting = await colleague(bram, email)
    expect(waiting).toMatchObject({ name: email, isActive: false, canInviteAgain: true })
    // Who sees both wijken sees him in both.
    const wijken = [
      { wijk: molenwijk, isInvited: false },
      { wijk: parkwijk, isInvited: true, isOver: false },
    ]
    expect(await colleague(beheer, email)).toMatchObject({ wijken, isActive: true, canInviteAgain: true })
    const again = await bram.ask('POST', '/wijkpers/people/invite-again', { person: waiting.id })
    expect(again.body.data).toEqual({ state: 'mailed', link: null })
    // Neither who made the account, nor who is signed in with it, comes any further.
    expect((await anna.ask('POST', '/wijkpers/people/invite-again', { person: waiting.id })).status).toBe(400)
    expect(JSON.stringify((await impostor.ask('GET', '/admin/users/me')).body)).not.toContain('Token')

    const letter = await letterTo(email, 'Werk je ook mee aan de site van Wijk parkwijk?')
    const token = tokenIn(letter.text)
    // Stopped in the meantime: the link starts nothing.
    await beheer.ask('PUT', `/admin/users/${waiting.id}`, { isActive: false })
    expect((await register(token)).status).toBe(400)
    await beheer.ask('PUT', `/admin/users/${waiting.id}`, { isActive: true })
    // To another address than the account has now: whose mailbox that is says nothing.
    await beheer.ask('PUT', `/admin/users/${waiting.id}`, { email: 'ander@voorbeeld.nl' })
    expect((await register(token)).status).toBe(400)
    await beheer.ask('PUT', `/admin/users/${waiting.id}`, { email })

    expect((await register(token, 'Echt')).status).toBe(200)
    expect(await wijkenOf(email)).toEqual(['Wijk molenwijk', 'Wijk parkwijk'])
    // By number: what the account is called was not theirs to know.
    const lines = (await beheer.ask('GET', '/wijkpers/trail/wijken')).body.data as unknown as object[]
    for (const [who, detail] of [
      ['Bram Yilmaz', `uitgenodigd: account ${waiting.id}`],
      ['Bram Yilmaz', `opnieuw uitgenodigd: account ${waiting.id}`],
      [null, `account ${waiting.id} nam de uitnodiging aan`],
    ])
      expect(lines).toContainEqual(
        expect.objectContaining({ act: 'people', wijk: 'Wijk parkwijk', who, detail }),
      )
    expect((await impostor.ask('GET', '/wijkpers/me')).status).toBe(401)
    // From now on it is known whose it is.
    const third = await cms.client.importWijk(aWijk('vierde', [], {}))
    expect((await invite(beheer, { email, wijk: third })).body.data).toEqual({ state: 'joined', link: null })
    expect((await letterTo(email, 'Je hoort nu ook bij Wijk vierde')).text).toContain('kies boven in beeld')
    expect(await wijkenOf(email)).toHaveLength(3)
  })

  test('is for an address that nobody changes himself, or finds out about', async () => {
    const sentence =
      'Je e-mailadres wijzigt de platformbeheerder, zodat zeker is dat het van jou is. Vraag het daar.'
    for (const email of ['bram@wijkpers.test', 'nog-vrij@voorbeeld.nl', ['anna@wijkpers.test'], null]) {
      const refused = await anna.ask('PUT', '/admin/users/me', { email })
      expect([refused.status, refused.body.error?.message]).toEqual([400, sentence])
    }
    const profile = { email: 'Anna@wijkpers.test', firstname: 'Anna' }
    expect((await anna.ask('PUT', '/admin/users/me', profile)).status).toBe(200)
    expect((await beheer.ask('PUT', '/admin/users/me', { email: 'beheer2@wijkpers.test' })).status).toBe(200)
    expect((await beheer.ask('PUT', '/admin/users/me', { email: 'beheer@wijkpers.test' })).status).toBe(200)
  })

  test('names the role of who has an account already to those who see him, and to others nothing', async () => {
    const told = async (who: Editor, more: object) => {
      const { status, body: answer } = await invite(who, more)
      return [status, answer.error?.message]
    }
    const nothing = [
      403,
      'Dit adres kun je hiervoor niet uitnodigen. Vraag de platformbeheerder om je te helpen.',
    ]
    const bram = await cms.editor('bram@wijkpers.test')
    // Another role, one that she may not give, an operator.
    for (const email of ['bram@wijkpers.test', 'petra@wijkpers.test', 'beheer@wijkpers.test'])
      expect(await told(anna, { email })).toEqual(nothing)
    expect(await told(bram, { email: 'anna@wijkpers.test', wijk: parkwijk })).toEqual(nothing)
    expect(await told(beheer, { email: 'bram@wijkpers.test' })).toEqual([
      400,
      'Dit adres heeft al een account, als buurtverbinder. Kies die rol, of vraag de platformbeheerder om een andere rol te geven.',
    ])
  })

  test('says no link but ours, comes once an hour, and not to thirty people a day from one editor', async () => {
    const email = 'vaak@voorbeeld.nl'
    for (const firstname of ['Kijk op https://kwaad.nl', 'noor@kwaad.nl', 'kwaad.nl/win'])
      expect((await invite(anna, { email, firstname })).body.error?.message).toBe(
        'Een naam heeft geen /, : of @. Vul alleen de naam in.',
      )
    await anna.ask('PUT', '/admin/users/me', {
      firstname: 'Win bij https://www.kwaad.nl/nu',
      lastname: 'J.P. de Vries',
    })
    const first = await invite(anna, { email, firstname: 'Kwaad.nl' })
    const letter = await letterTo(email, 'Werk je mee aan de site')
    expect(letter.text).toMatch(/Win bij https www\. kwaad\. nl nu J\.P\. de Vries vraagt je/)
    expect(letter.text).not.toMatch(/kwaad\.nl/i)
    await anna.ask('PUT', '/admin/users/me', { firstname: 'Anna', lastname: 'de Vries' })

    // The link that she may hand over is the one that was mailed: it goes on working, and no second letter comes.
    const { id } = await colleague(anna, email)
    const again = await anna.ask('POST', '/wijkpers/people/invite-again', { person: id })
    expect(again.body.data!['link']).toBe(first.body.data!['link'])
    const count = 'select id from mails where recipient = ?'
    expect(await inDatabase(cms.env, count, [email])).toHaveLength(1)

    const refusals: (string | undefined)[] = []
    for (let round = 0; round < 31 && refusals.length === 0; round++) {
      const { status, body: answer } = await invite(anna, { email: `bewoner${round}@voorbeeld.nl` })
      if (status !== 200) refusals.push(answer.error?.message)
    }
    expect(refusals).toEqual([expect.stringMatching(/^Je nodigde vandaag al 30 keer iemand uit\./)])
    expect((await anna.ask('POST', '/wijkpers/people/invite-again', { person: id })).status).toBe(400)
    expect((await invite(beheer, { email: 'ook-nog@voorbeeld.nl' })).status).toBe(200)
    await until('another day', () =>
      inDatabase(
        cms.env,
        "update trail set at = '2026-01-01T00:00:00.000Z' where act = 'people' returning id",
      ),
    )
  })
})

describe('taking somebody off', () => {
  const takeOff = (who: Editor, person: number, more: object = {}) =>
    who.ask('POST', '/wijkpers/people/take-off', { person, wijk: molenwijk, ...more })
  const accountsOf = (email: string) =>
    inDatabase(cms.env, 'select is_active, registration_token from admin_users where email = ?', [email])

  test('who was invited by mistake: the link ends at once, and the account that it made is gone', async () => {
    const email = 'tikfout@voorbeeld.nl'
    const link = tokenIn(String((await invite(anna, { email })).body.data!['link']))
    const { id } = await colleague(anna, email)
    expect((await takeOff(anna, id)).status).toBe(200)
    expect((await register(link)).status).toBe(400)
    expect(await accountsOf(email)).toEqual([])
    expect(await colleague(anna, email)).toBeUndefined()
    expect(await inDatabase(cms.env, 'select id from invitations where person = ?', [id])).toEqual([])
    // Invited anew as if nothing had happened.
    expect((await invite(anna, { email })).body.data).toMatchObject({ state: 'invited', isMailed: true })
    const lines = (await coach.ask('GET', '/wijkpers/trail/wijken')).body.data as unknown as object[]
    expect(lines).toContainEqual(
      expect.objectContaining({ act: 'people', who: 'Anna de Vries', detail: 'eraf: Noor Bos' }),
    )
  })

  test('who was invited by two wijken: of one of them only', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const email = 'twee@voorbeeld.nl'
    await invite(anna, { email })
    await invite(bram, { email, wijk: parkwijk })
    const { id } = await colleague(anna, email)
    expect((await takeOff(anna, id)).status).toBe(200)
    expect(await wijkenOf(email)).toEqual(['Wijk parkwijk'])
    const mailed = tokenIn((await letterTo(email, 'Werk je mee aan de site van Wijk parkwijk?')).text)
    expect((await register(mailed)).status).toBe(200)
  })

  test('who has an account and waits for a second wijk: the account stays, as it was', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const email = 'wacht@voorbeeld.nl'
    await register(tokenIn(String((await invite(anna, { email })).body.data!['link'])))
    await invite(bram, { email, wijk: parkwijk })
    const { id } = await colleague(bram, email)
    const letter = await letterTo(email, 'Werk je ook mee aan de site van Wijk parkwijk?')
    expect((await takeOff(bram, id, { wijk: parkwijk })).status).toBe(200)
    expect((await register(tokenIn(letter.text))).status).toBe(400)
    expect(await accountsOf(email)).toMatchObject([{ registration_token: null }])
    expect(await wijkenOf(email)).toEqual(['Wijk molenwijk'])
    expect((await (await signIn(cms.url, email)).ask('GET', '/wijkpers/me')).status).toBe(200)

    // Over: said so, and after a month not even that.
    await invite(bram, { email, wijk: parkwijk })
    const over = async (days: number) => {
      const at = new Date(Date.now() - days * 86_400_000).toISOString()
      const change = 'update waiting_joins set expires_at = ? where person = ?'
      await until('that time is over', () => inDatabase(cms.env, change, [at, id]))
      return colleague(beheer, email)
    }
    const ofThePark = { wijk: parkwijk, isInvited: true, isOver: true }
    expect((await over(1)) as object).toMatchObject({ wijken: [{ wijk: molenwijk }, ofThePark] })
    expect(((await over(31)) as unknown as { wijken: unknown[] }).wijken).toHaveLength(1)
    await invite(anna, { email: 'nog-een@voorbeeld.nl' })
    expect(await inDatabase(cms.env, 'select id from waiting_joins where person = ?', [id])).toEqual([])
  })

  test('who works here: his account stays, and he sees nothing more of the wijk', async () => {
    const email = 'vertrekt@voorbeeld.nl'
    await register(
      tokenIn(String((await invite(anna, { email, role: 'buurtverbinder' })).body.data!['link'])),
    )
    const leaver = await signIn(cms.url, email)
    const { id } = await colleague(anna, email)
    expect((await takeOff(anna, id)).status).toBe(200)
    expect((await leaver.ask('GET', '/wijkpers/me')).body.data!['wijken']).toEqual([])
    expect((await takeOff(leaver, id)).status).toBe(403)
    expect(await accountsOf(email)).toHaveLength(1)
  })

  test('is for those who may invite into that role, in that wijk', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const ids = Object.fromEntries(
      (
        (await beheer.ask('GET', '/wijkpers/people')).body.data as {
          colleagues: { id: number; email: string }[]
        }
      ).colleagues.map(({ email, id }) => [email.split('@')[0]!, id]),
    )
    const refused = [
      await takeOff(anna, ids['coach']!),
      await takeOff(anna, ids['bram']!, { wijk: parkwijk }),
      await takeOff(anna, ids['bram']!),
      await takeOff(bram, ids['sam']!),
      await takeOff(sam, ids['anna']!),
      await takeOff(coach, ids['sam']!),
      await takeOff(anna, 999_999),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403])
    expect((await takeOff(anna, ids['sam']!, { wijk: 7 })).status).toBe(400)
    expect(await wijkenOf('sam@wijkpers.test')).toEqual(['Wijk molenwijk'])
  })

  test('nobody is the last to go without having read what follows', async () => {
    const bram = await cms.editor('bram@wijkpers.test')
    const { id, ...shown } = await colleague(bram, 'bram@wijkpers.test')
    expect(shown).toMatchObject({ canTakeOff: true, wijken: [{ isLastKeeper: true }] })
    const refused = await takeOff(bram, id, { wijk: parkwijk })
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('Dan is er voor Wijk parkwijk niemand meer'),
    ])
    expect((await takeOff(bram, id, { wijk: parkwijk, knowsIsLast: true })).status).toBe(200)
    expect((await bram.ask('GET', '/wijkpers/me')).body.data!['wijken']).toEqual([])
  })
})

test('a new password comes by letter, in Dutch', async () => {
  expect((await post('/admin/forgot-password', { email: 'sam@wijkpers.test' })).status).toBe(204)
  const letter = await letterTo('sam@wijkpers.test', 'Een nieuw wachtwoord kiezen')
  expect(letter.text).toContain('Hallo Sam,')
  expect(letter.text).toMatch(/https:\/\/redactie\.example\/admin\/auth\/reset-password\?code=[a-f0-9]+/)
})

test('whoever can review hears what was handed in, its maker what became of it', async () => {
  await sam.ask('PUT', '/wijkpers/me/wijk', { wijk: molenwijk })
  const id = await sam.create(ARTICLE, { title: 'Bankjes', body })
  const act = (who: Editor, name: string, more: object = {}) =>
    who.ask('POST', `/wijkpers/review/${name}`, { uid: ARTICLE, documentId: id, ...more })
  await act(sam, 'hand-in')
  for (const reader of ['anna', 'coach'])
    expect((await letterTo(`${reader}@wijkpers.test`, 'Na te kijken: Bankjes')).text).toContain(
      `https://redactie.example/admin/content-manager/collection-types/${ARTICLE}/${id}`,
    )
  expect(server.letters.filter(({ to }) => to === 'bram@wijkpers.test')).toEqual([])

  await act(anna, 'give-back', { reason: 'Hoeveel bankjes zijn het?' })
  expect((await letterTo('sam@wijkpers.test', 'Nog even: Bankjes')).text).toContain(
    'Hoeveel bankjes zijn het?',
  )
  await act(sam, 'hand-in')
  // Another reason is another letter, however soon.
  await act(anna, 'give-back', { reason: 'En waar staan ze?' })
  await until('a second letter', () =>
    Promise.resolve(server.letters.some(({ text }) => text.includes('En waar staan ze?'))),
  )
  await act(sam, 'hand-in')
  await coach.publish(ARTICLE, id)
  expect((await letterTo('sam@wijkpers.test', 'Online: Bankjes')).text).toContain(
    'Joke Visser heeft ‘Bankjes’ gepubliceerd.',
  )
  // Handed in three times within the hour: said once.
  const said = server.letters.filter(
    ({ to, subject }) => to === 'anna@wijkpers.test' && subject.startsWith('Na te'),
  )
  expect(said).toHaveLength(1)
})

test('what the mail server refuses stops nobody, and an operator reads why', async () => {
  server.refuse('weg@voorbeeld.nl')
  expect((await invite(anna, { email: 'weg@voorbeeld.nl' })).status).toBe(200)
  const outbox = async () =>
    (await beheer.ask('GET', '/wijkpers/mails')).body.data as {
      mails: { to: string; state: string; error: string | null; text: string | null }[]
    }
  const failed = await until('a failure in the outbox', async () =>
    (await outbox()).mails.find(({ to, state }) => to === 'weg@voorbeeld.nl' && state === 'failed'),
  )
  expect(failed.error).toContain('550')
  expect((await outbox()).mails.every(({ text }) => text === null)).toBe(true)
  expect((await anna.ask('GET', '/wijkpers/mails')).status).toBe(403)
})
