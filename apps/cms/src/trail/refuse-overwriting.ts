import type { Core } from '@strapi/strapi'
import { onDocuments, type DocumentCall } from '../entries/document-call.ts'
import { entryTypeOf, isOnSite } from '../entries/entry-types.ts'
import { momentOf } from '../entries/fields/values.ts'
import { refusal } from '../entries/refusal.ts'
import { inWords } from '../planning/words.ts'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { personOf } from '../walls/editor.ts'
import { TRAIL, type TrailRow } from './tables.ts'

/**
 * Refuses to save a form over what somebody else wrote since it was opened, and to throw that away: the last save would win without
 * a word, and the other text be nowhere. A form says what it was opened with: by its `updatedAt`, and by `openedWith` with an act
 * that takes text away. What says nothing (an import, a script, a whole list at once) is not looked at. Whoever saves twice, or
 * publishes what he just saved, writes over himself. Must run inside the transaction of src/revisions.
 */
export function refuseOverwriting(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const form = openedForm(strapi, call)
    if (form) {
      const other = await inTransaction(strapi, ({ trx }) =>
        writtenByOther(trx, call.params.documentId!, form),
      )
      if (other) throw refusal(entryTypeOf(call.uid)?.name.field ?? 'name', sentence(other, form, new Date()))
    }
    return next()
  })
}

interface OpenedForm {
  /** Number of the account. */
  readonly person: number
  /** When the draft that it shows was written, ISO in UTC. */
  readonly openedWith: string
  /** What it asks takes text away, and keeps nothing that was typed. */
  readonly takesAway: boolean
}

function writtenByOther(
  trx: Queries,
  documentId: string,
  { person, openedWith }: OpenedForm,
): Promise<TrailRow | undefined> {
  // What was written before this line, and not by it: to hand in or give back leaves a draft as it was.
  const before = trx(`${TRAIL} as before`)
    .where('before.document_id', documentId)
    .where('before.draft_at', trx.ref('line.draft_at'))
    .where('before.id', '<', trx.ref('line.id'))
  // By lines, not by the clock alone: to throw changes away puts the moment of the draft back to an earlier one.
  const opened = trx(TRAIL).where({ document_id: documentId, draft_at: openedWith }).max('id')
  return trx(`${TRAIL} as line`)
    .where('line.document_id', documentId)
    .where('line.id', '>', trx.raw('coalesce(?, 0)', [opened]))
    .where('line.draft_at', '>', openedWith)
    .whereNotNull('line.who_id')
    .whereNot('line.who_id', person)
    .whereNotExists(before)
    .orderBy('line.id', 'desc')
    .first<TrailRow | undefined>('line.*')
}

/** To take something off the site leaves its draft as it is; without its last changes, Strapi discards those first. */
const TAKES_AWAY = new Set(['delete', 'discardDraft'])
const RESTORE = '/wijkpers/versions/restore'

/** The form of the admin panel that this write comes from; null for every other write. */
function openedForm(strapi: Core.Strapi, { uid, action, params }: DocumentCall): OpenedForm | null {
  const ctx = strapi.requestContext.get()
  const person = personOf(ctx)
  if (!ctx || !person || !isOnSite(uid)) return null
  const body = (ctx.request.body ?? {}) as Readonly<Record<string, unknown>>
  const form = (said: unknown, takesAway: boolean): OpenedForm | null => {
    const at = momentOf(said)
    if (at === null || Number.isNaN(at)) return null
    return { person: person.id, openedWith: new Date(at).toISOString(), takesAway }
  }
  if (action === 'update' && ctx.path === RESTORE)
    return body['documentId'] === params.documentId ? form(body['openedWith'], true) : null
  const { model, id } = ctx.params as { model?: unknown; id?: unknown }
  if (model !== uid || id !== params.documentId) return null
  if (action === 'update') return form(body['updatedAt'], false)
  return TAKES_AWAY.has(action) ? form(ctx.query['openedWith'], true) : null
}

function sentence({ who, act, at }: TrailRow, { takesAway }: OpenedForm, now: Date): string {
  const did = act === 'publish' ? 'gepubliceerd' : 'gewijzigd'
  const kept = takesAway
    ? 'Er is niets veranderd. Laad de pagina opnieuw en kijk eerst wat er nu staat.'
    : 'Wat jij typte is nog niet opgeslagen, en staat hier nog. Kopieer je tekst, laad de pagina opnieuw en zet hem erbij.'
  return `${who ?? 'Iemand'} heeft dit ${did} op ${inWords(new Date(at), now)}, nadat jij het opende. ${kept}`
}
