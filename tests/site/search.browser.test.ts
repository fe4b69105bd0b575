/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Searching a site as a reader does: while typing, by link, by keyboard, and without script. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { renderSite } from './render-site.ts'
import { serveFiles, type FileServer } from './serve-files.ts'
import { largeSite, photosFolder, sampleSite } from './sites.ts'

let browser: Browser
let sample: FileServer
let large: FileServer
beforeAll(async () => {
  browser = await launchBrowser()
  sample = await serveFiles(await renderSite(sampleSite, photosFolder))
  large = await serveFiles(await renderSite(largeSite, photosFolder))
})
afterAll(async () => {
  await browser?.close()
  await sample?.[Symbol.asyncDispose]()
  await large?.[Symbol.asyncDispose]()
})

async function visit(
  { origin }: FileServer,
  path: string,
  look: (page: Page, requests: readonly string[]) => Promise<void>,
  { javaScriptEnabled = true } = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled })
  try {
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(origin + path)
    await look(page, requests)
  } finally {
    await context.close()
  }
}

/** Without a click first. */
const untilOneCanType = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('zoekveld')
const first = (page: Page) => page.locator('.found__item').first()

test('what is typed is found while it is typed, marked, and can be shared as an address', async () => {
  await visit(sample, '/zoeken/', async (page) => {
    await untilOneCanType(page)
    await page.keyboard.type('markt')
    await first(page).waitFor()
    expect(await first(page).locator('mark').first().textContent()).toMatch(/markt/i)
    await expect.poll(() => new URL(page.url()).search).toBe('?q=markt')
    await first(page).getByRole('link').click()
    await page.waitForURL('**/nieuws/**')
    await page.goBack()
    await first(page).waitFor()
    expect(await page.getByLabel('Waar zoek je naar?').inputValue()).toBe('markt')
  })
})

test('the menu of every page leads to it, also in the colours of the system', async () => {
  await visit(sample, '/', async (page) => {
    await page.emulateMedia({ forcedColors: 'active' })
    const [icon, paper] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.menu__search a')!, '::before').backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ])
    expect(icon).not.toBe(paper)
    await page.getByRole('navigation').getByRole('link', { name: 'Zoeken' }).click()
    await page.waitForURL('**/zoeken/')
    await untilOneCanType(page)
  })
})

test('nothing found is said, and heard', async () => {
  await visit(sample, '/zoeken/?q=zebrapad', async (page) => {
    const status = page.getByRole('status')
    await status.getByText('Niets gevonden.').waitFor()
    expect(await page.locator('.found__item').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Meer resultaten' }).isVisible()).toBe(false)
  })
})

test('more results come with a button, and the keyboard goes on where they begin', async () => {
  await visit(large, '/zoeken/?q=bericht', async (page) => {
    await first(page).waitFor()
    expect(await page.locator('.found__item').count()).toBe(10)
    await page.getByRole('button', { name: 'Meer resultaten' }).press('Enter')
    await page.locator('.found__item').nth(10).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('.found__item') !== null)
    const place = await page.evaluate(() => {
      const item = document.activeElement?.closest('.found__item')
      return item ? [...document.querySelectorAll('.found__item')].indexOf(item) : -1
    })
    expect(place).toBe(10)
  })
})

test('without script the page says so, and shows other ways', async () => {
  await visit(
    sample,
    '/zoeken/',
    async (page) => {
      expect(await page.getByText('Dat staat bij jou uit').isVisible()).toBe(true)
      expect(await page.getByRole('main').getByRole('link', { name: 'Al het nieuws' }).isVisible()).toBe(true)
    },
    { javaScriptEnabled: false },
  )
})

test('when the index does not come, the reader is told', async () => {
  await visit(sample, '/zoeken/', async (page) => {
    await page.route('**/zoeken/*.json', (route) => route.abort())
    await untilOneCanType(page)
    await page.keyboard.type('markt')
    await page.getByText('Zoeken lukt nu niet').waitFor()
    await page.unroute('**/zoeken/*.json')
    await page.keyboard.type(' ')
    await first(page).waitFor()
    expect(await page.locator('.found__item').count()).toBeGreaterThan(0)
  })
})
