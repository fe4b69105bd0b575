import type { Core } from '@strapi/strapi'
import { entryTypeOf } from '../entries/entry-types.ts'
import { heldIn } from '../revisions/held.ts'
import { REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import { failedPlanOf } from './failed-plans.ts'

/** What the clock will do with an entry, or could not do. Moments are ISO in UTC. */
export interface EntryPlan {
  /** When its draft comes online by itself; null when that is not planned. */
  readonly publishAt: string | null
  /** When it leaves the site by itself: of what is on the site, otherwise of its draft. Null for never. */
  readonly expiresAt: string | null
  /** The plan that was refused when its moment came, until it is published or planned anew. */
  readonly failed: { readonly plannedAt: string; readonly reason: string } | null
  /** The site stays at an earlier release: what is published at its moment waits. */
  readonly isHeld: boolean
  /** A wijk that is in the making, or that was closed, has none: what is published at its moment is not to be read. */
  readonly hasSite: boolean
}

interface Row {
  readonly wijkKey: string | null
  readonly publishedAt: string | null
  readonly publishAt: string | null
  readonly expiresAt: string | null
}

export interface PlanQuestion {
  readonly uid: string
  readonly documentId: string
  /** The wijken that may be seen; null for all. */
  readonly within: readonly string[] | null
}

/** The plan of an entry; null for what is no entry, is not there, or may not be seen. */
export async function entryPlan(
  strapi: Core.Strapi,
  { uid, documentId, within }: PlanQuestion,
): Promise<EntryPlan | null> {
  const type = entryTypeOf(uid)
  if (!type) return null
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { documentId },
    select: ['wijkKey', 'publishedAt', 'publishAt', 'expiresAt'],
  })) as Row[]
  const mayBeSeen = ({ wijkKey }: Row) => !within || (wijkKey !== null && within.includes(wijkKey))
  if (rows.length === 0 || !rows.every(mayBeSeen)) return null

  const live = rows.find(({ publishedAt }) => publishedAt !== null)
  const draft = rows.find(({ publishedAt }) => publishedAt === null)
  const queries = strapi.db.connection
  const failed = await failedPlanOf(queries, documentId)
  const wijk = (draft ?? live)?.wijkKey ?? ''
  const site = await queries('wijken')
    .where({ document_id: wijk })
    .first<{ state: string } | undefined>('state')
  const revisions = (await queries(REVISIONS).where({ wijk }).first()) as RevisionRow | undefined
  return {
    publishAt: draft?.publishAt ?? null,
    expiresAt: (live ?? draft)?.expiresAt ?? null,
    failed: failed ? { plannedAt: failed.planned_at, reason: failed.reason } : null,
    isHeld: revisions !== undefined && heldIn(revisions) !== null,
    hasSite: site !== undefined && site.state !== 'draft',
  }
}
