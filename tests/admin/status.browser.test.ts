/** The operator's page that says how all sites stand. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { articles, aWijk } from '../support/content.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
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
  await page.getByRole('img', { name: /^In de laatste 24 uur 2 keer iets online gezet/ }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Online sinds' }).nth(1).waitFor()
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], async () => {
    await expectToFit(page)
    await expectNoAxeFaults(page, 'main')
  })
  expect(faults).toEqual([])
})

test('without a publisher the page says what that means and what to do', async () => {
  const { page } = await beheer.open()
  await wijkpers.kill9('publisher')
  await page.goto('/admin/sites')
  await page.getByText('De publisher antwoordt niet.').waitFor()
  await expect.poll(() => page.getByText('2 sites online.').isVisible()).toBe(true)
  await wijkpers.start('publisher')
  await page.getByText('De publisher antwoordt niet.').waitFor({ state: 'detached' })
})

test('an editor has no such page', async () => {
  const { page } = await anna.open()
  await page.goto('/admin/')
  await page.getByRole('heading', { name: 'Mijn wijken' }).waitFor()
  expect(await page.getByRole('link', { name: 'Stand van de sites' }).count()).toBe(0)
})
