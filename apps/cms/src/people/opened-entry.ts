import type { Core } from '@strapi/strapi'
import { entryTypeOf, isOnSite, WIJK } from '../entries/entry-types.ts'
import type { AskedEntry } from '../routes/asked-entry.ts'
import { OPENED_ENTRY } from './opened-entry-header.ts'

interface Asking {
  readonly request: { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> }
}

/**
 * documentId of the wijk of the entry that is open on the screen that asks; null when none is, or when it is of none of `within` (null:
 * all). The photos of an entry are of its own wijk, whichever its editor works in now.
 */
export async function wijkOfOpened(
  strapi: Core.Strapi,
  ctx: Asking | undefined,
  within: readonly string[] | null,
): Promise<string | null> {
  const header = ctx?.request.headers[OPENED_ENTRY]
  const [, uid, documentId] = (typeof header === 'string' && /^([\w:.-]+)\/(\w+)$/.exec(header)) || []
  if (uid === undefined || documentId === undefined || !isOnSite(uid)) return null
  const wijk = await wijkOf(strapi, { uid, documentId })
  return wijk !== null && (within === null || within.includes(wijk)) ? wijk : null
}

/** documentId of the wijk that an entry belongs to, by its draft, or of the wijk itself; null for what is not there. */
export async function wijkOf(strapi: Core.Strapi, { uid, documentId }: AskedEntry): Promise<string | null> {
  const type = entryTypeOf(uid)
  if (!type) return (await strapi.db.query(WIJK).count({ where: { documentId } })) > 0 ? documentId : null
  const draft = (await strapi.db
    .query(type.uid)
    .findOne({ where: { documentId, publishedAt: { $null: true } }, select: ['wijkKey'] })) as {
    wijkKey: string | null
  } | null
  return draft?.wijkKey ?? null
}
