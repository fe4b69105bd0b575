import type { MapPoint, Wijk } from '@wijkpers/content'
import { texts } from '../texts.ts'

/** Where something is, with a link to it on the map. */
export interface Where {
  /** What people call it, and below that its address; one of them can be empty. */
  readonly place: string
  readonly address: string
  readonly mapUrl: string
  readonly mapText: string
}

/** Where something is; null when nothing was said of it. */
export function whereOf(
  { place = '', address, point }: { place?: string; address: string; point: MapPoint | null },
  { name, municipality }: Pick<Wijk, 'name' | 'municipality'>,
): Where | null {
  const words = [place, address].filter((text) => text !== '')
  if (words.length === 0 && !point) return null
  return {
    place,
    address,
    // A point says it exactly; an address is found better than a name.
    mapUrl: point ? pointUrl(point) : mapUrl(address || place, municipality || name),
    mapText: point ? texts.onTheMap : texts.map,
  }
}

function pointUrl({ latitude, longitude }: MapPoint): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
}

/**
 * A search on the map: places are words, and nothing of the map itself is on the page. Maps know a gemeente better than a
 * wijk, and find nothing when they do not know a word.
 */
function mapUrl(place: string, near: string): string {
  const query = place.includes(near) ? place : `${place}, ${near}`
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query }).toString()}`
}
