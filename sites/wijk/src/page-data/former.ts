import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'

/**
 * What stands at a former address, for hosts that can only show files: ours answers with a redirect, or that it is gone. It reads
 * nothing of the wijk, so a site that has left a thousand addresses renders no more than one that left none.
 */
export interface FormerPageData {
  readonly title: string
  readonly text: string
  /** Where to go from here. */
  readonly link: { readonly href: string; readonly text: string }
  /** Absolute address of the page that is meant; null when there is none any more. */
  readonly canonical: string | null
}

/** The page at a former address. Throws for a path that is none. */
export function formerPageData(site: Site, path: string): FormerPageData {
  const former = site.formerPage(path)
  if (!former) throw new Error(`nothing was online at ${path} before`)
  const { movedTo } = former
  if (movedTo === null)
    return {
      title: texts.gonePageTitle,
      text: texts.gonePage,
      link: { href: '/', text: texts.notFoundHome },
      canonical: null,
    }
  return {
    title: texts.movedPageTitle,
    text: texts.movedPage,
    link: { href: movedTo, text: texts.movedPageLink },
    canonical: site.siteUrl() + movedTo,
  }
}
