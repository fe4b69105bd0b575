/** What doctor finds, as it says it. */
import { messageOf } from '../../../apps/publisher/src/message-of.ts'

/** Paths that are named; the others are counted. */
const NAMED = 5

/** One thing that was looked at. */
export interface Finding {
  readonly about: string
  readonly isFine: boolean
  readonly says: string
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null
}

export const fine = (about: string, says: string): Finding => ({ about, isFine: true, says, advice: null })
export const fault = (about: string, says: string, advice: string): Finding => ({
  about,
  isFine: false,
  says,
  advice,
})

const and = new Intl.ListFormat('nl-NL')

/** The first few of these, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length - NAMED
  return and.format([...names.slice(0, NAMED), ...(more > 0 ? [`nog ${more}`] : [])])
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2).toLocaleString('nl-NL')} MB`
}

/** Such as "1 wijk". */
export const counted = (count: number, one: string, more: string) =>
  `${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`

/** Whether who was asked took the connection and said nothing: it is there, and stands still. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || isTimeout(error.cause))
}

/** Why no answer came; what a system said of it in English stands behind it. */
export function noAnswer(error: unknown, timeoutMs: number): string {
  return isTimeout(error)
    ? `geeft na ${timeoutMs / 1000} seconden nog geen antwoord`
    : `antwoordt niet (${messageOf(error)})`
}
