/** What an editor filled in, as the entry that the CMS tells the publisher. */
import {
  ADVERTISEMENT_KINDS,
  BUSINESS_KINDS,
  dayOf,
  NOTICE_KINDS,
  PROJECT_STAGES,
  type Entry,
  type EntryId,
  type Photo,
  type Wijk,
} from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import type { Fields, OracleKind } from './newsroom.ts'

export interface EntryParts {
  readonly id: string
  readonly kind: OracleKind
  readonly fields: Fields
  readonly updatedAt: string
  readonly photo: Photo | null
  /** The id when that entry is published in the same wijk: a link resolves for as long as it is. */
  readonly linkTo: (id: string | null) => EntryId | null
}

const DAY_MS = 86_400_000
const weekdays = ['monday', 'wednesday', 'saturday'] as const

/** One of a list, by the whole number that an editor's choice is. */
const chosen = <T>(list: readonly T[], choice: number): T => list[choice % list.length]!

export function entryOf({ id, kind, fields, updatedAt, photo, linkTo }: EntryParts): Entry {
  const { title, slug, text, summary, startsAt, endsAt, isAllDay, isCancelled, place, position, choice } =
    fields
  const { firstPublishedAt } = fields
  const body = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }]
  const same = { id: id as EntryId, slug: slug as Wijk['slug'], body, updatedAt }
  const organisation = linkTo(fields.organisation)
  const business = linkTo(fields.business)
  switch (kind) {
    case 'article':
      return {
        kind,
        ...plain.article,
        ...same,
        title,
        summary,
        photo,
        organisation,
        edition: linkTo(fields.edition),
        firstPublishedAt,
        isInMemoriam: isCancelled,
      }
    case 'event': {
      const day = { startsAt, endsAt, isAllDay, isCancelled, place, price: '' }
      return { kind, ...plain.event, ...same, title, summary, photo, organisation, ...day }
    }
    case 'organisation':
      return { kind, ...plain.organisation, ...same, name: title, summary, photo }
    case 'infoPage':
      return { kind, ...same, title, position }
    case 'notice': {
      const contact = { contactName: 'Bo', contactEmail: null, contactPhone: null }
      const fulfilled = { isFulfilled: isCancelled, fulfilledAt: isCancelled ? updatedAt : null }
      const noticeKind = chosen(NOTICE_KINDS, choice)
      return {
        kind,
        ...same,
        ...contact,
        ...fulfilled,
        title,
        summary,
        photo,
        noticeKind,
        place,
        organisation,
        firstPublishedAt,
      }
    }
    case 'business': {
      const openingHours = [{ weekday: chosen(weekdays, choice), opensAt: '09:00', closesAt: '17:30' }]
      const closed = { day: dayOf(startsAt), opensAt: null, closesAt: null, reason: summary }
      const hours = { openingHours, openingHoursExceptions: [closed], isByAppointment: isAllDay }
      const businessKind = chosen(BUSINESS_KINDS, choice)
      const photos = photo ? [photo] : []
      return {
        kind,
        ...plain.business,
        ...same,
        ...hours,
        name: title,
        summary,
        photo,
        photos,
        businessKind,
        address: place,
      }
    }
    case 'deal': {
      const end = endsAt ?? new Date(Date.parse(startsAt) + 10 * DAY_MS).toISOString()
      return { kind, ...same, title, photo, startsAt, endsAt: end, business }
    }
    case 'person':
      return {
        kind,
        ...same,
        name: title,
        summary,
        photo,
        role: place,
        street: '',
        email: null,
        phone: null,
        organisation,
      }
    case 'liveabilityProject': {
      const money = { budgetCents: position * 100_00, spentCents: isCancelled ? position * 100_00 : null }
      const updates = [{ day: dayOf(startsAt), text: summary }]
      const said = { stage: chosen(PROJECT_STAGES, choice), goal: place, result: '', updates, photos: [] }
      return { kind, ...same, ...money, ...said, title, summary, photo, organisation }
    }
    case 'edition': {
      const pdf = photo && { url: photo.url.replace('.jpg', '.pdf'), version: photo.version }
      return {
        kind,
        ...same,
        title,
        summary,
        photo,
        pdf,
        number: position,
        publicationDay: dayOf(firstPublishedAt),
      }
    }
    case 'advertisement': {
      const days = { firstDay: dayOf(startsAt), lastDay: dayOf(endsAt ?? startsAt) }
      const paid = { advertisementKind: chosen(ADVERTISEMENT_KINDS, choice), sponsor: place || 'Bakker Bol' }
      return { kind, ...same, ...days, ...paid, title, summary, photo, link: null, business }
    }
  }
}
