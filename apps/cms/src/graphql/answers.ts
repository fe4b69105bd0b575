/** What the publisher is told of an entry, by type. Beside these come `kind`, `id`, `version`, `slug`, `body`, `updatedAt`. */
import type { EntryKind } from '../entries/entry-types.ts'
import { pointOf } from '../entries/fields/map-point.ts'
import { componentsIn } from '../entries/media-places.ts'
import { focusOf, type Focus, type ShownFile } from './version.ts'

/** The columns of an entry with its components, and what it links to as that resolves live. */
export type WholeRow = Readonly<Record<string, unknown>> & {
  /** By field; null for nothing that is published in the same wijk. */
  readonly links: Readonly<Record<string, string | null>>
  readonly updatedAt: string
}

export type Answer = Readonly<Record<string, unknown>>

export const ANSWERS: Readonly<Record<EntryKind, (row: WholeRow) => Answer>> = {
  organisation: (row) => ({
    ...named(row),
    photo: photoOf(row['photo']),
    organisationKind: row['organisationKind'] ?? 'otherOrganisation',
    helpsWith: textOf(row['helpsWith']),
    address: textOf(row['address']),
    point: pointOf(row['mapPoint']),
    accessibility: accessibilityOf(row['accessibility']),
    contactName: textOf(row['contactName']),
    ...contactOf(row),
    ...hoursOf(row),
  }),
  article: (row) => ({
    ...titled(row),
    photo: photoOf(row['photo']),
    organisation: row.links['organisation'],
    edition: row.links['edition'],
    firstPublishedAt: row['publishedFirstAt'] ?? row.updatedAt,
    topic: row['topic'] ?? null,
    ...languageOf(row),
    author: textOf(row['author']),
    correction: correctionOf(row),
    isInMemoriam: row['inMemoriam'] ?? false,
  }),
  event: (row) => ({
    ...titled(row),
    photo: photoOf(row['photo']),
    // Only a draft can be without.
    startsAt: row['startsAt'] ?? row.updatedAt,
    endsAt: row['endsAt'] ?? null,
    isAllDay: row['allDay'] ?? false,
    recurrence: recurrenceOf(row),
    movedFrom: row['movedFrom'] ?? null,
    place: textOf(row['place']),
    address: textOf(row['address']),
    point: pointOf(row['mapPoint']),
    accessibility: accessibilityOf(row['accessibility']),
    topic: row['topic'] ?? null,
    ...languageOf(row),
    price: textOf(row['price']),
    isCancelled: row['cancelled'] ?? false,
    organisation: row.links['organisation'],
  }),
  notice: (row) => ({
    ...titled(row),
    ...languageOf(row),
    noticeKind: row['noticeKind'] ?? 'request',
    photo: photoOf(row['photo']),
    place: textOf(row['place']),
    contactName: textOf(row['contactName']),
    // What a resident left is the redactie's, unless the resident chose otherwise.
    contactEmail: row['showContact'] === true ? row['contactEmail'] || null : null,
    contactPhone: row['showContact'] === true ? row['contactPhone'] || null : null,
    isFulfilled: row['fulfilled'] ?? false,
    fulfilledAt: row['fulfilledAt'] ?? null,
    organisation: row.links['organisation'],
    firstPublishedAt: row['publishedFirstAt'] ?? row.updatedAt,
  }),
  business: (row) => ({
    ...named(row),
    businessKind: row['businessKind'] ?? 'otherBusiness',
    photo: photoOf(row['photo']),
    photos: photosOf(row['photos']),
    address: textOf(row['address']),
    point: pointOf(row['mapPoint']),
    ...contactOf(row),
    ...hoursOf(row),
  }),
  deal: (row) => ({
    title: titleOf(row),
    photo: photoOf(row['photo']),
    // Only a draft can be without.
    startsAt: row['startsAt'] ?? row.updatedAt,
    endsAt: row['endsAt'] ?? row.updatedAt,
    business: row.links['business'],
  }),
  person: (row) => ({
    ...named(row),
    role: textOf(row['role']),
    photo: photoOf(row['photo']),
    street: textOf(row['street']),
    email: row['email'] || null,
    phone: row['phone'] || null,
    organisation: row.links['organisation'],
  }),
  liveabilityProject: (row) => ({
    ...titled(row),
    stage: row['stage'] ?? 'idea',
    goal: textOf(row['goal']),
    budgetCents: centsOf(row['budget']),
    spentCents: centsOf(row['spent']),
    result: textOf(row['result']),
    updates: componentsIn(row['updates']).map(({ date, text }) => ({ day: date, text: textOf(text) })),
    photo: photoOf(row['photo']),
    photos: photosOf(row['photos']),
    organisation: row.links['organisation'],
  }),
  edition: (row) => ({
    ...titled(row),
    number: row['number'] ?? null,
    // Only a draft can be without.
    publicationDay: row['publicationDate'] ?? row.updatedAt.slice(0, 10),
    photo: photoOf(row['photo']),
    pdf: documentOf(row['pdf']),
  }),
  advertisement: (row) => ({
    ...titled(row),
    advertisementKind: row['advertisementKind'] ?? 'advertisement',
    sponsor: textOf(row['sponsor']),
    firstDay: row['startsOn'],
    lastDay: row['endsOn'],
    photo: photoOf(row['photo']),
    link: row['link'] || null,
    business: row.links['business'],
  }),
  infoPage: (row) => ({ title: titleOf(row), ...languageOf(row), position: row['position'] ?? 0 }),
}

const titleOf = (row: WholeRow) => textOf(row['title']) || 'Zonder titel'
const titled = (row: WholeRow) => ({ title: titleOf(row), summary: textOf(row['summary']) })
const named = (row: WholeRow) => ({
  name: textOf(row['name']) || 'Zonder naam',
  summary: textOf(row['summary']),
})
/** Most never say: then it is Dutch. */
const languageOf = (row: WholeRow) => ({ language: row['language'] ?? 'dutch' })

/** What a site shows of a photo. Who gave consent, and why, stays in the CMS. */
export interface PhotoAnswer {
  /** Path on the CMS, `/uploads/…`. */
  readonly url: string
  readonly version: string
  /** Empty for a decorative one. */
  readonly alt: string
  readonly maker: string
  readonly source: string
  readonly licence: string | null
  readonly focus: Focus | null
}

function photosOf(value: unknown): PhotoAnswer[] {
  return componentsIn(value).flatMap((one) => photoOf(one) ?? [])
}

/** A file that is not shown but downloaded. */
function documentOf(value: unknown): Answer | null {
  const [file] = componentsIn(value) as unknown as DocumentFile[]
  if (!file) return null
  const { url, bytesVersion, size, taggedPdf } = file
  // Strapi counts in thousands of bytes, with two decimals.
  return {
    url,
    version: bytesVersion ?? '',
    bytes: Math.round(Number(size) * 1000),
    isTagged: taggedPdf ?? null,
  }
}

interface DocumentFile extends ShownFile {
  readonly size: number | string
  readonly taggedPdf: boolean | null
}

/** `09:00:00.000` as `09:00`. */
const clockOf = (time: unknown) => (typeof time === 'string' ? time.slice(0, 5) : null)

function hoursOf(row: WholeRow): Answer {
  return {
    openingHours: componentsIn(row['openingHours']).map(({ day, opensAt, closesAt }) => ({
      weekday: day,
      opensAt: clockOf(opensAt),
      closesAt: clockOf(closesAt),
    })),
    openingHoursExceptions: componentsIn(row['openingHoursExceptions']).map(
      ({ date, closed, opensAt, closesAt, reason }) => ({
        day: date,
        opensAt: closed === false ? clockOf(opensAt) : null,
        closesAt: closed === false ? clockOf(closesAt) : null,
        reason: textOf(reason),
      }),
    ),
    isByAppointment: row['byAppointment'] ?? false,
  }
}

function contactOf({ website, email, phone }: WholeRow): Answer {
  return { website: website || null, email: email || null, phone: phone || null }
}

function recurrenceOf(row: WholeRow): Answer | null {
  const [rule] = componentsIn(row['recurrence'])
  if (!rule) return null
  return {
    pattern: rule['pattern'],
    lastDay: rule['lastDay'] ?? null,
    count: rule['count'] ?? null,
    exceptions: componentsIn(row['exceptions']).map(({ date, change, startsAt, endsAt, reason }) => ({
      day: date,
      movedTo: change === 'moved' && startsAt ? { startsAt, endsAt: endsAt ?? null } : null,
      reason: textOf(reason),
    })),
  }
}

function accessibilityOf(value: unknown): Answer | null {
  const [said] = componentsIn(value)
  if (!said) return null
  const { wheelchair, toilet, hearingLoop, parking, note } = said
  return {
    wheelchair: wheelchair === true,
    toilet: toilet === true,
    hearingLoop: hearingLoop === true,
    parking: parking === true,
    note: textOf(note),
  }
}

function correctionOf({ correction, correctedOn }: WholeRow): Answer | null {
  return textOf(correction) === '' || !correctedOn ? null : { day: correctedOn, text: textOf(correction) }
}

/** Euros as the database gives them, in whole cents. */
function centsOf(euros: unknown): number | null {
  return euros === null || euros === undefined ? null : Math.round(Number(euros) * 100)
}

/** The photo in a component; null without one, and when its file was withdrawn. */
function photoOf(value: unknown): PhotoAnswer | null {
  const [photo] = componentsIn(value)
  const file = photo?.['file'] as ShownFile | null | undefined
  if (!photo || !file) return null
  const { alt, decorative, maker, source, licence } = photo
  return {
    url: file.url,
    version: file.bytesVersion ?? '',
    alt: decorative === true ? '' : textOf(alt),
    maker: textOf(maker),
    source: textOf(source),
    licence: textOf(licence) || null,
    focus: focusOf(file.focalPoint),
  }
}

/** Without what only looks empty: whoever shows a text need not look again. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
