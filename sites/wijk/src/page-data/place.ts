import type { MapPoint } from '@wijkpers/content'
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
  wijk: string,
): Where | null {
  const words = [place.trim(), address.trim()].filter((text) => text !== '')
  if (words.length === 0 && !point) return null
  return {
    place: place.trim(),
    address: address.trim(),
    // A point says it exactly; an address is found better than a name.
    mapUrl: point ? pointUrl(point) : mapUrl(address.trim() || place.trim(), wijk),
    mapText: point ? texts.onTheMap : texts.map,
  }
}

function pointUrl({ latitude, longitude }: MapPoint): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`
}

/** A search on the map: places are words, and nothing of the map itself is on the page. */
function mapUrl(place: string, wijk: string): string {
  const query = place.includes(wijk) ? place : `${place}, ${wijk}`
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query }).toString()}`
}
