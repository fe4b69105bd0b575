/** The operator's page that says how all sites stand. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { articles, aWijk } from '../support/content.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { wijkpersCommand } from '../support/command.ts'
import {
  AT_A_DESK,
  atWidths,
  type Desk,
  expectNoAxeFaults,
  expectToFit,
  ON_A_PHONE,
  sitDown,
} from './desk.ts'

let wijkpers: Wijkpers
let browser: Browser
let beheer: Desk
let anna: Desk

beforeAll(async () => {
  ;[wijkpers, browser] = await Promise.all([startWijkpers(), launchBrowser()])
  const editors = ['anna@wijkpers.test']
  for (const wijk of ['molenwijk', 'eskerveen'])
    await wijkpers.cms.importWijk(aWijk(wijk, articles(3), { editors }))
  for (const wijk of ['molenwijk', 'eskerveen']) await wijkpers.untilLive(wijk)
  beheer = await sitDown(browser, wijkpers, 'beheer@wijkpers.test')
  anna = await sitDown(browser, wijkpers, 'anna@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await wijkpers?.[Symbol.asyncDispose]()
})

test('an operator finds how all sites stand, at a desk and on a phone', async () => {
  const { page, faults } = await beheer.open()
  await page.goto('/admin/sites')
  await page.getByText('2 sites online.').waitFor()
  await page.getByText(/^In de laatste 24 uur \d+ keer iets online gezet, .* De helft stond binnen/).waitFor()
  await page.getByRole('img', { name: /^Het drukste uur was \d+\.00 tot \d+\.00 uur: / }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Online sinds' }).nth(1).waitFor()
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], async () => {
    await expectToFit(page)
    await expectNoAxeFaults(page, 'main')
  })
  await page.setViewportSize({ width: AT_A_DESK, height: 900 })
  await page.getByRole('link', { name: 'Gegevens van Wijk molenwijk' }).click()
  await page.getByRole('button', { name: 'Laten rusten' }).waitFor()
  expect(faults).toEqual([])
})

test('without a publisher the page says what that means and what to do', async () => {
  const { page } = await beheer.open()
  await wijkpers.kill9('publisher')
  await page.goto('/admin/sites')
  await page.getByText('De publisher antwoordt niet.').waitFor()
  // Nobody here knows whether readers see them.
  await page.getByText('Laatst bekend: 2 sites online.').waitFor()
  await page.getByText('maar of ze dat zijn, weten we nu niet').waitFor()
  // Nobody knows then what the last day brought.
  expect(await page.getByRole('heading', { name: 'De laatste 24 uur' }).count()).toBe(0)
  await wijkpers.start('publisher')
  await page.getByText('De publisher antwoordt niet.').waitFor({ state: 'detached' })
})

test('of a site that is held stands since when, by whom and why, and how to go on; among many, one is found by its name', async () => {
  const { page, faults } = await beheer.open()
  const why = ['--why', 'Er staat een fout op de site.']
  const held = await wijkpersCommand(wijkpers.settings, 'rollback', 'molenwijk', '1', ...why)
  expect(held).toMatchObject({ exit: 0 })
  await page.goto('/admin/sites')
  await page
    .getByText(
      /^Vastgehouden sinds .* uur door de platformbeheerder: Er staat een fout op de site\. De site laat zien wat er in versie 1 stond\./,
    )
    .waitFor()
  await page.getByText('npm run -s wijkpers -- resume molenwijk').waitFor()
  expect(await page.getByLabel('Zoek een site').count()).toBe(0)
  // The publisher has two questions in vain before it tells so: meanwhile there is something else to look at.
  await wijkpers.kill9('files')

  const many = Array.from({ length: 20 }, (_, nr) => ({
    documentId: `w${nr}`,
    name: nr === 0 ? 'Âlde Feart' : `Wijk nummer ${nr}`,
    slug: `w${nr}`,
    lifeCycle: 'active',
    wanted: 1,
    live: 1,
  }))
  let isAway = false
  await page.route('**/wijkpers/status', (route) =>
    isAway ? route.abort() : route.fulfill({ json: { data: { wijken: many, publisher: {} } } }),
  )
  await page.reload()
  await page.getByLabel('Zoek een site').fill('alde')
  await page.getByText('1 van de 20 sites').waitFor()
  expect(await page.getByRole('list', { name: 'Sites' }).getByRole('listitem').count()).toBe(1)
  await expectNoAxeFaults(page, 'main')
  // Whoever keeps it open reads that what he sees is old.
  isAway = true
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.getByText('De redactie antwoordt niet.').waitFor()

  // Without a file server nothing on this page may say that all is well.
  await page.unroute('**/wijkpers/status')
  await page.reload()
  const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect
    .poll(async () => (await lookAgain(), page.getByText('0 sites online en 2 niet te zien.').isVisible()), {
      timeout: 60_000,
      interval: 500,
    })
    .toBe(true)
  await page.getByText('Onze eigen server laat nu geen enkele site zien.').waitFor()
  await page.getByText('npm run start:files').waitFor()
  await expectNoAxeFaults(page, 'main')
  expect(faults).toEqual([])
})

test('an editor has no such page', async () => {
  const { page } = await anna.open()
  await page.goto('/admin/')
  await page.getByRole('heading', { name: 'Mijn wijken' }).waitFor()
  expect(await page.getByRole('link', { name: 'Stand van de sites' }).count()).toBe(0)
})
