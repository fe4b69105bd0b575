/** What a CMS without a wijk is filled with on the first start: whole, also when that start was cut off. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CmsClient } from '@wijkpers/content/strapi'

/** Whether it is still to be placed: nothing is there, or the file `unfinished` says that placing it was cut off. */
export async function isToPlace(cms: Pick<CmsClient, 'wijken'>, unfinished: string): Promise<boolean> {
  return existsSync(unfinished) || (await cms.wijken()).length === 0
}

/** Places it. What is placed twice must come to the same. */
export async function placeWhole(unfinished: string, place: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(unfinished), { recursive: true })
  writeFileSync(unfinished, '')
  await place()
  rmSync(unfinished)
}
