/** A slug is the last part of an address: lower case letters, digits and single hyphens. */

/** Longest slug of an entry. */
export const MAX_ENTRY_SLUG = 80
/** Longest slug of a wijk, which is a DNS label: RFC 1035, 2.3.4. */
export const MAX_WIJK_SLUG = 63

export function isSlug(text: string, maxLength: number): boolean {
  return text.length <= maxLength && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/** The slug that follows from a title: `Één café in de IJstraat!` gives `een-cafe-in-de-ijstraat`; '' when nothing is left. */
export function slugify(title: string, maxLength: number): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøıłđðþ]/g, (letter) => written[letter]!)
    .replace(/['’`]/g, '')
    .replace(/&/g, ' en ')
    .replace(/€/g, ' euro ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return shortened(slug, maxLength)
}

/** The first of `slug`, `slug-2`, `slug-3`, … for which `isTaken` says no. */
export function firstFreeSlug(slug: string, maxLength: number, isTaken: (slug: string) => boolean): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `-${number}`
    const candidate = slug.slice(0, maxLength - ending.length).replace(/-+$/, '') + ending
    if (!isTaken(candidate)) return candidate
  }
}

// Ends at a whole word where that leaves more than half.
function shortened(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const cut = slug.slice(0, maxLength + 1)
  const end = cut.lastIndexOf('-')
  return end > maxLength / 2 ? cut.slice(0, end) : cut.slice(0, maxLength).replace(/-+$/, '')
}

// Letters that Unicode does not take apart: the same as in the addresses of places and in search.
const written: Record<string, string> = {
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
