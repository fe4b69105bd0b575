import { blocksToHtml } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { contactFrom, type Contact } from './contact.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { pictureOf, type Picture } from './picture.ts'

export interface PeoplePage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly persons: readonly PersonItem[]
  readonly empty: EmptyList | null
}

export interface PersonItem {
  /** For the address of the heading. */
  readonly id: string
  readonly name: string
  /** What this person does, and where. */
  readonly role: string
  readonly summary: string
  readonly organisation: Link | null
  readonly contact: Contact | null
  readonly picture: Picture | null
  /** Safe HTML. */
  readonly body: string
}

export function peoplePage(site: Site): PeoplePage {
  const { name: wijk } = site.wijk()
  const persons = site.persons().map((person): PersonItem => {
    const { slug, name, role, summary, street, email, phone, organisation, body } = person
    return {
      // With a word in front: a slug may begin with a digit, or be the name of another part of the page.
      id: `wie-${slug}`,
      name,
      role: [role, street].filter((part) => part !== '').join(', '),
      summary,
      organisation: organisationLinkOf(site, organisation),
      contact: contactFrom(email, phone),
      picture: pictureOf(site, person.photo),
      body: blocksToHtml(body, { firstHeading: 3, anchor: `wie-${slug}-kop-` }),
    }
  })
  return {
    frame: frameOf(site, {
      path: '/wie-is-wie/',
      title: texts.people,
      description: texts.peopleDescription(wijk),
    }),
    title: texts.people,
    intro: persons.length > 0 ? texts.peopleIntro(wijk) : '',
    persons,
    empty: persons.length > 0 ? null : emptyList(site, texts.noPeople),
  }
}
