/** A search on the map: places are words, and nothing of the map itself is on the page. */
export function mapUrl(place: string, wijk: string): string {
  const query = place.includes(wijk) ? place : `${place}, ${wijk}`
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query }).toString()}`
}
