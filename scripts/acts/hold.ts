/** Asking the publisher to hold a wijk or to let it go on: what its answers mean to an operator. */
import { randomUUID } from 'node:crypto'
import type { Refusal } from '../../apps/publisher/src/intake/acts.ts'
import { SettingError, type Settings } from '../settings.ts'
import { NothingToReachError, type Outcome, tellPublisher } from './act.ts'

/** What the publisher did. */
export interface Done {
  /** The release that is shown now. */
  readonly release: number
  /** Rolled back to. */
  readonly to?: number
  readonly wasHeld?: boolean
  /** Something else was asked meanwhile, and that is shown. */
  readonly isOvertaken?: boolean
  /** It is noted, but did not come through yet: in Dutch, why. */
  readonly error?: string
}

/** The publisher waits a minute at most until it is done. */
const PATIENCE_MS = 70_000

/**
 * Has the publisher do it. Answers an outcome where there is nothing to say of its own. Throws SettingError for what cannot be,
 * NothingToReachError when a part is down.
 */
export async function askToHold(
  settings: Settings,
  slug: string,
  act: object,
): Promise<{ done: Done; isUnderWay: boolean } | Outcome> {
  const asked = tellPublisher(settings, '/acts', { ...act, id: randomUUID() }, PATIENCE_MS)
  const answer = await asked.catch((error: unknown) => {
    if (mayBeNoted(error)) return null
    throw error
  })
  const look = `‘status ${slug}’ laat zien hoe de wijk ervoor staat.`
  if (!answer)
    return {
      exit: 1,
      data: { isUnderWay: true },
      lines: [
        `De publisher heeft niet gezegd dat het klaar is. Het kan al genoteerd zijn, en dan gebeurt het vanzelf: vraag het niet nog eens voor je dat weet. ${look}`,
      ],
    }
  const body = (await answer.json()) as Done & Refused
  if (answer.status === 503 && body.to !== undefined)
    return {
      exit: 1,
      data: body,
      lines: [
        `De redactie-omgeving hield op terwijl daar genoteerd werd dat ${slug} teruggaat naar versie ${body.to}. Start haar (npm run start:cms). ${look} Staat het er niet bij, vraag dan ‘rollback ${slug} ${body.to}’.`,
      ],
    }
  if (answer.status === 503)
    throw new NothingToReachError(
      `De redactie-omgeving antwoordt niet: daar wordt bijgehouden of een wijk vastgehouden wordt. Start haar (npm run start:cms), en vraag het daarna alleen opnieuw als ‘status ${slug}’ laat zien dat het niet genoteerd is.`,
    )
  if (body.refused) throw new SettingError(refusal(slug, body.refused, body.kept))
  if (![200, 202, 502].includes(answer.status))
    throw new Error(`De publisher weigert (${answer.status}): ${body.error ?? 'zonder reden'}`)
  if (body.isOvertaken)
    return {
      exit: 1,
      data: body,
      lines: [`Er is intussen iets anders te zien bij ${slug} dan gevraagd. ${look}`],
    }
  return { done: body, isUnderWay: answer.status === 202 }
}

/** What a connection fails with that never came about. */
const NEVER_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])

/** Whether the publisher may have noted it, though it did not say so: only one that was never there did not. */
function mayBeNoted(error: unknown): boolean {
  if (!(error instanceof NothingToReachError)) return false
  const { cause } = error.cause as { readonly cause?: { readonly code?: string } }
  return cause?.code === undefined || !NEVER_THERE.has(cause.code)
}

interface Refused {
  readonly refused?: Refusal
  readonly kept?: readonly number[]
}

function refusal(slug: string, refused: Refusal, kept: readonly number[] = []): string {
  const choice = kept.length > 0 ? ` Bewaard zijn: ${kept.join(', ')} (zie ‘releases ${slug}’).` : ''
  switch (refused) {
    case 'no-site':
      return `${slug} staat niet online, dus er is niets om terug te zetten.`
    case 'nothing-earlier':
      return `Van ${slug} is geen eerdere versie bewaard dan die nu online staat.`
    case 'not-kept':
      return `Die versie van ${slug} is er niet (meer).${choice}`
    case 'empty':
      return `In die versie had ${slug} nog geen site.${choice}`
    case 'damaged':
      return `Van die versie van ${slug} ontbreken bestanden; ze is niet meer te tonen.${choice}`
    case 'unknown-wijk':
      return `Er is geen wijk met slug ‘${slug}’.`
  }
}
