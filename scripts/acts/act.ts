/** What every act of the operator's command has in common. */
import { createCmsClient, type WijkRevision } from '@wijkpers/content/strapi'
import { SettingError, type Settings } from '../settings.ts'

export interface World {
  readonly settings: Settings
  /** What stands behind the name of the act on the command line: a wijk's slug first. */
  readonly words: readonly string[]
}

export interface Outcome {
  readonly exit: 0 | 1
  /** For --json. */
  readonly data: unknown
  /** For people: one line each. */
  readonly lines: readonly string[]
}

export interface Act {
  /** Its words as the usage shows them, such as `<wijk> [versie]`: those in angle brackets may not be left out. */
  readonly words: string
  readonly does: string
  run(world: World): Promise<Outcome>
}

/** There is no answer from the part that was asked. */
export class NothingToReachError extends Error {
  override readonly name = 'NothingToReachError'
}

/** The wijk with this slug. Throws SettingError for another one. */
export async function findWijk(settings: Settings, slug: string | undefined): Promise<WijkRevision> {
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const wijk = (await cms.wijken()).find((each) => each.slug === slug)
  if (!wijk) throw new SettingError(`Er is geen wijk met slug ‘${slug}’.`)
  return wijk
}

/** An answer of the publisher's own address, whatever its status. Throws NothingToReachError. */
export async function askPublisher(
  settings: Settings,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const url = `${settings.env.PUBLISHER_URL}${path}`
  return fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch((cause: unknown) => {
    throw new NothingToReachError(`De publisher antwoordt niet op ${url}. Draait Wijkpers (npm start)?`, {
      cause,
    })
  })
}
