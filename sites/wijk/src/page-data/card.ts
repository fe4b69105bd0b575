/** Anything that has a page, as one item of a list: every list of the site is made of these. */
import type { Moment } from './dates.ts'
import type { Link } from './link.ts'
import type { Picture } from './picture.ts'
import { spokenIn, type Spoken } from './spoken.ts'

export interface Card extends Link {
  /** What kind of thing it is, or that it is paid for and by whom: before the title. Empty for none. */
  readonly label: string
  readonly summary: string
  /** Null where no day is shown. */
  readonly published: Moment | null
  /** Somebody paid for it: search engines are told so too. */
  readonly isPaid: boolean
  /** A word beside the day, such as the place; empty for none. */
  readonly note: string
  /** A number to call at once; null for none. */
  readonly phone: Link | null
  readonly picture: Picture | null
  /** What its title and summary are written in. */
  readonly spoken: Spoken
}

const NOTHING = {
  label: '',
  isPaid: false,
  summary: '',
  published: null,
  note: '',
  phone: null,
  picture: null,
  spoken: spokenIn(),
}

/** A card of what is known of a thing. */
export function cardOf(known: Link & Partial<Card>): Card {
  return { ...NOTHING, ...known }
}
