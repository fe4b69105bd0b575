import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { frameOf, type Frame } from './frame.ts'

/** A page for who came to nothing. */
export interface DeadEndPage {
  readonly frame: Frame
  readonly title: string
  readonly text: string
}

/** For an address that never was one. */
export function notFoundPage(site: Site): DeadEndPage {
  return deadEnd(site, texts.notFoundTitle, texts.notFound)
}

/** For an address at which something was. */
export function gonePage(site: Site): DeadEndPage {
  return deadEnd(site, texts.gonePageTitle, texts.gonePage)
}

/** For a list that was there while there was something in it, or will be. */
export function emptyListPage(site: Site): DeadEndPage {
  return deadEnd(site, texts.emptyListTitle, texts.emptyList)
}

function deadEnd(site: Site, title: string, text: string): DeadEndPage {
  return { frame: frameOf(site, { path: null, title, description: text }), title, text }
}
