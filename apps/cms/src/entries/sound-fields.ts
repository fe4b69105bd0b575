import type { DocumentData } from './document-call.ts'
import type { EntryKind } from './entry-types.ts'
import { refusal } from './refusal.ts'

/**
 * What must hold for the fields of an entry, apart from what others have. Refuses in Dutch; answers the fields that
 * are kept in another form than they were typed. `current` is what stays where `data` is silent.
 */
export function soundFields(kind: EntryKind, data: DocumentData, current: DocumentData | null): DocumentData {
  refuseCopiedPhotos(data['body'])
  switch (kind) {
    case 'event':
      refuseEndBeforeStart({ ...current, ...withoutUndefined(data) })
      return {}
    case 'organisation':
      return website(data['website'])
    case 'article':
    case 'infoPage':
      return {}
  }
}

/** Refuses to publish what no page can be made of. Strapi would do so too, in English. */
export function refuseUnfinished(kind: EntryKind, entry: DocumentData): void {
  if (kind === 'event' && !entry['startsAt'])
    throw refusal('startsAt', 'Vul eerst in wanneer de activiteit begint.')
}

// The Blocks editor copies the fields of an image into the text: the copy would outlive the photo, and pass every wall.
function refuseCopiedPhotos(body: unknown): void {
  if (Array.isArray(body) && body.some((block: { type?: unknown } | null) => block?.type === 'image'))
    throw refusal('body', 'Er staat een foto in de tekst. Haal hem daar weg en zet hem in het veld Foto.')
}

function refuseEndBeforeStart({ startsAt, endsAt }: DocumentData): void {
  const [start, end] = [momentOf(startsAt), momentOf(endsAt)]
  if (start !== null && end !== null && end < start)
    throw refusal('endsAt', 'De activiteit is afgelopen voordat ze begint. Kijk de dagen en tijden na.')
}

function momentOf(value: unknown): number | null {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date
    ? new Date(value).getTime()
    : null
}

function website(given: unknown): DocumentData {
  if (typeof given !== 'string') return {}
  const typed = given.trim()
  if (typed === '') return { website: null }
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  const url = URL.canParse(address) ? new URL(address) : null
  // Residents click on it: no other schemes, no name and password, no machine without a domain.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || !/\.[a-z][a-z0-9-]+$/.test(url.hostname))
    throw refusal(
      'website',
      'Het adres van de website klopt niet. Schrijf het zoals hier: https://www.buurthuis.nl.',
    )
  return { website: url.href }
}

function withoutUndefined(data: DocumentData): DocumentData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}
