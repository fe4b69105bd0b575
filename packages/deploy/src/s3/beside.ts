/**
 * The files that went with an address that was left: a feed, a calendar. A bucket shows no reader of feeds the way, so at each of them
 * lies what it leads to, byte for byte: who follows an organisation goes on reading.
 */
import { fileBeside, filesBeside } from '@wijkpers/releases'

/** Where what was at an address is now, by the path of its page, such as `agenda/markt/index.html`; only where files went with it. */
export type Moved = Readonly<Record<string, string>>

const PAGE = '/index.html'

/** Whether more than its page is at the address of this page. */
export const hasFilesBeside = (page: string): boolean => endsOf(page).length > 0

/** The files that lie at former addresses, and of which file of the site each is a copy. */
export function copiesOf(moved: Moved, files: Readonly<Record<string, unknown>>): Map<string, string> {
  const copies = new Map<string, string>()
  for (const [page, movedTo] of Object.entries(moved))
    for (const end of endsOf(page)) {
      const path = `${page.slice(0, -PAGE.length)}${end}`
      const of = fileBeside(movedTo, end).slice(1)
      if (of in files && !(path in files)) copies.set(path, of)
    }
  return copies
}

const endsOf = (page: string) => (page.endsWith(PAGE) ? filesBeside(`/${page.slice(0, -PAGE.length)}`) : [])
