import { languageTag, type Language } from '@wijkpers/content'

/** The attributes of an element with a text that an editor wrote: a voice reads it in its own language (WCAG 3.1.2). */
export interface Spoken {
  /** Left out for Dutch, which the page is in. */
  readonly lang: string | undefined
  readonly dir: 'auto' | 'rtl'
}

const FROM_RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['arabic', 'persian'])

/** The attributes for a text in `language`; Dutch when nothing was said. */
export function spokenIn(language: Language = 'dutch'): Spoken {
  return {
    lang: language === 'dutch' ? undefined : languageTag(language),
    dir: FROM_RIGHT_TO_LEFT.has(language) ? 'rtl' : 'auto',
  }
}
