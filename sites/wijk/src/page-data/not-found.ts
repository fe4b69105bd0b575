import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { frameOf, type Frame } from './frame.ts'

export interface NotFoundPage {
  readonly frame: Frame
  readonly title: string
  readonly text: string
}

export function notFoundPage(site: Site): NotFoundPage {
  const { notFoundTitle: title, notFound: text } = texts
  return { frame: frameOf(site, { path: null, title, description: text }), title, text }
}
