/**
 * Lists that a site has only while there is something in them: a week, a place, a kind of notices. At the address of one that became
 * empty, or never was, a page of the site says that there is nothing now and leads on. It may be there again tomorrow, so that is a
 * 404 and no 410. The one table from which our own server, and servers of others, are told.
 */
import { EMBEDS } from './headers.ts'

/** The folders of such lists, and the page that stands in for one of them; without a slash in front. */
export const EMPTY_LISTS: ReadonlyMap<string, string> = new Map([
  ...['agenda/archief', 'agenda/maand', 'agenda/plek', 'agenda/week', 'archief', 'prikbord/soort'].map(
    (folder) => [`${folder}/`, 'leeg/index.html'] as const,
  ),
  // In the frame of another site there is no room for more than the word that there is nothing.
  [`${EMBEDS}/`, `${EMBEDS}/leeg/index.html`],
])

/** The page that stands in for what is not at `path` (without a slash in front); null when that is no such list. */
export function emptyListAt(path: string): string | null {
  for (const [folder, page] of EMPTY_LISTS) if (path.startsWith(folder)) return page
  return null
}
