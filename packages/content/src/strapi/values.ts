/** Values that come with every answer of the CMS. */
import { z } from 'zod'
import { isDocumentId, isSlug, type EntryId, type Slug, type WijkId } from '../ids.ts'

export const wijkId = z.custom<WijkId>(
  (value) => typeof value === 'string' && isDocumentId(value),
  'expected the id of a wijk',
)
export const entryId = z.custom<EntryId>(
  (value) => typeof value === 'string' && isDocumentId(value),
  'expected the id of an entry',
)
export const slug = z.custom<Slug>(
  (value) => typeof value === 'string' && isSlug(value),
  'expected a slug: lower case letters, digits and single hyphens',
)
/**
 * The years that can be reckoned with, from any of them decades on, and written with four digits: then days and moments compare as
 * texts do. The CMS takes no others by far (apps/cms, dates.ts); what it kept from before it looked, such as a last day in 9999, is
 * brought within them, for one of those would keep a whole site from being made.
 */
const FIRST_YEAR = '1000'
const LAST_YEAR = '9899'

/** The same day, or moment, in the nearest year that can be reckoned with. */
function withinReach(text: string): string {
  const year = text.slice(0, 4)
  const isDay = text.length === 10
  // One moment for all of them: an event that ended after it began still does not end before.
  if (year < FIRST_YEAR) return isDay ? `${FIRST_YEAR}-01-01` : `${FIRST_YEAR}-01-01T00:00:00.000Z`
  if (year > LAST_YEAR) return isDay ? `${LAST_YEAR}-12-31` : `${LAST_YEAR}-12-31T22:30:00.000Z`
  return text
}

export const instant = z.iso
  .datetime({ message: 'expected a moment in UTC such as 2026-11-22T13:03:00.000Z' })
  .transform(withinReach)

export const day = z.iso.date('expected a day such as 2026-12-26').transform(withinReach)
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 09:00')
export const cents = z.number().int().nonnegative()
