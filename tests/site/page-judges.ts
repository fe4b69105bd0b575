/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What can be held against a page that is open in a browser. The page's own policy allows no script: these come in by the
 * debugger. Each leaves the page as it was.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page, ViewportSize } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has against it at each of these sizes, by day and in the dark. */
export async function axeFaultsOf(page: Page, viewports: readonly ViewportSize[]): Promise<string[]> {
  const before = page.viewportSize()!
  await page.evaluate(axe)
  const faults: string[] = []
  for (const viewport of viewports) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
      )
      for (const { id, nodes } of violations)
        for (const { html, failureSummary } of nodes)
          faults.push(`${viewport.width} px, ${colorScheme}: ${id}: ${html} ${failureSummary}`)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(before)
  return faults
}

/** What it left behind, and what ran that nobody meant to run. */
export function tracesOf(page: Page) {
  return page.evaluate(async () => ({
    stored: localStorage.length + sessionStorage.length + (await indexedDB.databases()).length,
    wasRun: 'wasRun' in window,
    handlers: document.querySelectorAll('[onclick], [onerror], [onload], [style]').length,
  }))
}

/** How many scripts it has. */
export function scriptsIn(page: Page): Promise<number> {
  return page.evaluate(
    () => [...document.scripts].filter(({ type }) => type !== 'application/ld+json').length,
  )
}

/** Whether all of it is within the screen, and every target as large as a fingertip (WCAG 2.2, 2.5.8). */
export function misfitsOf(page: Page) {
  return page.evaluate(() => {
    const menu = document.querySelector('.menu')?.getBoundingClientRect().height ?? 0
    return {
      width: document.documentElement.scrollWidth,
      // Links in running text are as high as their line; a cover is as large as its card.
      tooSmall: [...document.querySelectorAll('a, summary, button, input')]
        .filter((target) => target.checkVisibility() && !target.matches('.prose a, .skip, .cover'))
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect()
          return Math.min(width, height) < 24
        })
        .map((target) => target.outerHTML),
      // Two lines at most, however much there is in the wijk.
      tallMenu: menu < 110 ? null : menu,
    }
  })
}

/** Headings that are one too many on top, or skip a level. */
export function headingFaultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) =>
      one.checkVisibility(),
    )
    const levels = headings.map(({ tagName }) => Number(tagName[1]))
    return headings.flatMap(({ outerHTML }, place) => {
      const [level, before] = [levels[place]!, levels[place - 1] ?? 0]
      const isSecondTop = level === 1 && levels.indexOf(1) < place
      return isSecondTop || level > before + 1 ? [outerHTML] : []
    })
  })
}

/** Stops of the keyboard that show no mark, or lie below something else (WCAG 2.2, 2.4.7 and 2.4.11). */
export async function unseenStopsOf(page: Page): Promise<string[]> {
  // From here on the browser takes it that a keyboard is used, and marks what has the focus.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], summary, button, input')]
    const unseen = stops
      .filter((stop) => stop.checkVisibility())
      .filter((stop) => {
        stop.focus()
        const widths = [null, '::after'].map((part) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(stop, part)
          return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
        })
        const [box] = stop.getClientRects()
        if (!box || Math.max(...widths) < 3) return true
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return top === null || !(stop.contains(top) || top.contains(stop))
      })
      .map((stop) => stop.outerHTML)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
    return unseen
  })
}

/** Text that leaves the screen when a reader sets the spacing of WCAG 2.2, 1.4.12. */
export function outsideWhenSpaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
    const outside = [...document.querySelectorAll('h1, h2, h3, p, a, li, td, th, summary')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.outerHTML)
    document.adoptedStyleSheets = []
    return outside
  })
}
