/** What is remembered of a rollout, in a small file. It may be deleted: then the newest build is chosen, not paused. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Rollout } from '@wijkpers/publishing'
import { z } from 'zod'

const rolloutSchema = z.object({
  chosen: z.string(),
  former: z.string().nullable(),
  pause: z
    .union([
      z.object({ by: z.literal('operator') }),
      z.object({ by: z.literal('failures'), failed: z.int(), tried: z.int() }),
    ])
    .nullable(),
  since: z.iso.datetime(),
  built: z.string().nullable(),
}) satisfies z.ZodType<Rollout>

export function openRolloutNote(file: string) {
  let last: Promise<void> = Promise.resolve()

  async function put(rollout: Rollout): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.tmp`, `${JSON.stringify(rollout)}\n`)
    await rename(`${file}.tmp`, file)
  }

  return {
    /** Null when it is not there, or not to be read. */
    async read(): Promise<Rollout | null> {
      try {
        return rolloutSchema.parse(JSON.parse(await readFile(file, 'utf8')))
      } catch {
        return null
      }
    },
    /** One after another, so that the last one stays. */
    write(rollout: Rollout): Promise<void> {
      last = last.then(
        () => put(rollout),
        () => put(rollout),
      )
      return last
    },
  }
}

export type RolloutNote = ReturnType<typeof openRolloutNote>
