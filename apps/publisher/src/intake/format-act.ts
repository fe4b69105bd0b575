/** What an operator has the publisher do with a new site format: stop and go on, go back, or choose another one. */
import type { Dispatcher } from '@wijkpers/publishing'
import { z } from 'zod'
import type { ActAnswer } from './act-answer.ts'
import type { SiteFormats } from '../site-formats/site-formats.ts'

export const formatActSchema = z.object({
  act: z.literal('format'),
  do: z.enum(['pause', 'resume', 'undo', 'use']),
  /** For `use`: the beginning of a hash; the newest build when left out. */
  hash: z
    .string()
    .regex(/^[0-9a-z]{1,64}$/)
    .optional(),
})
export type FormatActRequest = z.infer<typeof formatActSchema>

/** Answers how far the rollout is; 409 when it cannot be done, and nothing has changed then. */
export async function performFormatAct(
  request: FormatActRequest,
  formats: Pick<SiteFormats, 'perform' | 'progress'>,
  dispatcher: Pick<Dispatcher, 'look'>,
): Promise<ActAnswer> {
  const refused = await formats.perform(request.do, request.hash)
  const progress = await formats.progress()
  if (refused) return { status: 409, body: { refused, kept: progress.kept } }
  dispatcher.look()
  return { status: 200, body: progress }
}
