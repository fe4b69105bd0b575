/** Weeks as the Dutch count them (ISO 8601: from Monday, the first one has the first Thursday). */
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
