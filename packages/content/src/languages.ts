import type { Language } from './entries.ts'

/** As HTML and feeds write a language: BCP 47. */
const TAGS: Readonly<Record<Language, string>> = {
  dutch: 'nl',
  frisian: 'fy',
  lowSaxon: 'nds',
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  papiamento: 'pap',
  turkish: 'tr',
  arabic: 'ar',
  persian: 'fa',
  tigrinya: 'ti',
  somali: 'so',
  polish: 'pl',
  ukrainian: 'uk',
  russian: 'ru',
  chinese: 'zh',
}

/** The tag of a language, such as `tr`; that of Dutch when nothing was said. */
export const languageTag = (language: Language = 'dutch'): string => TAGS[language]
