import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { contactOf, type Contact } from './frame.ts'

/** What stands in place of news when there is none: never an empty block. */
export interface EmptyNews {
  readonly title: string
  readonly text: string
  /** Asks for the first news; only where somebody is there to make it, and can be reached. */
  readonly invitation: { readonly text: string; readonly contact: Contact } | null
}

export function emptyNews(site: Site): EmptyNews {
  const { name, state } = site.wijk()
  // A wijk that rests or has stopped says so above; a promise of news would not be true.
  if (state === 'resting' || state === 'archived') {
    return { title: texts.noNewsLeftTitle, text: texts.noNewsLeft(name), invitation: null }
  }
  const contact = contactOf(site)
  return {
    title: texts.noNewsTitle,
    text: texts.noNews(name),
    invitation: contact && { text: texts.noNewsInvite, contact },
  }
}
