/** Values as editors type them. */
import type { DocumentData } from '../document-call.ts'
import { refusal, type Fault } from '../refusal.ts'

/** What an entry will be after a write: `data` over `current`. */
export function changed(current: DocumentData | null, data: DocumentData): DocumentData {
  return {
    ...current,
    ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
  }
}

/** A moment in milliseconds; null for none. */
export function momentOf(value: unknown): number | null {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date
    ? new Date(value).getTime()
    : null
}

/** The day in the Netherlands on which a moment falls, such as `2026-12-26`. */
export function dutchDay(moment: Date): string {
  return swedish.format(moment)
}

/** The time in the Netherlands at a moment, such as `19:30`. */
export function dutchTime(moment: Date): string {
  return clock.format(moment)
}

// The one language that writes days as computers do.
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })

/** Whether something was written: a text with letters in it, or a body with any text. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) && /"text":"[^"]*[^"\s]/.test(JSON.stringify(value))
}

/** The sentence for each field that is empty. */
export function missing(entry: DocumentData, sentences: Readonly<Record<string, string>>): readonly Fault[] {
  return Object.entries(sentences).flatMap(([path, message]) => {
    const value = entry[path]
    const isEmpty = typeof value === 'string' ? value.trim() === '' : value === null || value === undefined
    return isEmpty ? [{ path, message }] : []
  })
}

/** A typed web address in the form in which it is kept, under its field; nothing when the write leaves it be. */
export function websiteIn(data: DocumentData, field: string, example: string): DocumentData {
  const given = data[field]
  if (typeof given !== 'string') return {}
  const typed = given.trim()
  if (typed === '') return { [field]: null }
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : null
  // Residents click on it: no other schemes, no name and password, no machine without a domain.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || !/\.[a-z][a-z0-9-]+$/.test(url.hostname))
    throw refusal(field, `Het adres van de website klopt niet. Schrijf het zoals hier: ${example}.`)
  // As it was typed, which people can read: a browser would make xn--mller-kva and %C3%BC of it.
  return { [field]: /[\s\\\p{Cc}\p{Cf}]/u.test(address) ? url.href : address }
}
