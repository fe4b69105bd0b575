/** What every act of the operator's command has in common. */
import { createHmac } from 'node:crypto'
import { createCmsClient, type Held, type WijkRevision } from '@wijkpers/content/strapi'
import { SettingError, type Settings } from '../settings.ts'

export interface World {
  readonly settings: Settings
  /** What stands behind the name of the act on the command line: a wijk's slug first. */
  readonly words: readonly string[]
  /** What was given as `--name text`. */
  readonly options: Readonly<Record<string, string | undefined>>
  /** What was given as `--name` alone. */
  readonly flags: Readonly<Record<string, boolean | undefined>>
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
  /** Options of its own, each with a text, such as `why`: what it means, for the usage. */
  readonly options?: Readonly<Record<string, string>>
  /** Options that are said or not, such as `all`. */
  readonly flags?: Readonly<Record<string, string>>
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

/** That a wijk is held, as operators read it. */
export function heldSentence({ release, by, since, why }: Held): string {
  return `Vastgehouden op versie ${release} sinds ${since}, door ${by}: ${why}`
}

/** An answer of the publisher's own address, whatever its status. Throws NothingToReachError. */
export async function askPublisher(
  settings: Settings,
  path: string,
  { timeoutMs = 10_000, ...init }: RequestInit & { timeoutMs?: number } = {},
): Promise<Response> {
  const url = `${settings.env.PUBLISHER_URL}${path}`
  return fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch((cause: unknown) => {
    throw new NothingToReachError(`De publisher antwoordt niet op ${url}. Draait Wijkpers (npm start)?`, {
      cause,
    })
  })
}

/** What the publisher answers to something that only who has HINT_SECRET may ask. Throws NothingToReachError. */
export async function tellPublisher(
  settings: Settings,
  path: string,
  message: object,
  timeoutMs?: number,
): Promise<Response> {
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', settings.env.HINT_SECRET!)
    .update(`${timestamp}.${body}`)
    .digest('hex')
  return askPublisher(settings, path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wijkpers-timestamp': timestamp,
      'wijkpers-signature': `v1=${signature}`,
    },
    body,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}
