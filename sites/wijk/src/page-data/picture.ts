/** A photo as a page shows it. */
import type { Licence, Photo } from '@wijkpers/content'
import type { Site, SitePhoto } from '@wijkpers/content/site'
import { texts } from '../texts.ts'

export interface Picture extends Omit<SitePhoto, 'narrow'> {
  /** All widths there are, for the `srcset` of an image; null when there is but one. */
  readonly srcset: string | null
  /** Where what matters is, as the names of classes: a photo that is cut keeps that in sight. */
  readonly focus: string
  /** Empty for a decorative picture. */
  readonly alt: string
  readonly credit: Credit | null
}

/** What stands below a photo: who made it, and why it may be here. */
export interface Credit {
  readonly text: string
  /** The licence that anybody may go by, with its own page. */
  readonly licence: { readonly href: string; readonly title: string } | null
}

/** The picture of an entry; null when it has no photo, or the photo no file. */
export function pictureOf(site: Site, photo: Photo | null): Picture | null {
  const file = photo && site.photo(photo)
  return (
    file && {
      src: file.src,
      width: file.width,
      height: file.height,
      bytes: file.bytes,
      srcset: srcsetOf(file),
      focus: focusOf(photo),
      alt: photo.alt,
      credit: creditOf(photo),
    }
  )
}

function srcsetOf({ src, width, narrow }: SitePhoto): string | null {
  if (narrow.length === 0) return null
  return [...narrow, { src, width }].map((one) => `${one.src} ${one.width}w`).join(', ')
}

/** In tenths, because no style may stand in a page: each has its class in `photos.css`. */
function focusOf({ focus }: Photo): string {
  if (focus === null) return ''
  return `focus-x${tenth(focus.x)} focus-y${tenth(focus.y)}`
}

const tenth = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)) / 10)

/** Those of several photos that have a file. */
export function picturesOf(site: Site, photos: readonly Photo[]): readonly Picture[] {
  return photos.flatMap((photo) => pictureOf(site, photo) ?? [])
}

function creditOf({ maker, source, licence }: Photo): Credit | null {
  if (maker === '') return null
  const open = licence === null ? null : OPEN_LICENCES[licence]
  const closed = licence === 'ownWork' || licence === 'permission' ? texts.licences[licence] : ''
  const parts = [texts.pictureBy(maker), source && texts.pictureSource(source), closed]
  return { text: parts.filter((part) => part !== '').join(', '), licence: open }
}

/** Creative Commons asks that the licence is named with a link to it. */
const OPEN_LICENCES: Readonly<Record<Licence, Credit['licence']>> = {
  ownWork: null,
  permission: null,
  ccBy: { href: 'https://creativecommons.org/licenses/by/4.0/deed.nl', title: 'CC BY 4.0' },
  ccBySa: { href: 'https://creativecommons.org/licenses/by-sa/4.0/deed.nl', title: 'CC BY-SA 4.0' },
  cc0: { href: 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl', title: 'CC0' },
  publicDomain: {
    href: 'https://creativecommons.org/publicdomain/mark/1.0/deed.nl',
    title: 'publiek domein',
  },
}
