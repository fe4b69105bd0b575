/** A photo as a page shows it. */
import type { Photo } from '@wijkpers/content'
import type { Site, SitePhoto } from '@wijkpers/content/site'

export interface Picture extends SitePhoto {
  /** Empty for a decorative picture. */
  readonly alt: string
  readonly credit: string
}

/** The picture of an entry; null when it has no photo, or the photo no file. */
export function pictureOf(site: Site, photo: Photo | null): Picture | null {
  const file = photo && site.photo(photo)
  return (
    file && { src: file.src, width: file.width, height: file.height, alt: photo.alt, credit: photo.credit }
  )
}
