import { inWords } from '../../planning/words.ts'
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
  const isComing = review?.plannedAt && !isLive && review.state !== 'published'
  if (isComing && !canPublish)
    return telling(
      'good',
      `Nagekeken. Dit komt vanzelf online op ${inWords(review.plannedAt, now)}. Wil je nog iets wijzigen? Vraag een buurtverbinder.`,
    )
  switch (review?.state ?? null) {
    case null:
      if (canPublish) return null
      if (isLive) return telling('good', `Dit is gepubliceerd. ${ASK}`)
      if (!review) return telling('neutral', 'Sla het op. Daarna kun je het inleveren.')
      if (review.wasLive) return telling('neutral', OFF_THE_SITE)
      return review.acts.includes('handIn')
        ? telling(
            'neutral',
            'Klaar? Lever het in. Een buurtverbinder of coach kijkt het na en publiceert het.',
          )
        : telling('neutral', 'Dit heeft iemand anders gemaakt. Je kunt het lezen, niet wijzigen.')
    case 'handedIn': {
      const { writer, plannedAt } = review!
      const at = moment(review!.handedInAt, now)
      if (plannedAt)
        return telling(
          'good',
          `${writer} leverde dit in${at}. Het komt vanzelf online op ${inWords(plannedAt, now)}. Moet er toch nog iets gebeuren? Geef het terug, dan vervalt het plan.`,
        )
      return canPublish
        ? telling('busy', `${writer} leverde dit in${at}. Kijk het na en publiceer het, of geef het terug.`)
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
      if (!isLive) return telling('neutral', OFF_THE_SITE)
      return telling('good', `${reviewer ?? 'De redactie'} publiceerde dit${moment(reviewedAt, now)}. ${ASK}`)
    }
  }
}

const ASK = 'Wil je iets wijzigen? Vraag een buurtverbinder.'

const OFF_THE_SITE = 'Dit stond op de site en is er weer af gehaald.'

/** What became of an entry, as a line in a list. */
export function lineOf(
  { state, writer, handedInAt, reviewer, reviewedAt, plannedAt }: ReviewedEntry,
  now: Date,
): string {
  switch (state) {
    case 'handedIn':
      if (plannedAt) return `Nagekeken, komt vanzelf online op ${inWords(plannedAt, now)}`
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
