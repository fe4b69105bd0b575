import { useState } from 'react'

/** What was typed in a dialog and not sent, by what it is about: closing the dialog, or touching the screen beside it, throws nothing away. */
const kept = new Map<string, string>()

/** Text of a dialog about `about`: what was typed last time, or else `first`. `forget` when it was sent. */
export function useKeptText(about: string, first = '') {
  const [text, setText] = useState(kept.get(about) ?? first)
  return {
    text,
    type(typed: string) {
      kept.set(about, typed)
      setText(typed)
    },
    forget: () => void kept.delete(about),
  }
}
