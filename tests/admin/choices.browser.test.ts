import type { WijkId } from '@wijkpers/content'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { EVENT, WIJK } from '../support/editor.ts'
import { askOnce } from '../support/own-connection.ts'
import { AT_A_DESK, atWidths, type Desk, expectNoAxeFaults, ON_A_PHONE, openEntry, sitDown } from './desk.ts'

let cms: Cms
let browser: Browser
let operator: Desk
let wijkB: WijkId

beforeAll(async () => {
  ;[cms, browser] = await Promise.all([startCms({ env: { SERVE_ADMIN: 'true' } }), launchBrowser()])
  for (const [slug, state] of Object.entries({ a: 'draft', b: 'active', c: 'resting', d: 'archived' }))
    await cms.client.importWijk({ wijk: { slug, name: `Wijk ${slug}`, state }, entries: [] })
  wijkB = await cms.client.importWijk({
    wijk: { slug: 'b' },
    entries: [
      { kind: 'event', slug: 'bingo', title: 'Bingo', startsAt: '2026-12-01T19:00:00Z', organisation: 'ark' },
      { kind: 'organisation', slug: 'ark', name: 'De Ark' },
    ],
  })
  operator = await sitDown(browser, { settings: { cmsUrl: cms.url } }, 'beheer@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await cms?.[Symbol.asyncDispose]()
})

const inDutch = ['In de maak', 'Actief', 'Rustend', 'Gearchiveerd']
const asStored = /\b(draft|active|resting|archived)\b/i

test('the state of a wijk is Dutch in the list and in the form, which does not change it', async () => {
  const { page } = await operator.open()
  await page.goto(`/admin/content-manager/collection-types/${WIJK}`)
  for (const state of inDutch) await page.getByRole('gridcell', { name: state, exact: true }).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(asStored)

  await page.goto(`/admin/content-manager/collection-types/${WIJK}?filters[$and][0][state][$eq]=draft`)
  await page.getByText('Stand is In de maak').first().waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(asStored)
  // A list remembers what it was filtered by.
  await page.getByRole('button', { name: 'Stand is In de maak' }).click()
  for (const state of inDutch) await page.getByRole('gridcell', { name: state, exact: true }).waitFor()

  await openEntry(page, WIJK, 'Wijk a')
  const state = page.getByRole('combobox', { name: 'Stand' })
  expect(await state.innerText()).toBe('In de maak')
  expect(await page.locator('main').innerText()).not.toMatch(asStored)
  expect(await state.isDisabled()).toBe(true)
  await page.close()
})

test('the choices of an event are Dutch, and it shows what it belongs to', async () => {
  const { page, faults } = await operator.open()
  await openEntry(page, EVENT, 'Bingo')
  // What it is linked to comes with an answer for each.
  for (const linked of ['De Ark', 'Wijk b'])
    await page.locator('main').getByText(linked, { exact: true }).first().waitFor()
  const text = await page.locator('main').innerText()
  for (const word of ['Begint op', 'Duurt tot', 'De hele dag', 'Afgelast', 'Hoort bij (1)', 'Wijk b'])
    expect(text).toContain(word)
  expect(text).toMatch(/\bnee\b[^]*\bja\b/i)
  expect(text).not.toMatch(/\b(true|false|yes|no|on|off|organisation)\b/i)
  expect(faults).toEqual([])
  await page.close()
})

test('who wants to delete a wijk that still has something, reads what to do', async () => {
  const { page } = await operator.open()
  await openEntry(page, WIJK, 'Wijk b')
  await page.getByRole('button', { name: 'Meer acties' }).first().click()
  await page.getByRole('menuitem', { name: 'Verwijderen' }).click()
  await page.getByRole('alertdialog').getByRole('button').last().click()
  const refusal = page.getByText('Wijk b heeft nog').first()
  await refusal.waitFor()
  expect(await refusal.innerText()).toBe(
    'Wijk b heeft nog 2 organisaties en activiteiten. Archiveer de wijk, of verwijder die eerst.',
  )
  await page.close()
})

test('a wijk is put to rest on a phone and woken up at a desk: what follows is told before, how to undo it after', async () => {
  const { page, faults } = await operator.open({ width: ON_A_PHONE })
  await openEntry(page, WIJK, 'Wijk b')
  const stateOf = async () => (await cms.client.manifest(wijkB))!.wijk

  await page.getByRole('button', { name: 'Laten rusten' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Alles blijft te lezen.').waitFor()
  await expectNoAxeFaults(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Laten rusten' }).click()
  await dialog.getByText('Schrijf in een paar zinnen waarom').first().waitFor()
  await dialog.getByLabel(/^Waarom rust de site/).fill('De redactie stopt na vier mooie jaren.')
  // A phone that is turned, or a tablet, keeps what was typed.
  for (const width of [AT_A_DESK, ON_A_PHONE]) {
    await page.setViewportSize({ width, height: 900 })
    await page.getByRole('heading', { name: 'Levensloop', includeHidden: true }).waitFor({
      state: width === AT_A_DESK ? 'attached' : 'detached',
    })
    expect(await dialog.getByLabel(/^Waarom rust de site/).inputValue()).toBe(
      'De redactie stopt na vier mooie jaren.',
    )
  }
  await dialog.getByLabel(/^Wie kunnen mensen bellen/).fill('Petra, 019-555 01 40')
  await dialog.getByRole('button', { name: 'Laten rusten' }).click()

  await page.getByText('De site rust. Met ‘Weer wakker maken’ draai je het terug.').first().waitFor()
  const wake = page.getByRole('button', { name: 'Weer wakker maken' })
  await wake.waitFor()
  expect(await stateOf()).toMatchObject({
    state: 'resting',
    rest: { why: 'De redactie stopt na vier mooie jaren.', contact: 'Petra, 019-555 01 40' },
  })
  await page.getByText('Rustend. De site is te lezen').waitFor()
  await page.setViewportSize({ width: AT_A_DESK, height: 900 })
  expect(await page.getByRole('combobox', { name: 'Stand' }).innerText()).toBe('Rustend')
  // What was typed and not saved would be gone: first that.
  await page.getByLabel('Ondertitel').fill('Samen')
  await wake.click()
  await dialog.getByText('Sla dat eerst op.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Weer wakker maken' }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: 'Annuleren' }).click()
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByText('Opgeslagen').first().waitFor()
  await wake.click()
  await expectNoAxeFaults(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Weer wakker maken' }).click()
  await page.getByText('De site is weer wakker. Met ‘Laten rusten’ draai je het terug.').first().waitFor()
  await page.getByRole('button', { name: 'Laten rusten' }).waitFor()
  expect(await stateOf()).toMatchObject({ state: 'active', rest: { since: null } })
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

test('the table of the CBS is read from its own file; then a name or a code fills in the rest', async () => {
  const { page, faults } = await operator.open()
  await page.goto('/admin/nieuwe-wijk')
  const file = page.getByLabel('Bestand van het CBS')
  const give = async (...rows: string[]) => {
    const text = ['gwb_code_10;regio;gm_naam;recs', ...rows].join('\n')
    await file.setInputFiles({
      name: 'kwb-2025.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text, 'latin1'),
    })
    await page.getByRole('button', { name: 'Lees de lijst in' }).click()
  }
  await give('NL00;Nederland;Nederland;Land', 'WK08;Âlde Feart;Súdwest-Fryslân;Wijk')
  await page.getByText('Er is niets ingelezen. Regel 3: ‘WK08’ is geen wijkcode of buurtcode.').waitFor()
  await expectNoAxeFaults(page, 'main')
  await give('WK008003;Âlde Feart;Súdwest-Fryslân;Wijk', 'WK008004;De Werf;Súdwest-Fryslân;Wijk')
  await page.getByText('Ingelezen: 2 wijken en buurten van 2025.').waitFor()

  await page.getByLabel('Zoek in de lijst van het CBS').fill('alde')
  await page.getByRole('button', { name: 'Âlde Feart, Súdwest-Fryslân (WK008003)' }).click()
  const given = async () => [
    await page.getByLabel(/^Naam/).inputValue(),
    await page.getByLabel('Gemeente').inputValue(),
    await page.getByLabel(/^CBS-code/).inputValue(),
    await page.getByLabel('Jaar van de CBS-code').inputValue(),
  ]
  expect(await given()).toEqual(['Âlde Feart', 'Súdwest-Fryslân', 'WK008003', '2025'])
  // What was typed stays; what was filled in follows the code.
  await page.getByLabel('Gemeente').fill('Wergea')
  await page.getByLabel(/^CBS-code/).fill('wk008004')
  await expect.poll(given).toEqual(['De Werf', 'Wergea', 'WK008004', '2025'])
  await expectNoAxeFaults(page, 'main')
  expect(faults).toEqual([])
  await page.close()
})

test('one form makes a wijk, also on a phone: online, with its people and nothing made up', async () => {
  const { page, faults } = await operator.open({ width: ON_A_PHONE })
  await page.goto('/admin/nieuwe-wijk')
  const make = page.getByRole('button', { name: 'Maak deze wijk' })
  await make.click()
  await page.getByText('Vul de naam van de wijk in.').first().waitFor()
  await page.getByLabel(/^Naam/).fill('Nieuwbouw')
  await page.getByLabel('Gemeente').fill('Molendam')
  await page.getByText('Vul in wie de site uitgeeft.').first().waitFor()
  await page.getByLabel('E-mailadres van de redactie').fill('redactie@nieuwbouw.test')
  await page.getByLabel(/^Uitgever/).fill('Stichting Nieuwbouw')
  await page.getByLabel('Adres van de uitgever').fill('Bouwplein 1, Molendam')
  const picture = sharp({ create: { width: 600, height: 300, channels: 4, background: '#1f5f4f' } }).png()
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: await picture.toBuffer() }
  await page.getByLabel('Logo').setInputFiles(logo)
  await page.getByLabel(/^CBS-code/).fill('WK1')
  await page.getByLabel('Jaar van de CBS-code').fill('2026')
  await page.getByLabel('Voornaam van persoon 1').fill('Noor')
  await page.getByLabel('E-mailadres van persoon 1').fill('noor@nieuwbouw.test')
  await make.click()
  await page.getByText('Een wijkcode is WK met 6 cijfers').first().waitFor()
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], () => expectNoAxeFaults(page, 'main'))
  await page.getByLabel(/^CBS-code/).fill('wk036301')
  await make.click()
  await page.getByRole('heading', { name: 'Nieuwbouw is er' }).waitFor()
  await page.getByText('Er is geen mailserver ingesteld. Geef deze link zelf door aan Noor').waitFor()
  await page.getByRole('status').filter({ hasText: 'De site komt over een paar tellen online' }).waitFor()
  await page.getByRole('link', { name: 'Wijken, Nieuwbouw' }).waitFor()

  const made = (await cms.client.wijken()).find(({ slug }) => slug === 'nieuwbouw')!
  const { wijk, entries } = (await cms.client.manifest(made.id))!
  expect(wijk).toMatchObject({
    name: 'Nieuwbouw',
    state: 'active',
    municipality: 'Molendam',
    cbsCode: 'WK036301',
    cbsVintage: 2026,
    wantsBuurtverbinder: true,
    publisher: { name: 'Stichting Nieuwbouw', address: 'Bouwplein 1, Molendam' },
    logo: { url: expect.stringMatching(/^\/uploads\/logo_.*\.png$/) },
  })
  expect(entries).toEqual([])

  // Not her after all: what follows is told before.
  await page.goto('/admin/mensen')
  await page.getByRole('button', { name: 'Uitnodiging van Noor intrekken' }).click()
  const question = page.getByRole('dialog')
  await question.getByText('Noor komt dan niet bij Nieuwbouw.').waitFor()
  await expectNoAxeFaults(page, '[role="dialog"]')
  await question.getByRole('button', { name: 'Intrekken' }).click()
  await page.getByText('De uitnodiging is ingetrokken.').first().waitFor()
  await page.getByText('noor@nieuwbouw.test').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

test('an operator reads the mail that was written, at a desk and on a phone', async () => {
  await askOnce(`${cms.url}/admin/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'sam@wijkpers.test' }),
  })
  const { page, faults } = await operator.open()
  await page.goto('/admin/verzonden-mail')
  await page.getByRole('heading', { level: 2, name: 'Een nieuw wachtwoord kiezen' }).waitFor()
  await atWidths(page, [AT_A_DESK, ON_A_PHONE], () => expectNoAxeFaults(page, 'main'))
  expect(faults).toEqual([])
  await page.close()
}, 120_000)
