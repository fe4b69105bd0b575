/** The logo of a wijk, as its pages and feeds show it. */
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'

export interface Logo {
  /** The narrowest file there is of it: it stands small. */
  readonly src: string
  /** Pixels of that file. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Null for a wijk without one. */
export function logoOf(site: Site): Logo | null {
  const { name, logo } = site.wijk()
  const file = logo && site.photo(logo)
  if (!file) return null
  const { src, width } = file.narrow[0] ?? file
  return { src, width, height: Math.round((file.height * width) / file.width), alt: texts.logoOf(name) }
}
