import type { Core } from '@strapi/strapi'
import { documentsOf, type DocumentData } from '../entries/document-call.ts'
import { entryTypeOf, type EntryType } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { soundTexts } from '../entries/sound-text.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import { askedEntry } from '../routes/asked-entry.ts'
import { rowNumber } from '../routes/row-number.ts'
import { VERSIONS, type VersionRow } from './tables.ts'
import { withWhatIs } from './written-form.ts'

/** An earlier version in a list. */
export interface EarlierVersion {
  readonly id: number
  readonly at: string
  readonly who: string | null
}

/** Shows when an entry was published before, and puts what it said then back into its draft. */
export function versionRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /versions': async (asker, ctx): Promise<EarlierVersion[]> => {
      const rows = (await versionsOf(strapi, asker, await ownEntry(strapi, asker, ctx.query)).orderBy(
        'id',
        'desc',
      )) as VersionRow[]
      return rows.map(({ id, at, who }) => ({ id, at, who }))
    },
    'POST /versions/restore': async (asker, ctx) => {
      const entry = await ownEntry(strapi, asker, ctx.request.body)
      const { type, documentId } = entry
      const id = rowNumber((ctx.request.body as { version?: unknown }).version)
      if (id === null) throw refusal('version', 'Kies een van de eerdere versies.')
      const row = (await versionsOf(strapi, asker, entry).where({ id }).first()) as VersionRow | undefined
      if (!row) throw refusal('version', 'Deze versie is er niet meer.')
      const form = await withWhatIs(strapi, type, entry, soundTexts(JSON.parse(row.data) as DocumentData))
      // By the document service: whoever may not write this is refused there, and the trail tells of it.
      await documentsOf(strapi, type.uid).update({ documentId, data: form })
      return { restored: row.id }
    },
  })
}

interface OwnEntry {
  readonly type: EntryType
  readonly documentId: string
  readonly wijkKey: string
}

/** The versions of an entry that were published in wijken of the asker: one that moved here said other things elsewhere. */
function versionsOf(strapi: Core.Strapi, { within }: Asker, { type, documentId }: OwnEntry) {
  const those = strapi.db.connection(VERSIONS).where({ uid: type.uid, document_id: documentId })
  return within ? those.whereIn('wijk', within) : those
}

async function ownEntry(strapi: Core.Strapi, { within, editor }: Asker, asked: unknown): Promise<OwnEntry> {
  const { uid, documentId } = askedEntry(asked)
  const type = entryTypeOf(uid)
  const draft =
    type &&
    ((await strapi.db
      .query(type.uid)
      .findOne({ where: { documentId, publishedAt: { $null: true } }, select: ['wijkKey'] })) as {
      wijkKey: string | null
    } | null)
  if (!type || !draft?.wijkKey || (within && !within.includes(draft.wijkKey)))
    throw forbidden('Dit hoort bij een andere wijk, of het bestaat niet meer.')
  if (editor && !editor.abilities.has('publish'))
    throw forbidden('Eerdere versies terugzetten doet een buurtverbinder of coach.')
  return { type, documentId, wijkKey: draft.wijkKey }
}
