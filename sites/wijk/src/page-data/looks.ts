/**
 * Two other looks of every page, for who needs larger letters or nothing but the text. A link asks for one by the end of the
 * address (`styles/looks.css`): so nothing is stored, and it works without a script. It is of that one page.
 */
import { texts } from '../texts.ts'
import type { Link } from './link.ts'

/** The ids of the elements around the page, as they stand in the address. */
export const LARGE = 'grote-letters'
export const PLAIN = 'kaal'

/** The way past the menu: in each look one of its own, because another end of the address is another look. */
export const SKIPS = ['#inhoud', `#${LARGE}-inhoud`, `#${PLAIN}-inhoud`]

export const lookLinks: readonly Link[] = [
  { href: `#${LARGE}`, title: texts.largeLetters },
  { href: `#${PLAIN}`, title: texts.plainLook },
  { href: '#inhoud', title: texts.usualLook },
]
