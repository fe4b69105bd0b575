/** An editor at a real browser, signed in to a real admin panel. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Wijkpers } from '../support/wijkpers.ts'

export interface Desk {
  readonly context: BrowserContext
  /** A tab of its own, with a list that grows when something happens there that should not. */
  open(): Promise<{ readonly page: Page; readonly faults: readonly string[] }>
}

/** Signs in by the login page, in a browser that asks for English. */
export async function sitDown(
  browser: Browser,
  { settings }: Wijkpers,
  email: string,
  viewport = { width: 1280, height: 900 },
): Promise<Desk> {
  const context = await browser.newContext({ baseURL: settings.cmsUrl, locale: 'en-US', viewport })
  const open = async () => {
    const page = await context.newPage()
    return { page, faults: watch(page, settings.cmsUrl) }
  }
  const { page } = await open()
  await page.goto('/admin/auth/login')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill('Wijkpers-demo-1')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await page.getByText('Mijn wijk').waitFor()
  await page.close()
  return { context, open }
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

/** Opens the entry with this title from its list. */
export async function openEntry(page: Page, uid: string, title: string): Promise<void> {
  await page.goto(`/admin/content-manager/collection-types/${uid}`)
  await page
    .getByRole('gridcell', { name: title, exact: true })
    .or(page.getByText(title, { exact: true }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Opslaan', exact: true }).waitFor()
}
