/** What every act of the operator's command has in common. */
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { CmsUnavailableError, createCmsClient, type Held, type WijkRevision } from '@wijkpers/content/strapi'
import { openReader } from '@wijkpers/releases'
import { sign } from '../../apps/publisher/src/intake/signature.ts'
import { SettingError, type Settings } from '../settings.ts'
import { moment } from './moments.ts'
import { inDutch, type ToldProblem } from './problems.ts'

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

/** Of more wijken than this not all are named. */
const MANY = 12

/** The wijk with this slug. Throws SettingError for another one, and CmsUnavailableError. */
export async function findWijk(
  settings: Settings,
  slug: string | undefined,
  timeoutMs?: number,
): Promise<WijkRevision> {
  const cms = createCmsClient({
    url: settings.cmsUrl,
    token: settings.cmsToken,
    ...(timeoutMs && { timeoutMs }),
  })
  const wijken = await cms.wijken()
  const wijk = wijken.find((each) => each.slug === slug)
  if (wijk) return wijk
  const some = wijken.slice(0, MANY).map((each) => each.slug)
  const others = wijken.length > MANY ? ` en nog ${wijken.length - MANY}` : ''
  const which = some.length > 0 ? ` Wel: ${some.join(', ')}${others}.` : ''
  throw new SettingError(`Er is geen wijk met slug ‘${slug}’.${which}`)
}

/** The longest that who only reads the store waits for the CMS, in milliseconds. */
const ASK_MS = 5_000

/** The wijk with this slug for who asks about its releases, which the store tells without the CMS as well: then `held` is not known. */
export async function findInStore(
  settings: Settings,
  slug: string | undefined,
): Promise<{ readonly id: WijkId; readonly held: Held | null; readonly isCmsAway: boolean }> {
  try {
    const { id, held } = await findWijk(settings, slug, ASK_MS)
    return { id, held, isCmsAway: false }
  } catch (error) {
    if (!(error instanceof CmsUnavailableError)) throw error
    const reader = openReader(join(settings.data, 'releases'))
    try {
      const site = reader.sites().find((each) => each.slug === slug)
      if (!site) throw error
      return { id: site.site as WijkId, held: null, isCmsAway: true }
    } finally {
      reader.close()
    }
  }
}

/** That a wijk is held, as operators read it. */
export function heldSentence({ release, by, since, why }: Held): string {
  return `Vastgehouden op versie ${release} sinds ${moment(since)}, door ${by}: ${why}`
}

/** An answer of the publisher's own address, whatever its status. Throws NothingToReachError. */
async function askPublisher(
  settings: Settings,
  path: string,
  { timeoutMs = 10_000, ...init }: RequestInit & { timeoutMs?: number } = {},
): Promise<Response> {
  const url = `${settings.env.PUBLISHER_URL}${path}`
  return fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch((cause: unknown) => {
    const isSlow = (cause as Error).name === 'TimeoutError'
    const says = isSlow
      ? `De publisher heeft binnen ${timeoutMs / 1000} seconden niet geantwoord op ${url}. Hij draait, maar wacht ergens op of staat stil: ‘doctor’ kijkt het na.`
      : `De publisher antwoordt niet op ${url}. Draait Wijkpers (npm start)? ‘doctor’ kijkt het na.`
    throw new NothingToReachError(says, { cause })
  })
}

/** What the publisher tells at an address; null where it knows nothing. Throws NothingToReachError, and an Error that says what is wrong and what to do. */
export async function askForFacts<T>(
  settings: Settings,
  path: string,
  timeoutMs?: number,
): Promise<T | null> {
  const answer = await askPublisher(settings, path, timeoutMs === undefined ? {} : { timeoutMs })
  if (answer.ok) return (await answer.json()) as T
  if (answer.status === 404) return null
  const told = (await answer.json().catch(() => ({}))) as ToldProblem
  const { says, advice } = inDutch(told)
  const sentence = `De publisher ${says}. Doe dit: ${advice}`
  throw told.problem === 'cms-unreachable' ? new NothingToReachError(sentence) : new Error(sentence)
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
  return askPublisher(settings, path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wijkpers-timestamp': timestamp,
      'wijkpers-signature': sign(timestamp, body, settings.env.HINT_SECRET!),
    },
    body,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}
