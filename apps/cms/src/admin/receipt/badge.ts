/** The badge of an entry, where Strapi knows of no plan: a draft that comes online by itself is no mere draft. */
import { inWords } from '../../planning/words.ts'
import { moment, rowIn } from '../answer.ts'

type Badge = 'draft' | 'modified' | 'published' | 'planned' | 'plannedChange'

/** What the badge says of what an editor works on, whose state Strapi calls `status`. */
export function badgeOf(status: Badge, draft: unknown): Badge {
  if (plannedAt(draft) === null || status === 'published') return status
  return status === 'draft' ? 'planned' : 'plannedChange'
}

/** The moment that stands below such a badge in a list; empty for a draft without a plan. */
export function momentUnderBadge(draft: unknown, now = new Date()): string {
  const at = plannedAt(draft)
  return at ? inWords(at, now) : ''
}

const plannedAt = (draft: unknown) => moment(rowIn(draft)?.publishAt)
