import type { EntryId, EntryWithPage, Recurrence, Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { expect, test } from 'vitest'
import {
  aBusiness,
  anAdvertisement,
  anArticle,
  anEdition,
  anEvent,
  anInfoPage,
  anOrganisation,
  aNotice,
  aProject,
  aSite,
} from '../testing/a-site.ts'
import { articlePage } from './article.ts'
import { businessPage } from './business.ts'
import { editionPage } from './edition.ts'
import { eventPage } from './event.ts'
import type { Frame } from './frame.ts'
import { infoPage } from './info-page.ts'
import { noticePage } from './noticeboard.ts'
import { organisationPage } from './organisation.ts'
import { projectPage } from './project.ts'
import { advertisementPage } from './sponsors.ts'

const weekly: Recurrence = { pattern: 'weekly', lastDay: null, count: null, exceptions: [] }
type Make = (known: { readonly slug: Slug; readonly id: EntryId }) => EntryWithPage
type Show = (site: Site, slug: Slug) => { readonly frame: Frame }
const kinds: readonly (readonly [string, Make, Show, string])[] = [
  ['articles of one day', anArticle, articlePage, 'Lente in de straat, 29 maart 2026'],
  ['events at one time and place', anEvent, eventPage, 'Burendag, 6 juni 2026, Molenplein'],
  ['notices of one day', aNotice, noticePage, 'Gevraagd: Wie leert mij fietsen?, 20 mei 2026'],
  ['organisations', anOrganisation, organisationPage, 'Buurthuis De Brug'],
  ['businesses', aBusiness, businessPage, 'Bakkerij Mulder'],
  ['projects', aProject, projectPage, 'Een buurttuin'],
  ['editions of one day', anEdition, editionPage, 'De Wiek, nummer 4, 1 mei 2026'],
  ['advertisements', anAdvertisement, advertisementPage, 'Advertentie van Bakkerij Mulder: Oliebollen'],
  ['pages', anInfoPage, infoPage, 'Over de wijk'],
]

test.each(kinds)('%s with one name have titles of their own', (_, make, show, title) => {
  const [one, two] = ['lente' as Slug, 'lente-2' as Slug]
  // Ids are random: here who came later has the one that sorts first.
  const ids = { [one]: 'z' as EntryId, [two]: 'a' as EntryId }
  const titleOf = (slug: Slug, ...slugs: Slug[]) =>
    show(aSite({ entries: slugs.map((each) => make({ slug: each, id: ids[each]! })) }), slug).frame.title
  expect(titleOf(one, one)).toBe(`${title} – Bloemenbuurt`)
  // Who came later has the number behind its slug; the other is called as it was.
  expect([titleOf(one, one, two), titleOf(two, one, two)]).toEqual([
    `${title} – Bloemenbuurt`,
    `${title}, 2 – Bloemenbuurt`,
  ])
})

test.each<readonly [string, (known: { readonly slug: Slug }) => EntryWithPage, Make, Show, string]>([
  [
    'a business and an organisation',
    (known) => aBusiness({ ...known, name: 'De Brug' }),
    (known) => anOrganisation({ ...known, name: 'De Brug' }),
    organisationPage,
    'De Brug, 2',
  ],
  [
    'both kinds of what is sponsored',
    (known) => anAdvertisement({ ...known, advertisementKind: 'sponsorship' }),
    (known) => anAdvertisement({ ...known, advertisementKind: 'sponsoredArticle' }),
    advertisementPage,
    'Gesponsord door Bakkerij Mulder: Oliebollen, 2',
  ],
  [
    'events that come back at one place, from other days on',
    (known) => anEvent({ ...known, recurrence: weekly, startsAt: '2026-05-30T12:00:00.000Z' }),
    (known) => anEvent({ ...known, recurrence: weekly }),
    eventPage,
    'Burendag, 6 juni 2026, Molenplein, 2',
  ],
])('%s with one name have titles of their own', (_, first, second, show, title) => {
  const slug = 'lente-2' as Slug
  const entries = [first({ slug: 'lente' as Slug }), second({ slug, id: 'a' as EntryId })]
  expect(show(aSite({ entries }), slug).frame.title).toBe(`${title} – Bloemenbuurt`)
})

test('the tenth of one name has a higher number than the second', () => {
  const slugs = ['lente', 'lente-2', 'lente-9', 'lente-10'].map((slug) => slug as Slug)
  const site = aSite({ entries: slugs.map((slug) => anArticle({ slug })) })
  expect(slugs.map((slug) => /29 maart 2026(.*) –/.exec(articlePage(site, slug).frame.title)?.[1])).toEqual([
    '',
    ', 2',
    ', 3',
    ', 4',
  ])
})

test('what is called as a page of the site itself goes behind that', () => {
  const titlesOf = (...entries: readonly EntryWithPage[]) => {
    const site = aSite({ entries })
    return entries.map((entry) => {
      const show = entry.kind === 'organisation' ? organisationPage : infoPage
      return show(site, entry.slug).frame.title.replace(' – Bloemenbuurt', '')
    })
  }
  const slug = 'a' as Slug
  for (const title of ['Wijkkrant', 'Agenda', 'Prikbord', 'Zoeken', 'Contact'])
    expect(
      titlesOf(anOrganisation({ slug, name: title }), anInfoPage({ slug: 'bb' as Slug, title })),
    ).toEqual([`${title}, 2`, `${title}, 3`])
  // The editors' own page is there instead of that of the site.
  expect(titlesOf(anInfoPage({ slug: 'contact' as Slug, title: 'Contact' }))).toEqual(['Contact'])
  // A topic has its page before there is anything about it.
  expect(titlesOf(anInfoPage({ title: 'Veiligheid' }))).toEqual(['Veiligheid, 2'])
})
