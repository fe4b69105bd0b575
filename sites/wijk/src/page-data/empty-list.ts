import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { contactOf, type Contact, type Link } from './frame.ts'

/** What stands in place of a list when there is nothing in it: never an empty block. */
export interface EmptyList {
  readonly title: string
  readonly text: string
  /** Asks for the first of it; only where somebody is there to make it, and can be reached. */
  readonly invitation: { readonly text: string; readonly contact: Contact } | null
  /** Where there is more to see. */
  readonly link?: Link
}

/** In place of news. */
export function emptyNews(site: Site): EmptyList {
  const { name } = site.wijk()
  // A wijk that rests or has stopped says so above; a promise of news would not be true.
  if (isQuiet(site)) return { title: texts.noNewsLeftTitle, text: texts.noNewsLeft(name), invitation: null }
  return {
    title: texts.noNewsTitle,
    text: texts.noNews(name),
    invitation: invitationOf(site, texts.noNewsInvite),
  }
}

/** In place of coming events. */
export function emptyAgenda(site: Site): EmptyList {
  return emptyOf(site, texts.noEvents)
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

/** In place of organisations. */
export function emptyOrganisations(site: Site): EmptyList {
  return emptyOf(site, texts.noOrganisations)
}

/** In place of what is on the noticeboard. */
export function emptyNoticeboard(site: Site): EmptyList {
  return emptyOf(site, texts.noNotices)
}

/** In place of businesses. */
export function emptyBusinesses(site: Site): EmptyList {
  return emptyOf(site, texts.noBusinesses)
}

/** In place of deals. */
export function emptyDeals(site: Site): EmptyList {
  return emptyOf(site, texts.noDeals)
}

/** In place of people. */
export function emptyPeople(site: Site): EmptyList {
  return emptyOf(site, texts.noPeople)
}

/** In place of projects. */
export function emptyProjects(site: Site): EmptyList {
  return emptyOf(site, texts.noProjects)
}

/** In place of editions. */
export function emptyEditions(site: Site): EmptyList {
  return emptyOf(site, texts.noEditions)
}

/** In place of sponsors. */
export function emptySponsors(site: Site): EmptyList {
  return emptyOf(site, texts.noSponsors)
}

interface EmptyTexts {
  readonly title: string
  readonly text: (wijk: string) => string
  readonly invite: string
}

function emptyOf(site: Site, { title, text, invite }: EmptyTexts): EmptyList {
  const { name } = site.wijk()
  // Nothing is promised that nobody is there to make.
  if (isQuiet(site)) return { title: texts.emptyListTitle, text: texts.quietList(name), invitation: null }
  return { title, text: text(name), invitation: invitationOf(site, invite) }
}

function invitationOf(site: Site, text: string): EmptyList['invitation'] {
  const contact = contactOf(site)
  return contact && { text, contact }
}

function isQuiet(site: Site): boolean {
  const { state } = site.wijk()
  return state === 'resting' || state === 'archived'
}
