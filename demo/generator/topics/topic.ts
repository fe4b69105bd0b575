/**
 * What an article is about. Its parts fit together in any combination, as long as the opening comes first and the
 * closing last; facts stand between braces (see `facts.ts`).
 */
import type { PictureName } from '../../pictures.ts'

export interface Topic {
  readonly titles: readonly string[]
  readonly summaries: readonly string[]
  readonly openings: readonly string[]
  readonly middles: readonly string[]
  /** What someone may say about it; one of them stands in about half of the articles. */
  readonly quotes: readonly string[]
  /** What can be added to any topic of its kind. */
  readonly asides: readonly string[]
  /** A heading above a list, and what can be in the list. */
  readonly list: { readonly heading: string; readonly items: readonly string[] }
  readonly closings: readonly string[]
  readonly pictures: readonly (readonly [PictureName, alt: string])[]
}
