import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { FILE } from '../entries/files.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import { askedEntry } from '../routes/asked-entry.ts'
import { rowNumber } from '../routes/row-number.ts'
import { NAME_LENGTH } from './note.ts'
import { TRAIL, type TrailRow } from './tables.ts'

/** A line as the admin panel shows it. */
export interface TrailLine extends Pick<TrailRow, 'id' | 'at' | 'uid' | 'title' | 'act' | 'who' | 'detail'> {
  readonly documentId: string
  /** What an editor calls its kind; null for a wijk and an account. */
  readonly kind: string | null
  readonly wijk: string | null
}

const FILE_IN_WORDS = 'foto of bestand'

/** Lines at once. */
const PAGE = 50

/** Gives the admin panel who did what: to one entry, and in whole wijken for whoever may read that. */
export function trailRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /trail': (asker, ctx) => {
      const { documentId } = askedEntry(ctx.query)
      const lines = newest(strapi, undefined).where({ 't.document_id': documentId })
      if (asker.within) lines.whereIn('t.wijk', asker.within)
      return shown(lines)
    },
    'GET /trail/wijken': async (asker, ctx) => {
      if (!mayRead(asker))
        throw forbidden('Wie wat deed in een wijk, lezen een coach en een platformbeheerder.')
      const lines = newest(strapi, ctx.query['before'])
      const within = await asker.listed()
      if (within) lines.whereIn('t.wijk', within)
      return shown(lines)
    },
  })
}

const mayRead = ({ editor }: Asker) => !editor || editor.abilities.has('readTrail')

function newest(strapi: Core.Strapi, before: unknown) {
  const lines = strapi.db
    .connection(`${TRAIL} as t`)
    .leftJoin('wijken as w', 'w.document_id', 't.wijk')
    .leftJoin('admin_users as a', 'a.id', 't.who_id')
    .orderBy('t.id', 'desc')
    .limit(PAGE)
    .select('t.*', 'w.name as wijk_name', 'a.firstname', 'a.lastname')
  if (before === undefined) return lines
  const id = rowNumber(before)
  if (id === null) throw refusal('before', 'Vanaf welke regel? Laad de pagina opnieuw.')
  return lines.where('t.id', '<', id)
}

async function shown(lines: PromiseLike<unknown>): Promise<TrailLine[]> {
  const rows = (await lines) as ShownRow[]
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    uid: row.uid,
    documentId: row.document_id,
    title: row.title,
    act: row.act,
    who: whoDid(row),
    detail: row.detail,
    kind: row.uid === FILE ? FILE_IN_WORDS : (ENTRY_TYPES.find(({ uid }) => uid === row.uid)?.one ?? null),
    wijk: row.wijk_name,
  }))
}

interface ShownRow extends TrailRow {
  readonly wijk_name: string | null
  readonly firstname: string | null
  readonly lastname: string | null
}

/** What he was called then; and now, when that is another name: one who takes somebody else's is known by it. */
function whoDid({ who, firstname, lastname }: ShownRow): string | null {
  const now = [firstname, lastname].filter(Boolean).join(' ')
  return who !== null && now !== '' && now.slice(0, NAME_LENGTH) !== who ? `${who} (nu ${now})` : who
}
