/** A judge from outside: a program or a machine that was not made by us, and says what it thinks of what was. */

export interface Judge {
  /** What it looks at, and who it is: `the file server, beside nginx`. */
  readonly about: string
  run(): Promise<Verdict>
}

export type Verdict =
  | {
      readonly kind: 'judged'
      /** By whom, with version, and how much: `nginx 1.22.1, 79 requests`. */
      readonly by: string
      /** Empty when all is well. */
      readonly faults: readonly string[]
      /** What is good to know. */
      readonly remarks?: readonly string[]
    }
  | {
      readonly kind: 'missing'
      /** What this machine lacks. */
      readonly what: string
      /** How to get it. */
      readonly how: string
    }

/** The judge is not on this machine. */
export function missing(what: string, how: string): Verdict {
  return { kind: 'missing', what, how }
}
