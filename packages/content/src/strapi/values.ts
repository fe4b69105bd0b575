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
export const instant = z.iso.datetime({
  message: 'expected a moment in UTC such as 2026-11-22T13:03:00.000Z',
})

export const day = z.iso.date('expected a day such as 2026-12-26')
export const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 09:00')
export const cents = z.number().int().nonnegative()
