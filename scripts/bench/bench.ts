/**
 * bench  - a file of this folder: it measures one promise and says what it found
 * figure - a number that others compare over time, such as `p50_ms`
 * table  - the measurements behind the figures, for people
 */

/** Every wijk and buurt of the Netherlands (CBS, 2025: 14,000 and some). */
export const ALL_WIJKEN = 14_000

/** Choices of one run, as texts: `--rounds 100`. */
export type Choices = Readonly<Record<string, string>>

export interface Table {
  readonly title: string
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
  /** What a word in the table means, or what was left out and why. */
  readonly note?: string
}

export interface Findings {
  readonly figures: Readonly<Record<string, number | null>>
  readonly tables: Readonly<Record<string, Table>>
  /** One sentence that says it all. */
  readonly summary: string
}

export interface Bench<C extends Choices = Choices> {
  /** Each choice with what it is when it is not given. */
  readonly choices: C
  run(choices: { readonly [name in keyof C]: string }): Promise<Findings>
}

/** A bench whose choices are known by name. */
export function defineBench<C extends Choices>(bench: Bench<C>): Bench<C> {
  return bench
}
