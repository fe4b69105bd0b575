import { titleKey, type EntryWithPage } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { isOwnTitle } from './own-titles.ts'

/**
 * What stands behind the name of an entry in the title of its page: what is `said`, and a number from 2 on where another
 * entry with the same title, or a page of the site itself, goes before it.
 */
export function titleNote(site: Site, entry: EntryWithPage, ...said: readonly string[]): string {
  const key = titleKey(entry)
  const place = site.placeAmongNamesakes(key, entry.id) + (isOwnTitle(site, key) ? 1 : 0)
  return [...said, place > 1 ? String(place) : ''].filter((part) => part !== '').join(', ')
}
