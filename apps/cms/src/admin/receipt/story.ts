import type { Step } from './steps.ts'

/** Everything the panel says about one entry, in the order in which it stands there. */
export interface Story {
  /** One sentence with the state of things; also what a screen reader hears when it changes. */
  readonly status: string
  readonly mood: 'neutral' | 'busy' | 'good' | 'bad' | 'held'
  readonly steps: readonly Step[]
  /** Who sees the steps needs no sentence. */
  readonly stepsSayIt: boolean
  readonly details: readonly string[]
  readonly link: { readonly href: string; readonly text: string } | null
}

/** What the edit view knows of the entry itself. */
export interface EntryOnScreen {
  /** A wijk has no draft: saving it publishes it, unless its state says that there is no site yet. */
  readonly kind: 'entry' | 'wijk'
  readonly isPublished: boolean
  /** The draft says something else than what is published. */
  readonly isModified: boolean
}
