import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE } from '../support/editor.ts'
import { wijkpersCommand } from '../support/command.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'
import { type Desk, expectNoAxeFaults, openEntry, publishing, sitDown } from './desk.ts'
import { ALLOWED, walkOn, WAYS } from './walk.ts'

let wijkpers: Wijkpers
let browser: Browser
let anna: Desk

beforeAll(async () => {
  ;[wijkpers, browser] = await Promise.all([startWijkpers(), launchBrowser()])
  await wijkpers.cms.importWijk(aWijk('molenwijk', articles(5), { editors: ['anna@wijkpers.test'] }))
  await wijkpers.untilLive('molenwijk')
  anna = await sitDown(browser, wijkpers, 'anna@wijkpers.test')
})
afterAll(async () => {
  await browser?.close()
  await wijkpers?.[Symbol.asyncDispose]()
})

/** The machine may be busy; the calm sentence comes after ten seconds. */
const PATIENT = { timeout: 30_000 }
const atNow = /Online sinds \d\d\.\d\d\.\d\d uur/
const panel = (page: Page) => page.locator('aside').filter({ hasText: 'Op de site' })

/** Where it ends, when the screen has found its new measures. */
const cornerOf = (line: Locator) =>
  line.evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect()
    return { right, bottom }
  })
const isOnAPhone = ({ right, bottom }: { right: number; bottom: number }) => right <= 390 && bottom <= 844

async function annaAt(title: string): Promise<Page> {
  const { page } = await anna.open()
  await openEntry(page, ARTICLE, title)
  await panel(page).getByText(atNow).first().waitFor()
  return page
}

/** Undefined while a change is on its way. */
async function onlineSince(page: Page): Promise<string | undefined> {
  return atNow.exec((await panel(page).textContent()) ?? '')?.[0]
}

async function publish(page: Page, summary: string): Promise<void> {
  await page.getByLabel('Samenvatting').fill(summary)
  await publishing(page, () => page.getByRole('button', { name: 'Publiceren', exact: true }).click())
}

test('who publishes sees since when it is online, and finds it behind the link', async () => {
  const page = await annaAt('Bericht 1')
  const before = await onlineSince(page)
  await publish(page, 'Met een nieuwe samenvatting.')
  await expect.poll(async () => (await onlineSince(page)) ?? before, PATIENT).not.toBe(before)
  await expect
    .poll(() => panel(page).textContent(), PATIENT)
    .toMatch(/\d+ pagina's? gemaakt in \d+(,\d)? seconden?/)
  expect(await panel(page).getByRole('listitem').allTextContents()).toMatchObject([
    expect.stringContaining('Ontvangen'),
    expect.stringContaining('Gemaakt'),
    expect.stringContaining('Geplaatst'),
    expect.stringMatching(atNow),
  ])
  const [site] = await Promise.all([
    page.waitForEvent('popup'),
    panel(page).getByRole('link', { name: 'Bekijk op de site (nieuw tabblad)' }).click(),
  ])
  await site.getByText('Met een nieuwe samenvatting.').first().waitFor()
  await page.close()
})

test('what is only saved is said to be not on the site yet', async () => {
  const page = await annaAt('Bericht 2')
  await page.getByLabel('Samenvatting').fill('Alleen opgeslagen.')
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await expect
    .poll(() => panel(page).textContent(), PATIENT)
    .toContain('Dat staat nog niet op de site. Klik op Publiceren.')
  await page.close()
})

test('a draft is seen on the real site, by whoever has the link, and by nobody else', async () => {
  const page = await annaAt('Bericht 2')
  await page.getByLabel('Samenvatting').fill('Dit weet nog niemand.')
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
  await page.getByText('Opgeslagen').first().waitFor()
  const [preview] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Voorbeeld bekijken' }).click(),
  ])
  await preview.getByText('Voorbeeld van ‘Bericht 2’.').waitFor(PATIENT)
  const shown = preview.frameLocator('iframe')
  await shown.getByText('Dit weet nog niemand.').first().waitFor(PATIENT)
  await expectNoAxeFaults(preview, 'body')
  await preview.getByRole('link', { name: 'Telefoon' }).click()
  await shown.getByText('Dit weet nog niemand.').first().waitFor(PATIENT)
  const width = () => preview.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().width)
  await expect.poll(width, PATIENT).toBeLessThanOrEqual(390)

  const link = (await page.getByRole('link', { name: 'Open het voorbeeld' }).getAttribute('href'))!
  const neighbour = await browser.newContext()
  const stranger = await neighbour.newPage()
  const refused = await stranger.goto(new URL('/nieuws/bericht-2/', link).href)
  expect([refused!.status(), await stranger.locator('h1').innerText()]).toEqual([
    403,
    'Dit voorbeeld is dicht',
  ])
  await stranger.goto(link)
  const answer = await stranger.goto(new URL('/nieuws/bericht-2/', link).href)
  expect(await stranger.locator('body').innerText()).toContain('Dit weet nog niemand.')
  expect(answer!.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  })
  const elsewhere = await stranger.goto(new URL('/nieuws/bericht-3/', link).href)
  expect(elsewhere!.status()).toBe(200)
  await stranger.goto(`http://molenwijk.localhost:${wijkpers.settings.ports.sites}/nieuws/bericht-2/`)
  expect(await stranger.locator('body').innerText()).not.toContain('Dit weet nog niemand.')
  await neighbour.close()
  await page.close()
})

test.each(WAYS)(
  'a preview is seen, and shared with a neighbour, in as few clicks as docs/taken.md allows: $way',
  async ({ width, byKeyboard }) => {
    const { page } = await anna.open({ width })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto('/admin/')
    const { press, clicks } = walkOn(page, byKeyboard)
    const allowed = (task: string) => ALLOWED.get(task)![byKeyboard ? 'desk' : 'phone']
    await press(page.getByRole('list', { name: 'Laatst online' }).getByRole('link').first())
    await page.getByLabel('Titel').waitFor()
    if (!byKeyboard) await press(page.getByRole('button', { name: 'Meer laten zien' }))
    const [preview] = await Promise.all([
      page.waitForEvent('popup'),
      press(page.getByRole('button', { name: 'Voorbeeld bekijken' })),
    ])
    await preview.getByText('Voorbeeld van ‘Bericht').waitFor(PATIENT)
    expect(clicks()).toBeLessThanOrEqual(allowed('voorbeeld'))
    await preview.close()
    await page.bringToFront()
    await press(page.getByRole('button', { name: 'Link kopiëren' }))
    await page.getByText('Gekopieerd. Plak de link in een bericht.').waitFor()
    expect(clicks()).toBeLessThanOrEqual(allowed('delen'))
    const link = await page.getByRole('link', { name: 'Open het voorbeeld' }).getAttribute('href')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await page.close()
  },
)

test('an entry that is taken off the site says so', async () => {
  const page = await annaAt('Bericht 3')
  await page.getByRole('button', { name: 'Van de site halen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Van de site halen' }).click()
  await panel(page)
    .getByText(/Van de site gehaald om \d\d\.\d\d\.\d\d uur\./)
    .waitFor()
  await expect.poll(() => panel(page).getByRole('link').count(), PATIENT).toBe(0)
  await page.close()
})

test('on a phone the state stands under the buttons', async () => {
  const page = await annaAt('Bericht 4')
  await page.setViewportSize({ width: 390, height: 844 })
  const line = page.getByRole('status').filter({ hasText: atNow })
  await line.waitFor()
  await expect.poll(() => cornerOf(line)).toSatisfy(isOnAPhone)
  await page.close()
})

test('while the wijk is held the editor reads since when, by whom and why, also on a phone', async () => {
  const page = await annaAt('Bericht 2')
  await wijkpersCommand(wijkpers.settings, 'rollback', 'molenwijk', '--why', 'Er staat een fout op de site.')
  await publish(page, 'Terwijl de site wordt vastgehouden.')
  const held =
    /Vastgehouden sinds \d\d\.\d\d\.\d\d uur door de platformbeheerder: Er staat een fout op de site\. Je wijziging staat klaar en gaat online zodra de platformbeheerder verder gaat\./
  await panel(page).getByText(held).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  const line = page.getByRole('status').filter({ hasText: held })
  await line.waitFor()
  await expect.poll(() => cornerOf(line)).toSatisfy(isOnAPhone)
  await wijkpersCommand(wijkpers.settings, 'resume', 'molenwijk')
  await page.getByRole('status').filter({ hasText: atNow }).waitFor()
  await page.close()
})

test('a publish that failed says why, and counts down to the next try', async () => {
  const page = await annaAt('Bericht 5')
  await wijkpers.kill9('publisher')
  await publish(page, 'Met een foto die stuk is.')
  const [wijk] = await wijkpers.cms.wijken()
  await wijkpers.cms.reportReceipt({
    wijk: wijk!.id,
    revision: wijk!.wanted,
    state: 'failed',
    receivedAt: new Date().toISOString(),
    renderedAt: null,
    liveAt: null,
    release: null,
    url: null,
    pages: null,
    durationMs: null,
    error: 'De foto is stuk.',
    nextTryAt: new Date(Date.now() + 80_000).toISOString(),
    waitsFor: null,
    attempts: 8,
  })
  await panel(page).getByText('Wat er misging: De foto is stuk.').waitFor()
  const rest = async () => Number(/over (\d+) seconden/.exec((await panel(page).textContent()) ?? '')?.[1])
  const first = await rest()
  expect(first).toBeLessThanOrEqual(80)
  await expect.poll(rest, PATIENT).toBeLessThan(first)
  await wijkpers.start('publisher')
  await panel(page).getByText(atNow).first().waitFor()
  await page.close()
})

test('while the publisher is away the editor is put at ease, and sees it go online by itself', async () => {
  const page = await annaAt('Bericht 5')
  await wijkpers.kill9('publisher')
  await publish(page, 'Geschreven terwijl er niets publiceerde.')
  await expect
    .poll(() => panel(page).textContent(), PATIENT)
    .toContain('Je wijziging is bewaard en gaat vanzelf online. Je hoeft niets te doen.')
  await wijkpers.start('publisher')
  await panel(page).getByText(atNow).first().waitFor()
  await page.close()
})
