/** Somebody who does a task in the admin panel, by mouse or by keyboard alone, and how many clicks it takes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { root } from '../../scripts/settings.ts'

export interface Walk {
  readonly page: Page
  /** Clicks so far. */
  readonly clicks: () => number
  /** Clicks, or comes there by Tab and presses Enter. */
  readonly press: (target: Locator) => Promise<void>
  /** Opens a list or a menu and chooses from it: two clicks. */
  readonly choose: (opener: Locator, option: Locator) => Promise<void>
  /** Types in a field; choosing the field does not count. */
  readonly type: (field: Locator, text: string) => Promise<void>
}

/** Every task is done in both. */
export const WAYS = [
  { way: 'at a desk, by keyboard alone', width: 1280, byKeyboard: true },
  { way: 'on a phone', width: 390, byKeyboard: false },
] as const

/** Fields and buttons of the longest form, with room. */
const MOST_TABS = 250
const MOST_OPTIONS = 30

export function walkOn(page: Page, byKeyboard: boolean): Walk {
  let clicks = 0

  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`not within ${MOST_TABS} tabs: ${String(target)}`)
  }

  async function press(target: Locator): Promise<void> {
    clicks++
    if (!byKeyboard) return target.click()
    await tabTo(target)
    const isTick = await target.evaluate((element) =>
      element.matches('input[type=checkbox], [role=checkbox]'),
    )
    await page.keyboard.press(isTick ? 'Space' : 'Enter')
  }

  return {
    page,
    clicks: () => clicks,
    press,
    async choose(opener, option) {
      await press(opener)
      clicks++
      if (!byKeyboard) return option.click()
      await option.waitFor()
      for (let steps = 0; (await option.getAttribute('data-highlighted')) === null; steps++) {
        if (steps > 2 * MOST_OPTIONS) throw new Error(`not within ${MOST_OPTIONS} steps: ${String(option)}`)
        // A list that opens on its first line may do so just as the first key is pressed: then it was passed, and is above.
        await page.keyboard.press(steps < MOST_OPTIONS ? 'ArrowDown' : 'ArrowUp')
      }
      await page.keyboard.press('Enter')
    },
    async type(field, text) {
      if (!byKeyboard) {
        await field.click()
        // At once: the menu of a phone that is still closing takes the focus back.
        return field.fill(text)
      }
      await tabTo(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
      // What opened beside the field covers the rest of the page until it is left.
      await page.keyboard.press('Tab')
    },
  }
}

/** How many clicks a task may take. */
export interface Allowed {
  readonly desk: number
  readonly phone: number
}

/** What docs/taken.md allows, by the name of the test that walks it. */
export const ALLOWED: ReadonlyMap<string, Allowed> = new Map(
  readFileSync(join(root, 'docs/taken.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, , , , desk, phone, name]) => {
      const test = /^`(\w+)`$/.exec(name ?? '')?.[1]
      return test ? [[test, { desk: Number(desk), phone: Number(phone) }] as const] : []
    }),
)
