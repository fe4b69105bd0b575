/** An editor at a real browser, signed in to a real admin panel. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import axe from 'axe-core'
import { expect, onTestFailed } from 'vitest'
import type { Wijkpers } from '../support/wijkpers.ts'

export interface Desk {
  /** A tab of its own, with a list that grows when something happens there that should not. */
  open(screen?: {
    readonly width: number
  }): Promise<{ readonly page: Page; readonly faults: readonly string[] }>
}

/** Signs in by the login page, in a browser that asks for English. Once per account: Strapi allows few sign-ins. */
export async function sitDown(
  browser: Browser,
  { settings }: { readonly settings: Pick<Wijkpers['settings'], 'cmsUrl'> },
  email: string,
): Promise<Desk> {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ baseURL: settings.cmsUrl, locale: 'en-US', viewport })
  const page = await context.newPage()
  await page.goto('/admin/auth/login')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel(/^Wachtwoord\*?$/).fill('Wijkpers-demo-1')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.getByRole('heading', { name: 'Mijn wijk' }).waitFor()
  await page.close()
  return {
    async open({ width } = { width: viewport.width }) {
      const tab = await context.newPage()
      await tab.setViewportSize({ ...viewport, width })
      onTestFailed(({ task }) => leaveEvidence(tab, task.name))
      return { page: tab, faults: watch(tab, settings.cmsUrl) }
    },
  }
}

/** Crashes, missing translations, and requests to anybody else. */
export function watch(page: Page, home: string): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(`crash: ${message}`))
  page.on('console', (message) => {
    if (/formatjs|react-intl/i.test(message.text())) faults.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== home) faults.push(`asks ${request.url()}`)
  })
  return faults
}

/** What the tab showed when the test failed. */
async function leaveEvidence(page: Page, test: string): Promise<void> {
  const path = join(tmpdir(), `wijkpers ${test.replaceAll(/[^\w ]/g, '')}.png`)
  await page.screenshot({ path })
  console.error(`What was on the screen: ${path}`)
}

/** Opens the entry with this title from its list; it is there when the button for `act` is. */
export async function openEntry(page: Page, uid: string, title: string, act = 'Opslaan'): Promise<void> {
  await page.goto(`/admin/content-manager/collection-types/${uid}`)
  await page
    .getByRole('gridcell', { name: title, exact: true })
    .or(page.getByText(title, { exact: true }))
    .first()
    .click()
  await page.getByRole('button', { name: act, exact: true }).waitFor()
}

/** Does what publishes, and waits until the CMS took it: the words for it may stand on the screen from before. */
export async function publishing(page: Page, act: () => Promise<void>): Promise<void> {
  await answered(page, '/actions/publish', act)
}

/** The same for what is asked at an address that ends so. */
export async function answered(page: Page, end: string, act: () => Promise<void>): Promise<void> {
  const isAsked = (url: string) => new URL(url).pathname.endsWith(end)
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isAsked(response.url()), { timeout: 60_000 }),
    act(),
  ])
  expect(answer.status()).toBe(200)
}

/** Widths that an editor works at: a desk, a phone, and the smallest one. */
export const [AT_A_DESK, ON_A_PHONE, ON_THE_SMALLEST] = [1280, 390, 320]

/** Asks the same of a page at each of these widths; it stays at the last one. */
export async function atWidths(
  page: Page,
  widths: readonly number[],
  look: () => Promise<void>,
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await look()
  }
}

/** Nothing of the page is wider than the screen. */
export async function expectToFit(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0)
}

/** What axe finds in a part of the page; rules about the whole page are Strapi's own business. */
export async function expectNoAxeFaults(page: Page, part: string): Promise<void> {
  await page.locator(part).first().waitFor()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // What fades in has less contrast on its way.
  await page.waitForFunction((selector) => {
    const running = document.querySelector(selector)?.getAnimations({ subtree: true }) ?? []
    return running.every(({ playState }) => playState !== 'running')
  }, part)
  const found = await page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run(where: string, how: object): Promise<AxeResults> } }
    const { violations } = await axe.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    )
  }, part)
  expect(found).toEqual([])
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
