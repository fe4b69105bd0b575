/** Weeks as the Dutch count them (ISO 8601: from Monday, the first one has the first Thursday), and places by a name for addresses. */
import { daysAfter } from './days.ts'

/** The Monday of the week of `day`. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))
}

/** The week of the Monday `monday`: the year it counts for, and its number, 1 to 53. */
export function weekOf(monday: string): { readonly year: number; readonly number: number } {
  const thursday = daysAfter(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000
  return { year, number: Math.floor(days / 7) + 1 }
}

/** The Monday of a week by the year it counts for and its number: `weekOf` the other way round. */
export function mondayOfWeek(year: number, number: number): string {
  // The fourth of January is in the first week of every year.
  return daysAfter(mondayOf(`${year}-01-04`), (number - 1) * 7)
}

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
