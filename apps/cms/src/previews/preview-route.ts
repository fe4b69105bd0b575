import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { entryTypeOf } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { signed } from '../hints/hints.ts'
import { adminRoutes } from '../routes/admin-routes.ts'
import { askedEntry } from '../routes/asked-entry.ts'
import { settingsOf } from '../settings/settings.ts'

/** A draft on the real site: where it can be seen, until when (ISO in UTC). */
interface PreviewLink {
  readonly url: string
  readonly until: string
}
/** The same, and when the draft that it shows was written (ISO in UTC). */
interface EntryPreview extends PreviewLink {
  readonly of: string
}

/** Longest wait for the publisher, in milliseconds: of a large site it makes all pages. */
const PATIENCE_MS = 60_000

/** `POST /wijkpers/preview`: has the publisher make a preview of an entry as it was saved last. */
export function previewRoute(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'POST /preview': async ({ within, editor }, ctx): Promise<EntryPreview> => {
      const { uid, documentId } = askedEntry(ctx.request.body)
      const type = entryTypeOf(uid)
      const draft =
        type &&
        ((await strapi.db.query(type.uid).findOne({
          where: { documentId, publishedAt: { $null: true } },
          select: ['wijkKey', 'updatedAt'],
          populate: { createdBy: { select: ['id'] } },
        })) as {
          wijkKey: string | null
          updatedAt: string | Date
          createdBy: { id: number } | null
        } | null)
      const wijk = draft?.wijkKey
      if (!wijk || (within && !within.includes(wijk)))
        throw forbidden('Dit hoort bij een andere wijk, of het bestaat niet meer.')
      // It shows all of an entry, of every kind: more than who only writes may read of what others make.
      if (editor && !editor.abilities.has('publish') && draft.createdBy?.id !== editor.id)
        throw forbidden(
          'Dit heeft iemand anders gemaakt. Een voorbeeld ervan bekijkt een buurtverbinder of een coach.',
        )
      const link = await askPublisher(strapi, { wijk, entry: documentId })
      return { ...link, of: new Date(draft.updatedAt).toISOString() }
    },
  })
}

async function askPublisher(
  strapi: Core.Strapi,
  question: { readonly wijk: string; readonly entry: string },
): Promise<PreviewLink> {
  const { publisherUrl, hintSecret } = settingsOf(strapi)
  const body = JSON.stringify(question)
  const answer = await fetch(new URL('/previews', publisherUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(body, hintSecret, new Date()) },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
  if (!answer) throw new errors.ApplicationError(AWAY)
  const said = (await answer.json().catch(() => ({}))) as Partial<PreviewLink> & { error?: string }
  if (answer.ok && said.url && said.until) return { url: said.url, until: said.until }
  // What it refuses it says in Dutch; anything else is its own business.
  throw new errors.ApplicationError([404, 409, 503].includes(answer.status) && said.error ? said.error : AWAY)
}

const AWAY = 'Het voorbeeld kan nu niet gemaakt worden. Je tekst is bewaard. Probeer het zo nog eens.'
