import type { Photo } from './entries.ts'

/** The key of a photo in `SiteInput.photos`: its address and version together, because a replaced photo keeps its address. */
export function photoKey(photo: Pick<Photo, 'url' | 'version'>): string {
  return `${photo.url}@${photo.version}`
}
