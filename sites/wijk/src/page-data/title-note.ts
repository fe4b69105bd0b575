import { titleKey, type Entry } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'

/** What stands behind the name of an entry in the title of its page: what is `said`, and a number where another one has all of it too. */
export function titleNote(site: Site, entry: Entry, ...said: readonly string[]): string {
  const place = site.placeAmongNamesakes(titleKey(entry), entry.id)
  return [...said, place > 1 ? String(place) : ''].filter((part) => part !== '').join(', ')
}
