/** Who did what: beside an entry, and on a page for coaches and operators. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE, paragraph } from '../support/editor.ts'
import {
  AT_A_DESK,
  atWidths,
  type Desk,
  expectNoAxeFaults,
  expectToFit,
  ON_A_PHONE,
  openEntry,
  sitDown,
} from './desk.ts'

let cms: Cms
let browser: Browser
let coach: Desk
let anna: Desk

beforeAll(async () => {
  ;[cms, browser] = await Promise.all([startCms({ env: { SERVE_ADMIN: 'true' } }), launchBrowser()])
  const editors = ['anna', 'coach'].map((name) => `${name}@wijkpers.test`)
  await cms.client.importWijk(aWijk('molenwijk', [], { editors }))
  const desk = await cms.editor('anna@wijkpers.test')
  const id = await desk.create(ARTICLE, { title: 'Bankjes', body: [paragraph('Tekst.')] })
  await desk.publish(ARTICLE, id)
  const at = { settings: { cmsUrl: cms.url } }
  coach = await sitDown(browser, at, 'coach@wijkpers.test')
  anna = await sitDown(browser, at, 'anna@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await cms?.[Symbol.asyncDispose]()
})

test('beside an entry stands who made and published it', async () => {
  const { page, faults } = await anna.open()
  await openEntry(page, ARTICLE, 'Bankjes')
  await page.getByText('Anna de Vries publiceerde dit').waitFor()
  await page.getByText('Anna de Vries maakte dit').waitFor()
  expect(faults).toEqual([])
  await page.close()
})

test('a coach reads who did what in the wijk, at a desk and on a phone', async () => {
  const { page, faults } = await coach.open()
  await page.goto('/admin/wie-deed-wat')
  await page.getByText('Anna de Vries publiceerde dit').waitFor()
  await page.getByRole('button', { name: 'Ouder tonen' }).click()
  await page.getByRole('button', { name: 'Ouder tonen' }).waitFor({ state: 'detached' })
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], async () => {
    await expectNoAxeFaults(page, 'main')
    await expectToFit(page)
  })
  await page.getByRole('link', { name: 'Bankjes' }).first().click()
  await page.getByLabel('Titel').waitFor()
  expect(faults).toEqual([])
  await page.close()
})

test('who may not read it has no such page', async () => {
  const { page } = await anna.open()
  await page.goto('/admin/')
  await page.getByRole('heading', { name: 'Mijn wijk' }).waitFor()
  expect(await page.getByRole('link', { name: 'Wie deed wat' }).count()).toBe(0)
  await page.close()
})

test('an earlier version comes back in the form, and it is said that publishing must follow', async () => {
  const editor = await cms.editor('anna@wijkpers.test')
  const id = await editor.create(ARTICLE, { title: 'Eerste titel', body: [paragraph('Een.')] })
  await editor.publish(ARTICLE, id)
  await editor.publish(ARTICLE, id, { title: 'Tweede titel', body: [paragraph('Twee.')] })
  const { page, faults } = await anna.open()
  // The list of versions is lost once: that is said, with a way to ask again.
  await page.route('**/wijkpers/versions?*', (route) => route.abort(), { times: 1 })
  await page.goto(`/admin/content-manager/collection-types/${ARTICLE}/${id}`)
  await page.getByText('Dit is nu niet op te halen.').waitFor()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await page.getByRole('button', { name: /^Versie terugzetten/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Terugzetten' }).click()
  await page
    .getByText('Teruggezet. Op de site verandert het pas als je op Publiceren klikt.')
    .first()
    .waitFor()
  await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Eerste titel')
  await page.getByText('Een.', { exact: true }).waitFor()

  // What somebody else writes meanwhile is not thrown away from this screen.
  const other = await cms.editor('coach@wijkpers.test')
  await other.update(ARTICLE, id, { title: 'Van de coach' })
  await page.getByRole('button', { name: 'Meer acties' }).click()
  await page.getByRole('menuitem', { name: 'Wijzigingen weggooien' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Wijzigingen weggooien' }).click()
  await page
    .getByText(/^Joke Visser heeft dit gewijzigd op .* Er is niets veranderd\./)
    .first()
    .waitFor()
  expect(await page.getByLabel('Titel').inputValue()).toBe('Eerste titel')
  expect(faults).toEqual([])
  await page.close()
})
