/** Since when each wijk may leave a target where it is no longer wanted: kept, so that a restart does not begin anew. */
import { readFileSync } from 'node:fs'
import type { WijkId } from '@wijkpers/content'
import { writeWhole } from '@wijkpers/releases'

export interface Leaving {
  /** Since when, in epoch milliseconds; null when it is not leaving. */
  since(wijk: WijkId, target: string): number | null
  /** From now on it may leave; the first time counts. */
  begin(wijk: WijkId, target: string): void
  end(wijk: WijkId, target: string): void
  /** Whether it is leaving any target. */
  has(wijk: WijkId): boolean
}

export function openLeaving(file: string, now: () => number): Leaving {
  const noted = read(file)
  const keyOf = (wijk: WijkId, target: string) => `${wijk} ${target}`

  const keep = () => writeWhole(file, JSON.stringify(Object.fromEntries(noted)))

  return {
    since: (wijk, target) => noted.get(keyOf(wijk, target)) ?? null,
    begin(wijk, target) {
      if (noted.has(keyOf(wijk, target))) return
      noted.set(keyOf(wijk, target), now())
      keep()
    },
    end(wijk, target) {
      if (noted.delete(keyOf(wijk, target))) keep()
    },
    has: (wijk) => Array.from(noted.keys()).some((key) => key.startsWith(`${wijk} `)),
  }
}

function read(file: string): Map<string, number> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>))
  } catch {
    return new Map()
  }
}
