import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { contactOf, type Contact } from './contact.ts'
import type { Link } from './link.ts'
import { isQuiet } from './quiet.ts'

/** What stands in place of a list when there is nothing in it: never an empty block. */
export interface EmptyList {
  readonly title: string
  readonly text: string
  /** Asks for the first of it; only where somebody is there to make it, and can be reached. */
  readonly invitation: { readonly text: string; readonly contact: Contact } | null
  /** Where there is more to see. */
  readonly link?: Link
}

interface EmptyTexts {
  readonly title: string
  readonly text: (wijk: string) => string
  readonly invite: string
  /** What a wijk says that rests or has stopped. */
  readonly quiet?: Pick<EmptyTexts, 'title' | 'text'>
}

const QUIET = { title: texts.emptyListTitle, text: texts.quietList }

/** In place of a list of the site, such as the news. */
export function emptyList(site: Site, { title, text, invite, quiet = QUIET }: EmptyTexts): EmptyList {
  const wijk = site.wijk()
  if (isQuiet(wijk)) return { title: quiet.title, text: quiet.text(wijk.name), invitation: null }
  const contact = contactOf(site)
  return { title, text: text(wijk.name), invitation: contact && { text: invite, contact } }
}

/** In place of what has been. */
export function nothingPast(): EmptyList {
  return {
    title: texts.nothingPastTitle,
    text: texts.nothingPast,
    invitation: null,
    link: { href: '/agenda/', title: texts.allOfAgenda },
  }
}

/** In place of what is to come at a place. */
export function emptyPlace(place: string): EmptyList {
  return {
    title: texts.noEventsAtTitle,
    text: texts.noEventsAt(place),
    invitation: null,
    link: { href: '/agenda/', title: texts.allOfAgenda },
  }
}

/** In place of what there is about a topic. */
export function emptyTopic(site: Site, topic: string): EmptyList {
  const now = texts.nothingAbout(topic.toLowerCase())
  return {
    title: texts.nothingAboutTitle,
    text: isQuiet(site.wijk()) ? now : `${now} ${texts.nothingAboutYet}`,
    invitation: null,
    link: { href: '/nieuws/', title: texts.allNews },
  }
}
