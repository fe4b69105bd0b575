import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, WIJK } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import { askedEntry } from '../routes/asked-entry.ts'
import { TRAIL, type TrailRow } from './tables.ts'

/** A line as the admin panel shows it. */
export interface TrailLine extends Pick<TrailRow, 'id' | 'at' | 'uid' | 'title' | 'act' | 'who' | 'detail'> {
  readonly documentId: string
  /** What an editor calls its kind; null for a wijk and an account. */
  readonly kind: string | null
  readonly wijk: string | null
}

/** Lines at once. */
const PAGE = 50

/** Gives the admin panel who did what: to one entry, and in whole wijken for whoever may read that. */
export function trailRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /trail': (asker, ctx) => {
      const { documentId } = askedEntry(ctx.query)
      const lines = newest(strapi, null).where({ 't.document_id': documentId })
      if (asker.within) lines.whereIn('t.wijk', asker.within)
      return shown(lines)
    },
    'GET /trail/wijken': async (asker, ctx) => {
      if (!mayRead(asker)) throw forbidden('Wie wat deed in een wijk, lezen een coach en een beheerder.')
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
    .orderBy('t.id', 'desc')
    .limit(PAGE)
    .select('t.*', 'w.name as wijk_name')
  return Number(before) > 0 ? lines.where('t.id', '<', Number(before)) : lines
}

async function shown(lines: PromiseLike<unknown>): Promise<TrailLine[]> {
  const rows = (await lines) as (TrailRow & { wijk_name: string | null })[]
  return rows.map(({ id, at, uid, document_id, title, act, who, detail, wijk_name }) => ({
    id,
    at,
    uid,
    documentId: document_id,
    title,
    act,
    who,
    detail,
    kind: uid === WIJK ? null : (ENTRY_TYPES.find((type) => type.uid === uid)?.one ?? null),
    wijk: wijk_name,
  }))
}
