import { expect, test } from 'vitest'
import { startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { WIJK } from '../support/editor.ts'
import { startInstallation } from '../support/installation.ts'
import { askOnce } from '../support/own-connection.ts'

const FIRST_ADMIN = {
  email: 'indringer@example.test',
  password: 'Indringer-1',
  firstname: 'In',
  lastname: 'Dringer',
}
const post = (url: string, body: object) =>
  askOnce(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('without demo mode the first operator comes in by the printed link, once, and nobody before him', async () => {
  await using cms = await startCms({ env: { WIJKPERS_DEMO: '0', OPERATOR_EMAIL: 'olga@wijkpers.test' } })

  expect((await post(`${cms.url}/admin/register-admin`, FIRST_ADMIN)).status).toBe(400)
  const links = cms.log().match(/^Maak je beheeraccount aan: (\S+)$/m)
  const link = new URL(links![1]!)
  expect(`${link.origin}${link.pathname}`).toBe(`${cms.url}/admin/auth/register`)
  const registrationToken = link.searchParams.get('registrationToken')

  await cms.stop()
  await cms.restart()
  expect(cms.log().split(link.href)).toHaveLength(3)

  const userInfo = { firstname: 'Olga', lastname: 'Bakker', password: 'Operator-1' }
  const registered = await post(`${cms.url}/admin/register`, { registrationToken, userInfo })
  expect(registered.status).toBe(200)
  expect((await post(`${cms.url}/admin/register`, { registrationToken, userInfo })).status).toBe(400)

  const { data } = (await registered.json()) as {
    data: { token: string; user: { preferedLanguage: string } }
  }
  expect(data.user.preferedLanguage).toBe('nl')
  const made = await askOnce(`${cms.url}/content-manager/collection-types/${WIJK}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${data.token}` },
    body: JSON.stringify({ name: 'Molenwijk', state: 'draft' }),
  })
  expect(made.status).toBe(201)

  await cms.stop()
  await cms.restart()
  expect(cms.log().split(link.href)).toHaveLength(3)
})

test('in demo mode the accounts of the demo are there, one for every role and one more, and the door for a first admin is shut', async () => {
  await using cms = await startCms()
  expect((await post(`${cms.url}/admin/register-admin`, FIRST_ADMIN)).status).toBe(400)
  const beheer = await cms.editor('beheer@wijkpers.test')
  const { body } = await beheer.ask('GET', '/admin/users?pageSize=10&sort=id:ASC')
  const { results } = body.data as unknown as {
    results: { email: string; preferedLanguage: string; roles: { code: string }[] }[]
  }
  expect(results.map(({ email, roles }) => [email, roles.map(({ code }) => code).join()])).toEqual([
    ['beheer@wijkpers.test', 'strapi-super-admin'],
    ['anna@wijkpers.test', 'buurtverbinder'],
    ['bram@wijkpers.test', 'buurtverbinder'],
    ['sam@wijkpers.test', 'buurtsupporter'],
    ['petra@wijkpers.test', 'professional'],
    ['coach@wijkpers.test', 'coach'],
  ])
  for (const name of ['anna', 'sam']) {
    const editor = await cms.editor(`${name}@wijkpers.test`)
    expect((await editor.ask('GET', '/admin/users/me')).body.data).toMatchObject({ preferedLanguage: 'nl' })
    expect((await editor.ask('GET', '/admin/users')).status).toBe(403)
  }
  expect(cms.log()).toBe('')

  // No mail server: whoever invites is not told that a mail is on its way, and an operator finds the link.
  const wijk = await cms.client.importWijk(aWijk('molenwijk', []))
  const sam = { email: 'sam@wijkpers.test', firstname: 'Sam', lastname: 'Mulder', role: 'buurtsupporter' }
  const invited = await beheer.ask('POST', '/wijkpers/people/invite', { ...sam, wijk })
  expect(invited.body.data).toEqual({ state: 'kept', link: null })
  const noor = { ...sam, email: 'noor@voorbeeld.nl', firstname: 'Noor' }
  const handed = await beheer.ask('POST', '/wijkpers/people/invite', { ...noor, wijk })
  expect(handed.body.data).toMatchObject({ state: 'invited', isMailed: false })
  const outbox = async () => JSON.stringify((await beheer.ask('GET', '/wijkpers/mails')).body)
  await expect.poll(outbox).toContain('registrationToken=')

  await cms.stop()
  await cms.restart()
  const again = await beheer.ask('GET', '/admin/users?pageSize=10')
  expect((again.body.data as unknown as { results: unknown[] }).results).toHaveLength(7)
})

test('without a secret it does not start, and says what to do', async () => {
  await using installation = await startInstallation({ programs: [] })
  await expect(installation.start('cms', { CMS_TOKEN: '' })).rejects.toThrow(
    /CMS_TOKEN is not set\. Start with `npm start`/,
  )
})
