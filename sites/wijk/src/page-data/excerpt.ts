/** Short texts made of long ones. */
import { blocksToText, type BlockNode } from '@wijkpers/content'

/** What search engines and message apps show at most, in characters. */
const DESCRIPTION_LENGTH = 200
/** A calm reader's words a minute. */
const WORDS_A_MINUTE = 200

/** One line that says what a page is about: its summary, otherwise the first words of its body, otherwise `fallback`. */
export function descriptionOf(summary: string, body: readonly BlockNode[], fallback: string): string {
  const text = oneLine(summary) || oneLine(blocksToText(body)) || fallback
  const characters = Array.from(text.slice(0, DESCRIPTION_LENGTH * 4))
  if (characters.length <= DESCRIPTION_LENGTH) return text
  const cut = characters.slice(0, DESCRIPTION_LENGTH - 1).join('')
  return `${cut.replace(/\s+\S{0,40}$/u, '')}…`
}

/** Whole minutes that a body takes to read; 0 for one that has no words. */
export function minutesOf(body: readonly BlockNode[]): number {
  const word = /\S+/g
  const text = blocksToText(body)
  let words = 0
  while (word.test(text)) words++
  return Math.ceil(words / WORDS_A_MINUTE)
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
