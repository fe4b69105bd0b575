import type { Accessibility } from '@wijkpers/content'
import { texts } from '../texts.ts'

/** What somebody who is less able to walk, hear or see can count on, a line each. */
export function accessibilityOf(said: Accessibility | null): readonly string[] {
  if (!said) return []
  const { wheelchair, toilet, hearingLoop, parking, note } = said
  const is = { wheelchair, toilet, hearingLoop, parking }
  const words = Object.entries(texts.accessible).flatMap(([name, text]) =>
    is[name as keyof typeof is] ? [text] : [],
  )
  return [...words, ...(note === '' ? [] : [note])]
}
