import { moment, rowIn, text } from '../answer.ts'
import { since } from '../time.ts'

/** That a site stays at an earlier release. */
export interface Held {
  readonly by: string
  readonly since: Date | null
  /** A sentence. */
  readonly why: string
}

/** The hold in an answer; null when there is none. */
export function heldIn(value: unknown): Held | null {
  const held = rowIn(value)
  return held && { by: text(held.by) ?? '', since: moment(held.since), why: text(held.why) ?? '' }
}

/** `Vastgehouden sinds 14.03.12 uur door de platformbeheerder: er wordt iets nagekeken.` */
export function heldSince(held: Held | null, now: Date): string {
  if (!held) return 'De site wordt vastgehouden op een eerdere versie.'
  const from = held.since ? ` sinds ${since(held.since, now)}` : ''
  const by = held.by ? ` door ${held.by}` : ''
  const why = held.why.trim()
  return `Vastgehouden${from}${by}${why ? `: ${/[.!?]$/.test(why) ? why : `${why}.`}` : '.'}`
}
