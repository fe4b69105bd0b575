/**
 * The two moments that an editor can give an entry. **publishAt**: its draft comes online by itself. **expiresAt**
 * (houdbaar tot): what is online leaves the site by itself; the publisher leaves it out from that very instant, whatever
 * the CMS does.
 */
import type { DocumentData } from '../entries/document-call.ts'
import { momentOf } from '../entries/fields/values.ts'
import { refusal } from '../entries/refusal.ts'
import { inWords } from './words.ts'

const FIELDS = ['publishAt', 'expiresAt'] as const
type Field = (typeof FIELDS)[number]
type Moments = Readonly<Record<Field, number | null>>

/** The fields as they are kept, and whether the write plans to publish at a moment that was not planned before. */
export interface SoundMoments {
  readonly fields: DocumentData
  readonly isPlanned: boolean
}

/** A moment is chosen by the minute: the one that has just begun is not past. */
const MINUTE_MS = 60_000

/**
 * The moments of a write, in the form in which they are kept (entries/fields/dates.ts); refuses, in Dutch, those that cannot be meant.
 * What stays as it was is not judged again. Nor is a plan that was carried out, by `carriedOutAt`: a form that was opened before still
 * says it.
 */
export function momentsOfWrite(
  data: DocumentData,
  current: DocumentData | null,
  now: Date,
  carriedOutAt: Date | null = null,
): SoundMoments {
  const before: Moments = {
    publishAt: momentOf(current?.['publishAt']),
    expiresAt: momentOf(current?.['expiresAt']),
  }
  const isOver = carriedOutAt !== null && (momentOf(data['publishAt']) ?? Infinity) <= carriedOutAt.getTime()
  const given = FIELDS.filter((field) => data[field] !== undefined && !(field === 'publishAt' && isOver))
  const after: Moments = {
    ...before,
    ...Object.fromEntries(given.map((field) => [field, momentOf(data[field])])),
  }
  const isNew = (field: Field) => after[field] !== null && after[field] !== before[field]

  if (isNew('publishAt') && after.publishAt! < now.getTime() - MINUTE_MS)
    throw refusal(
      'publishAt',
      'Dit moment is al voorbij. Kies een later moment, of maak het veld leeg en publiceer zelf.',
    )
  if (isNew('expiresAt') && after.expiresAt! <= now.getTime())
    throw refusal(
      'expiresAt',
      'Dit moment is al voorbij. Kies een later moment, of haal dit zelf van de site.',
    )
  const isChanged = isNew('publishAt') || isNew('expiresAt')
  if (isChanged && after.publishAt !== null && after.expiresAt !== null && after.expiresAt <= after.publishAt)
    throw refusal(
      'expiresAt',
      '‘Houdbaar tot’ is niet later dan ‘Publiceren op’: dan komt dit nooit op de site. Kies een later moment.',
    )
  return {
    fields: Object.fromEntries(
      [...given, ...(isOver ? ['publishAt' as const] : [])].map((field) => [field, isoOf(after[field])]),
    ),
    isPlanned: isNew('publishAt'),
  }
}

/** Refuses to publish what would leave the site at once. */
export function refuseExpired({ expiresAt }: DocumentData, now: Date): void {
  const at = momentOf(expiresAt)
  if (at !== null && at <= now.getTime())
    throw refusal(
      'expiresAt',
      `‘Houdbaar tot’ is al voorbij: ${inWords(new Date(at), now)}. Kies een later moment of maak het veld leeg. Dan kan dit online.`,
    )
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
