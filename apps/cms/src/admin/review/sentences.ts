import { when } from '../time.ts'
import type { Review, ReviewedEntry } from './review.ts'

/** What is said of a review to whoever looks at the entry. */
export interface Telling {
  readonly mood: 'good' | 'busy' | 'bad' | 'neutral'
  readonly text: string
  /** What a reviewer wrote. */
  readonly reason: string | null
}

export interface Onlooker {
  /** He may publish, so he reviews. */
  readonly canPublish: boolean
  /** The entry is on the site. */
  readonly isLive: boolean
}

/** The state of a review in a sentence; null when there is nothing to say. */
export function tellReview(
  review: Review | null,
  { canPublish, isLive }: Onlooker,
  now: Date,
): Telling | null {
  const telling = (mood: Telling['mood'], text: string, reason: string | null = null): Telling => ({
    mood,
    text,
    reason,
  })
  switch (review?.state ?? null) {
    case null:
      if (canPublish) return null
      if (isLive) return telling('good', LIVE)
      if (!review) return telling('neutral', 'Sla het op. Daarna kun je het inleveren.')
      return review.acts.includes('handIn')
        ? telling(
            'neutral',
            'Klaar? Lever het in. Een buurtverbinder of coach kijkt het na en publiceert het.',
          )
        : telling('neutral', 'Dit heeft iemand anders gemaakt. Je kunt het lezen, niet wijzigen.')
    case 'handedIn': {
      const at = moment(review!.handedInAt, now)
      return canPublish
        ? telling(
            'busy',
            `${review!.writer} leverde dit in${at}. Kijk het na en publiceer het, of geef het terug.`,
          )
        : telling('busy', `Ingeleverd${at}. Zodra iemand het heeft nagekeken, lees je het hier.`)
    }
    case 'returned': {
      const { writer, reviewer, reviewedAt, reason } = review!
      const at = moment(reviewedAt, now)
      return canPublish
        ? telling('neutral', `Teruggegeven aan ${writer}${at}.`, reason)
        : telling(
            'bad',
            `${reviewer ?? 'Iemand'} gaf dit terug${at}. Pas het aan en lever het weer in.`,
            reason,
          )
    }
    case 'published': {
      const { reviewer, reviewedAt } = review!
      if (canPublish) return null
      if (!isLive) return telling('neutral', 'Dit stond op de site en is er weer af gehaald.')
      return telling(
        'good',
        `${reviewer ?? 'De redactie'} publiceerde dit${moment(reviewedAt, now)}. ${LIVE}`,
      )
    }
  }
}

const LIVE = 'Het staat op de site. Wil je iets wijzigen? Vraag een buurtverbinder.'

/** What became of an entry, as a line in a list. */
export function lineOf(
  { state, writer, handedInAt, reviewer, reviewedAt }: ReviewedEntry,
  now: Date,
): string {
  switch (state) {
    case 'handedIn':
      return `Ingeleverd door ${writer}${moment(handedInAt, now)}`
    case 'returned':
      return `Teruggegeven door ${reviewer ?? 'iemand'}${moment(reviewedAt, now)}`
    case 'published':
      return `Gepubliceerd door ${reviewer ?? 'de redactie'}${moment(reviewedAt, now)}`
  }
}

function moment(at: Date | null, now: Date): string {
  return at ? ` ${when(at, now)}` : ''
}
