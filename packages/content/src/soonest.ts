import { order } from './lists/list.ts'
import type { EventTeaser } from './teasers.ts'

/**
 * The `count` of `events` to show where there is room for a few, in the order they are in. What goes on for weeks would
 * take every place before what begins this week: of what began before `today` only the one that ends first has a place
 * of its own, and others have those that are left.
 */
export function soonest(
  events: readonly EventTeaser[],
  today: string,
  count: number,
): readonly EventTeaser[] {
  const begun = events.filter(({ firstDay }) => firstDay < today)
  if (begun.length === 0) return events.slice(0, count)
  const places = Math.max(1, count - (events.length - begun.length))
  const shownBegun = new Set(begun.toSorted((a, b) => order(a.lastDay, b.lastDay)).slice(0, places))
  return events.filter((event) => event.firstDay >= today || shownBegun.has(event)).slice(0, count)
}
