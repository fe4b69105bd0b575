/** A buurtsupporter hands in, the buurtverbinder gives back and publishes: at a desk and on a phone. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { ARTICLE } from '../support/editor.ts'
import {
  AT_A_DESK,
  atWidths,
  type Desk,
  expectNoAxeFaults,
  expectToFit,
  ON_A_PHONE,
  ON_THE_SMALLEST,
  openEntry,
  sitDown,
} from './desk.ts'

let cms: Cms
let browser: Browser
let sam: Desk
let anna: Desk

beforeAll(async () => {
  ;[cms, browser] = await Promise.all([startCms({ env: { SERVE_ADMIN: 'true' } }), launchBrowser()])
  const editors = ['anna', 'sam'].map((name) => `${name}@wijkpers.test`)
  await cms.client.importWijk(aWijk('molenwijk', [{ slug: 'oud', title: 'Oud bericht' }], { editors }))
  const at = { settings: { cmsUrl: cms.url } }
  sam = await sitDown(browser, at, 'sam@wijkpers.test')
  anna = await sitDown(browser, at, 'anna@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await cms?.[Symbol.asyncDispose]()
})

const PATIENT = { timeout: 30_000 }
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Strapi draws the buttons of a form when it finds the time, after what the panels beside it say. */
const expectGone = (page: Page, name: string) =>
  expect.poll(() => button(page, name).count(), PATIENT).toBe(0)

const LONG_REASON = `Hoeveel bankjes zijn het? ${'Schrijf er dat bij. '.repeat(60)}`.slice(0, 1000).trim()

/** On the smallest phone: the form is there, and all of a long reason is read by scrolling it, also without a finger. */
async function expectRoomToType(page: Page): Promise<void> {
  const was = page.viewportSize()!
  await page.setViewportSize({ width: ON_THE_SMALLEST, height: 568 })
  const box = page.getByRole('region', { name: 'Hoe het hiermee staat' })
  await box.getByText('Anna de Vries gaf dit terug').waitFor()
  await box.focus()
  await page.keyboard.press('End')
  await expect
    .poll(() => box.evaluate((it) => it.scrollTop + it.clientHeight >= it.scrollHeight - 2))
    .toBe(true)
  await page.keyboard.press('Home')
  const top = async (of: Locator) => (await of.boundingBox())!.y
  await expect
    .poll(() => top(box.getByText('Anna de Vries gaf dit terug')))
    .toBeGreaterThanOrEqual(await top(box))
  expect(await top(button(page, 'Inleveren'))).toBeGreaterThan(568 / 2)
  await page.getByLabel('Titel').click({ trial: true })
  // What is in the closed drawer is no place for Tab to stop.
  expect(await button(page, 'Voorbeeld bekijken').count()).toBe(0)
  const opener = button(page, 'Meer laten zien')
  const { width, height } = (await opener.boundingBox())!
  expect([width, height].map(Math.round)).toEqual([44, 44])
  await opener.click()
  await button(page, 'Voorbeeld bekijken').waitFor()
  await button(page, 'Minder laten zien').click()
  await expectGone(page, 'Voorbeeld bekijken')
  await page.setViewportSize(was)
}

// The other way round, a writer at a desk and a reviewer on a phone, is walked in tasks.browser.test.ts.
test('what was handed in on a phone comes back, is handed in again and is published', async () => {
  const title = 'Nieuwe bankjes'
  const { page: desk, faults } = await sam.open({ width: ON_A_PHONE })
  await desk.goto(`/admin/content-manager/collection-types/${ARTICLE}/create`)
  await desk.getByText('Sla het op. Daarna kun je het inleveren.').first().waitFor()
  expect(await button(desk, 'Publiceren').count()).toBe(0)
  for (const hidden of ['Webadres', 'Wijk', 'Hoort bij'])
    expect(await desk.getByText(hidden, { exact: true }).count()).toBe(0)

  await desk.getByLabel('Titel').fill(title)
  await desk.getByRole('textbox').nth(2).click()
  await desk.keyboard.type('Er staan nieuwe bankjes in het park.')
  await button(desk, 'Opslaan').click()
  await desk.getByText('Klaar? Lever het in.').first().waitFor()
  await desk.getByLabel('Samenvatting').fill('Kort verteld')
  await button(desk, 'Inleveren').click()
  await desk
    .getByText(/^Ingeleverd om .* uur\. Zodra iemand/)
    .first()
    .waitFor()
  await expectGone(desk, 'Opslaan')

  const { page: review } = await anna.open({ width: AT_A_DESK })
  await review.goto('/admin/')
  await review.getByRole('link', { name: title }).first().click()
  await review
    .getByText(/Sam Mulder leverde dit in/)
    .first()
    .waitFor()
  await button(review, 'Teruggeven').click()
  const dialog = review.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Teruggeven' }).click()
  await dialog.getByText('Schrijf erbij wat er nog moet gebeuren.').waitFor()
  await dialog.getByRole('textbox').fill(LONG_REASON)
  // A touch beside the dialog does nothing; who closes it finds what was typed when it is opened again.
  await review.mouse.click(5, 5)
  await review.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await button(review, 'Teruggeven').click()
  expect(await dialog.getByRole('textbox').inputValue()).toBe(LONG_REASON)
  await dialog.getByRole('button', { name: 'Teruggeven' }).click()
  await review
    .getByText(/Teruggegeven aan Sam Mulder/)
    .first()
    .waitFor()

  await desk.goto('/admin/')
  await desk.getByText(`‘${LONG_REASON}’`).waitFor()
  await desk.getByRole('link', { name: title }).first().click()
  await expectRoomToType(desk)
  await desk.getByLabel('Samenvatting').fill('Het zijn er drie')
  await button(desk, 'Inleveren').click()
  await desk
    .getByText(/^Ingeleverd om/)
    .first()
    .waitFor()

  await review.reload()
  await review
    .getByText(/Sam Mulder leverde dit in/)
    .first()
    .waitFor()
  await expect.poll(() => review.getByLabel('Samenvatting').inputValue(), PATIENT).toBe('Het zijn er drie')
  await button(review, 'Publiceren').click()
  await review
    .getByText(/Gepubliceerd/)
    .first()
    .waitFor()

  await desk.reload()
  await desk
    .getByText(/Anna de Vries publiceerde dit om/)
    .first()
    .waitFor()
  await expectGone(desk, 'Opslaan')
  await expect.poll(() => button(desk, 'Inleveren').isDisabled(), PATIENT).toBe(true)
  expect(faults).toEqual([])
  await desk.close()
  await review.close()
})

test('what somebody else made can be read, and not changed', async () => {
  const { page } = await sam.open()
  await openEntry(page, ARTICLE, 'Oud bericht', 'Inleveren')
  await page.getByText('Wil je iets wijzigen?').first().waitFor()
  await expect.poll(() => button(page, 'Opslaan').count(), PATIENT).toBe(0)
  await page.close()
}, 120_000)

test('the home screen says what there is to do, one click away, at a desk and on a phone', async () => {
  const { page, faults } = await anna.open()
  await page.goto('/admin/')
  await page.getByRole('heading', { level: 1, name: /, Anna$/ }).waitFor()
  for (const card of ['Nu te doen', 'Mijn wijk', 'Laatst online'])
    await page.getByRole('heading', { level: 2, name: card }).waitFor()
  await page.getByText('Eén mens houdt de site gaande.').waitFor()
  const add = page.getByRole('link', { name: 'Activiteit toevoegen' })
  await atWidths(page, [AT_A_DESK, ON_A_PHONE, ON_THE_SMALLEST], async () => {
    await expectNoAxeFaults(page, 'main')
    await expectToFit(page)
    await add.click({ trial: true })
  })
  await add.click()
  await page.getByLabel('Begint op').first().waitFor()
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

test('whoever writes reads what became of it, and begins what a buurtsupporter can', async () => {
  const { page } = await sam.open()
  await page.goto('/admin/')
  await page.getByRole('heading', { level: 2, name: 'Wat jij inleverde' }).waitFor()
  await page
    .getByText(/Gepubliceerd door Anna de Vries/)
    .first()
    .waitFor()
  await page.getByText('Er wacht niets op je.').waitFor()
  expect(await page.getByRole('link', { name: /schrijven|toevoegen|plaatsen/ }).allInnerTexts()).toEqual([
    'Nieuwsbericht schrijven',
    'Activiteit toevoegen',
    'Prikbordbericht plaatsen',
  ])
  await expectNoAxeFaults(page, 'main')
  await page.close()
}, 120_000)

test('while somebody types, he reads what he may want to look at again, also on a phone', async () => {
  const { page, faults } = await anna.open()
  await page.goto(`/admin/content-manager/collection-types/${ARTICLE}/create`)
  await page.getByLabel('Titel').fill('KOM ALLEMAAL NAAR HET FEEST')
  const hands = page.getByRole('status').filter({ hasText: 'hoofdletters' })
  await hands.waitFor()
  await page.getByLabel('Samenvatting').fill('Op maandag 31 november.')
  await hands.getByText('Je noemt maandag 31 november. Die dag bestaat niet.').waitFor()
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], async () => {
    await hands.getByText('Je noemt maandag 31 november. Die dag bestaat niet.').waitFor()
    await expectNoAxeFaults(page, '[aria-label="Kijk hier nog eens naar"]')
  })
  await page.getByLabel('Titel').fill('Kom allemaal naar het feest')
  await hands.waitFor({ state: 'detached' })
  await page.getByLabel('Samenvatting').fill('Op de laatste maandag van november.')
  await page.getByText('Die dag bestaat niet.').waitFor({ state: 'detached' })
  await button(page, 'Opslaan').click()
  await page.getByText('Opgeslagen').first().waitFor()
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

test('text is kept, also what is typed while the form takes in what came before, and what is typed just before saving', async () => {
  const { page, faults } = await sam.open({ width: AT_A_DESK })
  await page.goto(`/admin/content-manager/collection-types/${ARTICLE}/create`)
  await page.getByLabel('Titel').fill('Tellen')
  const text = page.getByRole('textbox').nth(2)
  await text.click()
  await page.keyboard.type('Een')
  await text.evaluate(
    (element) =>
      new Promise<void>((done) => {
        const type = (data: string) =>
          element.dispatchEvent(
            new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true }),
          )
        type(' twee')
        // Right after the editor has told its form.
        setTimeout(() => {
          type(' drie')
          done()
        }, 300)
      }),
  )
  await page.keyboard.type(' vier')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText('Klaar? Lever het in.').first().waitFor()
  // One lost request takes no buttons away.
  for (const lost of ['**/wijkpers/me', '**/wijkpers/review?*'])
    await page.route(lost, (route) => route.abort(), { times: 1 })
  await page.reload()
  await expect.poll(() => text.textContent(), PATIENT).toContain('Een twee drie vier')
  await page.getByText('Klaar? Lever het in.').first().waitFor()
  await button(page, 'Opslaan').waitFor()
  await expect.poll(() => button(page, 'Inleveren').isEnabled(), PATIENT).toBe(true)
  expect(faults).toEqual([])
  await page.close()
})

test('whoever saves over what somebody else wrote meanwhile is told, keeps what he typed, and goes on from there', async () => {
  const summary = async (text: string) => {
    await page.getByLabel('Samenvatting').fill(text)
    await button(page, 'Opslaan').click()
  }
  const { page, faults } = await anna.open()
  await openEntry(page, ARTICLE, 'Oud bericht')
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const beheer = await cms.editor('beheer@wijkpers.test')
  await beheer.update(ARTICLE, id, { summary: 'Van beheer' })

  await summary('Van Anna')
  const said = page.getByText(/^Beheer Wijkpers heeft dit gewijzigd op .* staat hier nog\./)
  await said.first().waitFor()
  // What the form asks anew after a save would have come by the time that a second one is refused.
  const path = `/admin/content-manager/collection-types/${ARTICLE}`
  await Promise.all([
    page.waitForResponse((answer) => answer.status() === 400 && answer.url().endsWith('/actions/publish')),
    button(page, 'Publiceren').click(),
  ])
  await said.first().waitFor()
  expect(await page.getByLabel('Samenvatting').inputValue()).toBe('Van Anna')

  await page.goto(`${path}/${id}`)
  await expect.poll(() => page.getByLabel('Samenvatting').inputValue(), PATIENT).toBe('Van beheer')
  for (const text of ['Van allebei', 'Van allebei, twee keer']) {
    await summary(text)
    await expect.poll(async () => (await draft())['summary'], PATIENT).toBe(text)
  }
  await button(page, 'Publiceren').click()
  await expect.poll(async () => (await draft())['status'], PATIENT).toBe('published')
  expect(faults).toEqual([])
  await page.close()

  async function draft(): Promise<Record<string, unknown>> {
    return (await beheer.ask('GET', `/content-manager/collection-types/${ARTICLE}/${id}`)).body.data!
  }
}, 120_000)
