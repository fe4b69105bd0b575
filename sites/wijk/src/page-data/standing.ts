/** The pages that no site is without: who makes it, its rules, and what it does with what it knows. */
import type { Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import {
  standingTexts,
  type StandingPart,
  type StandingSubject,
  type StandingText,
} from '../standing-texts.ts'
import { contactFrom, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { isQuiet } from './quiet.ts'

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
  if (!isStanding(name) || site.infoPage(name as string as Slug)) return null
  const { title, description, parts }: StandingText = standingTexts[name]
  return {
    frame: frameOf(site, { path: `/${name}/`, title, description: description(site.wijk().name) }),
    title,
    parts: parts(subjectOf(site)),
    contact: contactFor(site, name),
  }
}

/** What must be read on the page with this name when the editors wrote it themselves; nothing on any other page. */
export function standingFacts(site: Site, name: string): Pick<StandingPage, 'parts' | 'contact'> | null {
  if (!isStanding(name)) return null
  const { facts }: StandingText = standingTexts[name]
  return { parts: facts(subjectOf(site)), contact: contactFor(site, name) }
}

const isStanding = (name: string): name is Name => Object.hasOwn(standingTexts, name)

function subjectOf(site: Site): StandingSubject {
  const wijk = site.wijk()
  const { name, publisher } = wijk
  return { name, publisher, siteUrl: site.siteUrl(), isQuiet: isQuiet(wijk) }
}

function contactFor(site: Site, name: Name): Contact | null {
  const { privacyEmail, contactEmail, contactPhone } = site.wijk()
  const email = name === 'privacy' ? (privacyEmail ?? contactEmail) : (contactEmail ?? privacyEmail)
  return contactFrom(email, contactPhone)
}
