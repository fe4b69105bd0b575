import { blocksToHtml, shareCardOf, pathOf, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import { shortDate, type Moment } from './dates.ts'
import { isQuiet } from './quiet.ts'
import { spokenIn, type Spoken } from './spoken.ts'
import { titleNote } from './title-note.ts'
import { standingFacts, type StandingPage } from './standing.ts'

export interface InfoPageData {
  readonly frame: Frame
  readonly title: string
  readonly spoken: Spoken
  /** Safe HTML. */
  readonly body: string
  /** What the law wants to be read there; null on most pages. */
  readonly facts: Pick<StandingPage, 'parts' | 'contact'> | null
  readonly updated: Moment
}

/** Throws when there is no such page: it is made from the list of info pages. */
export function infoPage(site: Site, slug: Slug): InfoPageData {
  const page = site.infoPage(slug)
  if (!page) throw new Error(`no info page with the slug ${slug}`)
  const { title, body, updatedAt } = page
  const description = descriptionOf('', body, texts.homeDescription(site.wijk().name))
  return {
    frame: frameOf(site, {
      path: pathOf(page),
      card: shareCardOf(page, site.wijk()),
      title,
      titleNote: titleNote(site, page),
      description,
      updatedAt,
    }),
    title,
    spoken: spokenIn(page.language),
    body:
      blocksToHtml(body) || `<p>${isQuiet(site.wijk()) ? texts.emptyInfoPageQuiet : texts.emptyInfoPage}</p>`,
    facts: standingFacts(site, slug),
    updated: shortDate(updatedAt),
  }
}
