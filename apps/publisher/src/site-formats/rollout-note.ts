/**
 * What is remembered of a rollout, in a small file. It may be deleted: then the newest build is chosen, not paused. It is not lost by
 * itself: what an operator decided stays so.
 */
import { createTurns, readKept, type Rollout, writeSafely } from '@wijkpers/publishing'
import { z } from 'zod'

const rolloutSchema = z.object({
  chosen: z.string(),
  former: z.string().nullable(),
  pause: z
    .union([
      z.object({ by: z.literal('operator') }),
      z.object({
        by: z.literal('failures'),
        failed: z.int(),
        tried: z.int(),
        // A note of before these were kept has none.
        wijken: z
          .array(z.object({ slug: z.string(), page: z.string().nullable(), error: z.string() }))
          .default([]),
      }),
    ])
    .nullable(),
  since: z.iso.datetime(),
  built: z.string().nullable(),
  isDone: z.boolean().default(false),
}) satisfies z.ZodType<Rollout>

export function openRolloutNote(file: string) {
  const inTurn = createTurns()
  return {
    /** Null when it is not there, or not to be read. */
    async read(): Promise<Rollout | null> {
      return rolloutSchema.safeParse(await readKept(file)).data ?? null
    },
    /** One after another, so that the last one stays; safe from a power cut when it resolves. */
    write: (rollout: Rollout): Promise<void> =>
      inTurn([file], () => writeSafely(file, `${JSON.stringify(rollout)}\n`)),
  }
}

export type RolloutNote = ReturnType<typeof openRolloutNote>
