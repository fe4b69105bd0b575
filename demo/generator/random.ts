/** Chance that can be repeated: the same key gives the same draws, on every machine. */
export interface Chance {
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number
  /** One of `items`. */
  pick<T>(items: readonly T[]): T
  /** `count` different ones of `items`, in their own order; all of them when there are fewer. */
  some<T>(items: readonly T[], count: number): T[]
  /** True `share` of the time, from 0 to 1. */
  happens(share: number): boolean
}

/** Draws that follow from `key` alone. */
export function chance(key: string): Chance {
  const next = mulberry32(hash(key))
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    pick: (items) => items[between(0, items.length - 1)]!,
    some(items, count) {
      const drawn = new Set<number>()
      while (drawn.size < Math.min(count, items.length)) drawn.add(between(0, items.length - 1))
      return items.filter((_, index) => drawn.has(index))
    },
    happens: (share) => next() < share,
  }
}

// FNV-1a, 32 bits.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return value
}

// https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 (public domain)
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
