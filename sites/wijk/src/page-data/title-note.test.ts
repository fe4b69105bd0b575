import type { Entry, Slug } from '@wijkpers/content'
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

type Make = (known: { readonly slug: Slug }) => Entry
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
  const [one, two] = ['een' as Slug, 'twee' as Slug]
  const titleOf = (slug: Slug, ...slugs: Slug[]) =>
    show(aSite({ entries: slugs.map((each) => make({ slug: each })) }), slug).frame.title
  expect(titleOf(one, one)).toBe(`${title} – Bloemenbuurt`)
  // Whoever came first is called as it was.
  expect([titleOf(one, one, two), titleOf(two, one, two)]).toEqual([
    `${title} – Bloemenbuurt`,
    `${title}, 2 – Bloemenbuurt`,
  ])
})
