/** What the clock will do with the entry on screen: the answer of `GET /wijkpers/plan`. */
import { inWords } from '../../planning/words.ts'
import { dataIn, moment, rowIn, text } from '../answer.ts'
import type { EntryOnScreen, Story } from './story.ts'

export interface Plan {
  readonly publishAt: Date | null
  readonly expiresAt: Date | null
  /** What was planned and refused when its moment came. */
  readonly failed: { readonly plannedAt: Date; readonly reason: string } | null
  /** The site stays at an earlier version. */
  readonly isHeld: boolean
  readonly hasSite: boolean
}

/** The plan in the body of an answer; null for what has none, such as a wijk. */
export function parsePlan(body: unknown): Plan | null {
  const answer = dataIn(body)
  if (answer === null) return null
  const data = rowIn(answer)
  if (!data) throw new TypeError(`[plan] Expected a plan, got ${JSON.stringify(body)}`)
  const failed = rowIn(data.failed)
  const plannedAt = moment(failed?.plannedAt)
  return {
    publishAt: moment(data.publishAt),
    expiresAt: moment(data.expiresAt),
    failed: plannedAt && { plannedAt, reason: text(failed?.reason) ?? '' },
    isHeld: data.isHeld === true,
    hasSite: data.hasSite !== false,
  }
}

/** The story with what the clock will do, or could not do, and how to change that. */
export function withPlan(story: Story, plan: Plan | null, entry: EntryOnScreen, now: Date): Story {
  if (!plan) return story
  const { publishAt, expiresAt, failed } = plan
  const isThere = entry.isPublished
  const leaves = expiresAt
    ? [expiresAt > now ? staysUntil(expiresAt, now) : wasGoodUntil(expiresAt, now, isThere)]
    : []

  if (failed) {
    const what = isThere
      ? 'Je wijziging is niet vanzelf online gekomen'
      : 'Dit is niet vanzelf online gekomen'
    const status = `${what} op ${inWords(failed.plannedAt, now)}.`
    return {
      ...story,
      status,
      mood: 'bad',
      stepsSayIt: false,
      details: [failed.reason, MEND, ...story.details, ...leaves],
    }
  }
  if (publishAt && !isThere) {
    const status = `Gepland: ${inWords(publishAt, now)}.`
    return { ...story, status, details: [comes('dit', plan), OTHERWISE, ...leaves] }
  }
  if (publishAt) {
    const planned = `Gepland: ${inWords(publishAt, now)}. ${comes('je wijziging', plan)}`
    return { ...story, details: [...story.details, planned, OTHERWISE, ...leaves] }
  }
  return { ...story, details: [...story.details, ...leaves] }
}

/** What happens at the moment of a plan, as the site is now. */
function comes(what: 'dit' | 'je wijziging', { isHeld, hasSite }: Plan): string {
  if (!hasSite)
    return `Deze wijk heeft nu geen site. Is dat dan nog zo, dan komt ${what} vanzelf online zodra de site open gaat.`
  if (isHeld)
    return `De site wordt nu vastgehouden. Is dat dan nog zo, dan komt ${what} vanzelf online zodra de platformbeheerder verder gaat.`
  return `Dan komt ${what} vanzelf online. Je hoeft niets te doen.`
}

const OTHERWISE =
  'Een ander moment? Kies het bij ‘Publiceren op’ en klik op Opslaan. Liever nu meteen? Klik op Publiceren.'
const MEND =
  'Verbeter dit en klik op Publiceren. Of kies bij ‘Publiceren op’ een nieuw moment en klik op Opslaan.'

const staysUntil = (at: Date, now: Date) =>
  `Houdbaar tot: ${inWords(at, now)}. Dan verdwijnt dit vanzelf van de site. Langer laten staan? Kies bij ‘Houdbaar tot’ een later moment en klik op Publiceren.`

const wasGoodUntil = (at: Date, now: Date, isThere: boolean) =>
  isThere
    ? `Houdbaar tot: ${inWords(at, now)}. Dit verdwijnt nu van de site.`
    : `Houdbaar tot: ${inWords(at, now)}. Terug op de site? Kies bij ‘Houdbaar tot’ een later moment, of maak het leeg, en klik op Publiceren.`
