import { titleKey, type EntryWithPage } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'

/**
 * What stands behind the name of an entry in the title of its page: what is `said`, and a number from 2 on where another
 * entry with the same title goes before it.
 */
export function titleNote(site: Site, entry: EntryWithPage, ...said: readonly string[]): string {
  const place = site.placeAmongNamesakes(titleKey(entry), entry.id)
  return [...said, place > 1 ? String(place) : ''].filter((part) => part !== '').join(', ')
}
