/** A place as part of an address, such as `buurthuis-de-schakel`; null when nothing is left of it. */
export function placeKey(place: string): string | null {
  return keyOf(place.toLowerCase().replace(/[ßæœøıłđðþ]/g, (letter) => written[letter]!))
}

/** The same as it was when such letters were left out: what was at that address has moved. */
export function formerPlaceKey(place: string): string | null {
  return keyOf(place)
}

// Letters that Unicode does not take apart: the same as in slugs and in search.
const written: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

function keyOf(place: string): string | null {
  const key = place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return key === '' ? null : key
}
