import type { Core } from '@strapi/strapi'
import { currentWijk } from '../people/current-wijk.ts'
import { editorOf, personOf, type RequestState } from '../walls/editor.ts'

/** Of one person not more often than this, in milliseconds: soon enough after he went over to another wijk. */
const EVERY_MS = 15_000
/** Who has more wijken, and chose none of them, may publish in any. */
const FEW = 5

/** Tells, now and then, in which wijken somebody works in the admin panel: there a publish may come soon. Nobody waits for it. */
export function noticeWhoWorks(strapi: Core.Strapi, onWork: (wijk: string) => void): void {
  const noticedAt = new Map<number, number>()
  strapi.server.use(async (ctx, next) => {
    await next()
    const person = personOf(ctx)
    if (!person || performance.now() - (noticedAt.get(person.id) ?? -Infinity) < EVERY_MS) return
    noticedAt.set(person.id, performance.now())
    wijkenAtWork(strapi, ctx).then(
      (wijken) => wijken.forEach(onWork),
      // Then his first publish takes longer.
      (error: unknown) => strapi.log.debug(`[hints] who works where: ${String(error)}`),
    )
  })
}

/** The wijk that he chose to work in; without a choice all of his, when these are few. */
async function wijkenAtWork(strapi: Core.Strapi, ctx: RequestState): Promise<readonly string[]> {
  const editor = editorOf(strapi, ctx)
  const within = editor && (await editor.wijken())
  const current = await currentWijk(strapi, { person: personOf(ctx)!.id, within })
  if (current !== null) return [current]
  return within && within.length <= FEW ? within : []
}
