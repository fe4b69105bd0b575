/** What the publisher is told of an entry, by type. Beside these come `kind`, `id`, `version`, `slug`, `body`, `updatedAt`. */
import type { EntryKind } from '../entries/entry-types.ts'
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
    website: row['website'] || null,
    email: row['email'] || null,
    phone: row['phone'] || null,
  }),
  article: (row) => ({
    ...titled(row),
    photo: photoOf(row['photo']),
    organisation: row.links['organisation'],
    firstPublishedAt: row['publishedFirstAt'] ?? row.updatedAt,
  }),
  event: (row) => ({
    ...titled(row),
    photo: photoOf(row['photo']),
    // Only a draft can be without.
    startsAt: row['startsAt'] ?? row.updatedAt,
    endsAt: row['endsAt'] ?? null,
    isAllDay: row['allDay'] ?? false,
    place: row['place'] ?? '',
    price: row['price'] ?? '',
    isCancelled: row['cancelled'] ?? false,
    organisation: row.links['organisation'],
  }),
  infoPage: (row) => ({ title: titleOf(row), position: row['position'] ?? 0 }),
}

const titleOf = (row: WholeRow) => row['title'] || 'Zonder titel'
const titled = (row: WholeRow) => ({ title: titleOf(row), summary: row['summary'] ?? '' })
const named = (row: WholeRow) => ({ name: row['name'] || 'Zonder naam', summary: row['summary'] ?? '' })

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

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
