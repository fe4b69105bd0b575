/** A statement on accessibility that nobody looked at for a year is worth little: the build says so. */
import type { AstroIntegration } from 'astro'
import { ACCESSIBILITY_LOOKED_AT } from '../src/standing-texts.ts'

/** Months after which the statement must be looked at again. */
const MONTHS = 12

/** What is to be said at `now` of a statement of the day `lookedAt`; null when it is young enough. */
export function oldStatement(lookedAt: string, now: Date): string | null {
  const until = new Date(`${lookedAt}T00:00:00Z`)
  until.setUTCMonth(until.getUTCMonth() + MONTHS)
  if (now < until) return null
  return `what /toegankelijkheid/ says was last looked at on ${lookedAt}, over ${MONTHS} months ago: check it, and its day in src/standing-texts.ts`
}

export const statementAge: AstroIntegration = {
  name: 'wijkpers:statement-age',
  hooks: {
    'astro:build:start': ({ logger }) => {
      const warning = oldStatement(ACCESSIBILITY_LOOKED_AT, new Date())
      if (warning) logger.warn(warning)
    },
  },
}
