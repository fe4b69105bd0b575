import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/settings.ts'
import { launchBrowser } from '../support/browser.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, INFO_PAGE, WIJK } from '../support/editor.ts'
import { ENTRY_TYPES } from '../support/entry-types.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { type Desk, openEntry, sitDown, watch } from './desk.ts'
import { dutch, sentencesInCode, strapiPacks } from './strapi-packs.ts'

let wijkpers: Wijkpers
let browser: Browser
let anna: Desk
let english: ReadonlySet<string>

beforeAll(async () => {
  ;[wijkpers, browser, english] = await Promise.all([startWijkpers(), launchBrowser(), englishOnly()])
  const editors = ['anna', 'sam', 'petra', 'coach'].map((name) => `${name}@wijkpers.test`)
  const { wijk, entries } = aWijk('molenwijk', articles(3), { editors })
  await wijkpers.cms.importWijk({
    wijk,
    entries: [
      ...entries,
      {
        kind: 'business',
        slug: 'bakker',
        name: 'De bakker',
        businessKind: 'shop',
        openingHours: [{ day: 'tuesday', opensAt: '09:00', closesAt: '17:30' }],
        openingHoursExceptions: [{ date: '2030-12-26', closed: true, reason: 'Tweede kerstdag' }],
      },
    ],
  })
  await wijkpers.cms.importWijk({
    wijk: { slug: 'parkwijk', name: 'Wijk parkwijk', state: 'active', editors: ['petra@wijkpers.test'] },
    entries: [],
  })
  await wijkpers.untilLive('molenwijk')
  anna = await sitDown(browser, wijkpers, 'anna@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await wijkpers?.[Symbol.asyncDispose]()
})

const newArticle = `/admin/content-manager/collection-types/${ARTICLE}/create`

/** Where an editor comes, and what is there when it has loaded. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  async home(page) {
    await page.goto('/admin/')
    await page.getByText('Bekijk de site van Wijk molenwijk').waitFor()
    await page.getByRole('heading', { name: 'Laatst online' }).waitFor()
  },
  async 'list of articles'(page) {
    await page.goto(`/admin/content-manager/collection-types/${ARTICLE}`)
    await page.getByText('Bericht 1', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Nieuwsbericht toevoegen' }).waitFor()
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('button', { name: 'Filter toevoegen' }).waitFor()
  },
  async 'list in which nothing is found'(page) {
    await page.goto(`/admin/content-manager/collection-types/${ARTICLE}?_q=nergens`)
    await page.getByText('Niets gevonden. Kijk of het goed gespeld is').waitFor()
  },
  async 'entries chosen in the list'(page) {
    await page.goto(`/admin/content-manager/collection-types/${ARTICLE}`)
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: 'Van de site halen' }).click()
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor()
  },
  async 'article with its receipt'(page) {
    await openEntry(page, ARTICLE, 'Bericht 1')
    await page.getByText('Bekijk op de site').waitFor()
    await page.getByText('Gewone tekst').click()
    await page.getByText('Tussenkop', { exact: true }).waitFor()
  },
  async 'article that misses its title'(page) {
    await page.goto(newArticle)
    await page.getByLabel('Samenvatting').fill('Zonder titel')
    await page.getByRole('button', { name: 'Publiceren', exact: true }).click()
    await page.getByText('Vul dit in.').first().waitFor()
  },
  async 'photo of an article'(page) {
    await page.goto(newArticle)
    await page.getByText('Nog niets. Klik om iets toe te voegen.').first().click()
    await page.getByText('Wat is erop te zien').waitFor()
    await page.getByRole('combobox', { name: 'Rechten' }).click()
    await page.getByRole('option', { name: 'Eigen werk' }).click()
    await page.getByText('Klik om een foto te kiezen').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).waitFor()
  },
  async 'article whose photo misses something'(page) {
    await page.goto(newArticle)
    await page.getByLabel('Titel').fill('Met een halve foto')
    await page.getByText('Nog niets. Klik om iets toe te voegen.').first().click()
    await page.getByLabel('Maker').fill('Anna de Vries')
    await page.getByRole('button', { name: 'Publiceren', exact: true }).click()
    await page.getByText('Vul dit in.').first().waitFor()
  },
  async 'info page'(page) {
    await openEntry(page, INFO_PAGE, 'Over ons')
    await page.getByText('Bekijk op de site').waitFor()
  },
  ...Object.fromEntries(
    ENTRY_TYPES.map(({ uid, kind }) => [
      `new ${kind}, with all that can be added to it`,
      async (page: Page) => {
        await page.goto(`/admin/content-manager/collection-types/${uid}/create`)
        await page.getByRole('button', { name: 'Opslaan', exact: true }).waitFor()
        const add = page.getByText('Nog niets. Klik om iets toe te voegen.')
        while ((await add.count()) > 0) await add.first().click()
      },
    ]),
  ),
  async 'business with its opening hours'(page) {
    await openEntry(page, 'api::business.business', 'De bakker')
    await page.getByText('dinsdag, 9.00 – 17.30').waitFor()
    await page.getByText('donderdag 26 december 2030').waitFor()
  },
  async wijk(page) {
    await openEntry(page, WIJK, 'Wijk molenwijk')
    await page.getByText('Bekijk op de site').waitFor()
  },
  async 'media library'(page) {
    // What somebody may do is told late: his buttons come all the same.
    const { promise: shown, resolve } = Promise.withResolvers<void>()
    await page.route('**/admin/users/me/permissions', async (route) => {
      await shown
      await route.continue()
    })
    await page.goto('/admin/plugins/upload')
    await page.getByText('Er zijn nog geen bestanden').waitFor()
    resolve()
    await page.getByRole('button', { name: 'Nieuw' }).click()
    await page.getByRole('menuitem').first().waitFor()
  },
  async 'who works here'(page) {
    await page.goto('/admin/mensen')
    await page.getByRole('button', { name: 'Uitnodigen' }).waitFor()
  },
  async 'the guide'(page) {
    await page.goto('/admin/uitleg')
    await page.getByRole('heading', { name: 'Een nieuwsbericht plaatsen' }).waitFor()
  },
  async 'own profile'(page) {
    await page.goto('/admin/me')
    await page.getByLabel('Voornaam').waitFor()
    expect(await page.getByLabel('E-mailadres').isDisabled()).toBe(true)
    await page.getByLabel('Nieuw wachtwoord').waitFor()
  },
  async 'own devices'(page) {
    await page.goto('/admin/me/sessions')
    await page.getByText('Dit apparaat').first().waitFor()
  },
}

test.each(Object.entries(screens))('an editor reads only Dutch: %s', async (_name, go) => {
  const { page, faults } = await anna.open()
  await go(page)
  expect(await englishOn(page)).toEqual([])
  expect(faults).toEqual([])
  await page.close()
})

/** Screens that a role has besides what its menu leads to. */
const more: Record<'sam' | 'petra' | 'coach' | 'beheer', readonly string[]> = {
  sam: ['article', 'event', 'notice', 'business'].map((kind) => `api::${kind}.${kind}/create`),
  petra: ['api::person.person/create'],
  coach: [],
  beheer: [`${WIJK}/create`, 'api::deal.deal/create'],
}

test.each(Object.entries(more))(
  'so does %s, wherever the menu leads',
  async (name, forms) => {
    const { page, faults } = await (await sitDown(browser, wijkpers, `${name}@wijkpers.test`)).open()
    const found: Record<string, readonly string[]> = {}
    const seen = async (path: string) => {
      if (path in found) return
      await page.goto(path)
      await page.locator('main').first().waitFor()
      await page.getByText('Bezig met laden').first().waitFor({ state: 'detached' })
      found[path] = await englishOn(page)
    }
    const linksIn = async () => {
      const links = page.getByRole('navigation').getByRole('link')
      return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname))
    }
    await seen('/admin/')
    for (const path of await linksIn()) {
      await seen(path)
      // Kinds of content, and the settings of an operator.
      for (const below of await linksIn()) await seen(below)
    }
    for (const form of forms) await seen(`/admin/content-manager/collection-types/${form}`)
    await openEntry(page, ARTICLE, 'Bericht 1', name === 'sam' ? 'Inleveren' : 'Opslaan')
    found['an entry'] = await englishOn(page)
    expect(Object.entries(found).filter(([, words]) => words.length > 0)).toEqual([])
    expect(Object.keys(found).length).toBeGreaterThan(5)
    expect(faults).toEqual([])
    await page.close()
  },
  240_000,
)

test('who lost the connection reads it in Dutch, and saves when it is back', async () => {
  const { page } = await anna.open()
  await page.goto(newArticle)
  await page.getByLabel('Titel').fill('In de trein')
  await page.context().setOffline(true)
  const save = page.getByRole('button', { name: 'Opslaan', exact: true })
  await save.click()
  await page.getByText('Er kwam geen antwoord. Kijk of je internet hebt').first().waitFor()
  expect(await englishOn(page)).toEqual([])
  await page.context().setOffline(false)
  await save.click()
  await page.waitForURL(/article\/[a-z0-9]{24}/)
  await page.close()
})

test('the way in is Dutch, whatever the browser asks for', async () => {
  const context = await browser.newContext({ baseURL: wijkpers.settings.cmsUrl, locale: 'en-US' })
  const page = await context.newPage()
  const faults = watch(page, wijkpers.settings.cmsUrl)
  for (const path of ['/admin/auth/login', '/admin/auth/forgot-password']) {
    await page.goto(path)
    await page.getByLabel('E-mailadres').or(page.getByLabel('Vul je e-mailadres in')).first().waitFor()
    expect(await englishOn(page)).toEqual([])
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('nl')
    await expect.poll(() => page.title()).toMatch(/Wijkpers$/)
  }
  expect(faults).toEqual([])
  await context.close()
})

test('an editor meets no settings, no promotion, and nothing to build', async () => {
  const { page } = await anna.open()
  await screens['home']!(page)
  const menu = await page.getByRole('navigation').first().getByRole('link').allTextContents()
  expect(menu.join()).not.toMatch(/Instellingen|Plug-ins|bouwen/)
  await openEntry(page, ARTICLE, 'Bericht 2')
  await page.getByRole('button', { name: 'Meer acties' }).click()
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Verwijderen'])
  await page.close()
})

/** Words of Strapi that no Dutch message is equal to: who sees one sees English. */
async function englishOnly(): Promise<ReadonlySet<string>> {
  const packs = await strapiPacks()
  const inCode = sentencesInCode(packs.map(({ plugin }) => plugin))
  const said = new Set(Object.values(await dutch()).map(plain))
  // What a choice is called in the database; editors read its Dutch.
  const choices = globSync(['apps/cms/src/api/**/schema.json', 'apps/cms/src/components/**/*.json'], {
    cwd: root,
  })
    .flatMap((file) => Array.from(readFileSync(join(root, file), 'utf8').matchAll(/"enum": \[([^\]]*)\]/g)))
    .flatMap(([, values]) => Array.from(values!.matchAll(/"([^"]+)"/g), ([, value]) => value!))
    .filter((value) => value !== 'gemeente')
  const words = [...packs.flatMap(({ en }) => Object.values(en)), ...inCode.values(), ...choices].map(plain)
  return new Set(words.filter((word) => word.length > 2 && !said.has(word)))
}

/** What can be read or is read out on a page, as far as it is English. */
async function englishOn(page: Page): Promise<string[]> {
  const read = await page.evaluate(() => {
    const attributes = ['aria-label', 'placeholder', 'title', 'alt']
    const elements = [...document.body.querySelectorAll('*')].filter(
      (each) => !each.matches('script, style, noscript'),
    )
    const read: string[] = []
    for (const each of elements) {
      for (const name of attributes) read.push(each.getAttribute(name) ?? '')
      for (const node of each.childNodes)
        if (node.nodeType === Node.TEXT_NODE) read.push(node.textContent ?? '')
    }
    return read
  })
  return read.filter((text) => english.has(plain(text)))
}

const plain = (text: string) => text.trim().toLowerCase()
