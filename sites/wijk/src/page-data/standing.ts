/** The pages that no site is without: who makes it, its rules, and what it does with what it knows. */
import type { Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { standingTexts, type StandingPart, type StandingText } from '../standing-texts.ts'
import { contactFrom, frameOf, type Contact, type Frame, type Link } from './frame.ts'

export interface StandingPage {
  readonly frame: Frame
  readonly title: string
  readonly parts: readonly StandingPart[]
  readonly contact: Contact | null
}

type Name = keyof typeof standingTexts
const NAMES = Object.keys(standingTexts) as Name[]

/** Where they are: the same on every site, whether its editors wrote them or not. */
export const standingLinks: readonly Link[] = NAMES.map((name) => ({
  href: `/${name}/`,
  title: standingTexts[name].title,
}))

/** The names of those that the editors of the wijk did not write themselves. */
export function standingNames(site: Site): readonly string[] {
  const written = new Set<string>(site.menu())
  return NAMES.filter((name) => !written.has(name))
}

/** The page with this name; null when the editors wrote their own, or there is none. */
export function standingPage(site: Site, name: string): StandingPage | null {
  const isKnown = (one: string): one is Name => one in standingTexts
  if (!isKnown(name) || site.infoPage(name as string as Slug)) return null
  const { name: wijk, publisher, privacyEmail, contactEmail, contactPhone } = site.wijk()
  const email = name === 'privacy' ? (privacyEmail ?? contactEmail) : contactEmail
  const { title, description, parts }: StandingText = standingTexts[name]
  return {
    frame: frameOf(site, { path: `/${name}/`, title, description: description(wijk) }),
    title,
    parts: parts({ name: wijk, publisher, siteUrl: site.siteUrl() }),
    contact: contactFrom(email, contactPhone),
  }
}
