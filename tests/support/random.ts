/**
 * Chance that repeats: tests that leave something to it print the seed, and take it from the environment. Who gives none gets one that
 * belongs to the files of the commit: a commit is green or red for good, and the next one goes another way. Only long rounds throw
 * new dice each time.
 */
import { execFileSync } from 'node:child_process'

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

/** The seed in the environment variable `name`, or that of this run, TEST_SEED. */
export function seedOf(name: string): number {
  return Number(process.env[name] ?? process.env['TEST_SEED'] ?? seedOfRun())
}

/** Where there is no git. */
const ANY_SEED = 20_261_126

/** Of the files, not of the commit itself: the same ones under another message or on another branch are no other throw. */
function seedOfRun(): number {
  if (process.env['ROUNDS'] === 'long') return Math.floor(Math.random() * 2 ** 31)
  try {
    const git = { cwd: import.meta.dirname, stdio: 'pipe' } as const
    return Number.parseInt(execFileSync('git', ['rev-parse', 'HEAD^{tree}'], git).toString().slice(0, 7), 16)
  } catch {
    return ANY_SEED
  }
}
