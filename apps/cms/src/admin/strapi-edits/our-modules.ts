export const ABOVE_PAGES = 'wijkpers:above-pages'
export const HOME = 'wijkpers:home'
export const ROW_TITLE = 'wijkpers:row-title'
export const OPENED_WITH = 'wijkpers:opened-with'
export const FETCH_ERRORS = 'wijkpers:fetch-errors'
export const OPENED = 'wijkpers:opened-entry'
export const BADGE = 'wijkpers:badge'

/** Where in src/admin what the edits import is, by the name they know it under: only vite.config.ts knows where that folder is. */
export const OUR_MODULES: Readonly<Record<string, string>> = {
  [ABOVE_PAGES]: 'AbovePages.tsx',
  [HOME]: 'home/HomePage.tsx',
  [ROW_TITLE]: 'row-title.ts',
  [OPENED_WITH]: 'opened-with.ts',
  [FETCH_ERRORS]: 'fetch-errors.ts',
  [OPENED]: 'wijk/opened-entry.ts',
  [BADGE]: 'receipt/badge.ts',
}
