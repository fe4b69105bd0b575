/** A professional of two wijken chooses in which one she works: at a desk and on a phone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE } from '../support/editor.ts'
import { AT_A_DESK, atWidths, type Desk, expectNoAxeFaults, ON_A_PHONE, sitDown } from './desk.ts'

let cms: Cms
let browser: Browser
let petra: Desk

beforeAll(async () => {
  ;[cms, browser] = await Promise.all([startCms({ env: { SERVE_ADMIN: 'true' } }), launchBrowser()])
  for (const slug of ['molenwijk', 'parkwijk'])
    await cms.client.importWijk(
      aWijk(slug, [{ slug: 'bericht', title: `Bericht van de ${slug}` }], {
        editors: ['petra@wijkpers.test', 'anna@wijkpers.test'].slice(0, slug === 'molenwijk' ? 2 : 1),
      }),
    )
  await cms.client.importWijk({
    wijk: { slug: 'parkwijk' },
    entries: [{ kind: 'organisation', slug: 'parkhuis', name: 'Het Parkhuis' }],
  })
  petra = await sitDown(browser, { settings: { cmsUrl: cms.url } }, 'petra@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await cms?.[Symbol.asyncDispose]()
})

const bar = (page: Page) => page.getByRole('complementary', { name: 'In welke wijk je werkt' })
const list = `/admin/content-manager/collection-types/${ARTICLE}`

async function choose(page: Page, wijk: string): Promise<void> {
  await bar(page).getByRole('combobox').click()
  await page.getByRole('option', { name: wijk, exact: true }).click()
}

test('everything follows the wijk that was chosen, at a desk and on a phone', async () => {
  const { page, faults } = await petra.open()
  await page.goto(list)
  for (const wijk of ['molenwijk', 'parkwijk']) await page.getByText(`Bericht van de ${wijk}`).waitFor()
  await page.getByRole('gridcell', { name: 'Wijk parkwijk' }).first().waitFor()
  await atWidths(page, [ON_A_PHONE, AT_A_DESK], () =>
    expectNoAxeFaults(page, 'aside[aria-label="In welke wijk je werkt"]'),
  )

  await choose(page, 'Wijk parkwijk')
  await page.getByText('Bericht van de molenwijk').waitFor({ state: 'detached' })
  await page.getByText('Bericht van de parkwijk').waitFor()
  await page.getByRole('gridcell', { name: 'Wijk parkwijk' }).first().waitFor({ state: 'detached' })

  const { page: phone } = await petra.open({ width: ON_A_PHONE })
  await phone.goto('/admin/')
  await bar(phone).getByText('Wijk parkwijk').waitFor()
  await phone.getByRole('heading', { name: 'Wijk parkwijk' }).waitFor()
  await phone.getByRole('heading', { name: 'Wijk molenwijk' }).waitFor({ state: 'detached' })

  // What is opened by its address keeps its own wijk, and says which: its photos are of that one.
  const { body: found } = await (
    await cms.editor('anna@wijkpers.test')
  ).ask('GET', `/content-manager/collection-types/${ARTICLE}`)
  const [ofMolenwijk] = (found as unknown as { results: { documentId: string }[] }).results
  const told = page.waitForRequest((request) => request.url().includes('/wijkpers/wijk-of'))
  await page.goto(`${list}/${ofMolenwijk!.documentId}`)
  await bar(page).getByText('Dit hoort bij Wijk molenwijk.').waitFor()
  expect((await told).headers()['x-wijkpers-entry']).toBe(`${ARTICLE}/${ofMolenwijk!.documentId}`)
  await expectNoAxeFaults(page, 'aside[aria-label="In welke wijk je werkt"]')

  await page.goto(`${list}/create`)
  await page.getByLabel('Titel').fill('Nieuw')
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByText('Opgeslagen').first().waitFor()
  const bram = await cms.editor('beheer@wijkpers.test')
  const { body } = await bram.ask(
    'GET',
    `/content-manager/collection-types/${ARTICLE}?filters[title][$eq]=Nieuw&filters[wijk][slug][$eq]=parkwijk`,
  )
  expect(body).toMatchObject({ pagination: { total: 1 } })

  await phone.goto(list)
  await phone.getByText('Bericht van de parkwijk').waitFor()
  expect(await phone.getByText('Bericht van de molenwijk').count()).toBe(0)
  await choose(phone, 'Al mijn wijken')
  await phone.getByText('Bericht van de molenwijk').waitFor()
  await page.goto(list)
  for (const wijk of ['molenwijk', 'parkwijk']) await page.getByText(`Bericht van de ${wijk}`).waitFor()
  expect(faults).toEqual([])
  await page.close()
  await phone.close()
}, 120_000)

test('who is in the middle of something keeps it when another wijk is chosen in another tab', async () => {
  const { page, faults } = await petra.open()
  await page.goto('/admin/mensen')
  await page.getByLabel('Voornaam').fill('Noor')
  const elsewhere = await cms.editor('petra@wijkpers.test')
  const wijken = (await elsewhere.ask('GET', '/wijkpers/me')).body.data as unknown as {
    wijken: { documentId: string; name: string }[]
  }
  const parkwijk = wijken.wijken.find(({ name }) => name === 'Wijk parkwijk')!
  await elsewhere.ask('PUT', '/wijkpers/me/wijk', { wijk: parkwijk.documentId })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await bar(page).getByText('Wijk parkwijk').waitFor()
  await choose(page, 'Al mijn wijken')
  await bar(page).getByText('Al mijn wijken').waitFor()
  expect(await page.getByLabel('Voornaam').inputValue()).toBe('Noor')
  expect(faults).toEqual([])
  await page.close()
})

test('a professional says on the home screen for whom she writes', async () => {
  const { page, faults } = await petra.open()
  await page.goto('/admin/')
  const choice = page.getByRole('combobox', { name: 'Je schrijft in Wijk parkwijk namens' })
  await choice.click()
  await page.getByRole('option', { name: 'Het Parkhuis' }).click()
  await page.getByText('Opgeslagen').first().waitFor()
  await page.reload()
  await choice.getByText('Het Parkhuis').waitFor()
  expect(faults).toEqual([])
  await page.close()
})

test('who has one wijk meets no choice', async () => {
  const anna = await sitDown(browser, { settings: { cmsUrl: cms.url } }, 'anna@wijkpers.test')
  const { page } = await anna.open()
  await page.goto(list)
  await page.getByText('Bericht van de molenwijk').waitFor()
  expect(await bar(page).count()).toBe(0)
  await page.close()
})
