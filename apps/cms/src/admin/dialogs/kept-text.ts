import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'

/** What was typed in a dialog and not sent, by who typed it and what it is about: closing the dialog, or touching the screen beside it, throws nothing away. */
const kept = new Map<string, string>()

/** Text of a dialog about `about`: what was typed last time, or else `first`. `forget` when it was sent. */
export function useKeptText(about: string, first = '') {
  // The next one at this computer logs in without loading the page anew.
  const person = useAuth('useKeptText', ({ user }) => user?.id)
  const key = `${person} ${about} ${first}`
  const [text, setText] = useState(kept.get(key) ?? first)
  return {
    text,
    type(typed: string) {
      kept.set(key, typed)
      setText(typed)
    },
    forget: () => void kept.delete(key),
  }
}
