/** Chance that repeats: tests that leave something to it print the seed, and take it from the environment. */

/** Numbers from 0 up to 1 that repeat for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed in the environment variable `name`, or one that nobody chose. */
export function seedOf(name: string): number {
  return Number(process.env[name] ?? Math.floor(Math.random() * 2 ** 31))
}
