/**
 * The life of a wijk: `draft` -> `active` <-> `resting` -> `archived`. Each way from one to another is one act, with another
 * that undoes it; nothing of the content is touched, so what is undone is as it was.
 *
 * begin / withdraw   - its site comes online / goes offline again, until who took it off says otherwise
 * pause / reactivate - its site says that it rests, since when and why / says nothing of it any more
 * archive / reopen   - nobody can add to it any more / it rests again
 */
import type { Core } from '@strapi/strapi'
import { documentsOf, type DocumentData } from '../entries/document-call.ts'
import { WIJK } from '../entries/entry-types.ts'
import { dutchDay, isFilled } from '../entries/fields/values.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { lockPeople } from '../people/lock-people.ts'
import { plannedIn, type Planned } from '../planning/planned.ts'
import { awaitOpening } from '../receipts/report.ts'
import { inTransaction, lockDocument } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { lacksInColofon, type ColofonFields } from './colofon.ts'

export type WijkState = 'draft' | 'active' | 'resting' | 'archived'
export type LifeAct = 'begin' | 'withdraw' | 'pause' | 'reactivate' | 'archive' | 'reopen'

interface Way {
  readonly from: readonly WijkState[]
  readonly to: WijkState
  /** Only an operator takes a site off the internet, or closes it for good. */
  readonly by: 'editors' | 'operators'
}

const WAYS: Readonly<Record<LifeAct, Way>> = {
  begin: { from: ['draft'], to: 'active', by: 'editors' },
  withdraw: { from: ['active'], to: 'draft', by: 'operators' },
  pause: { from: ['active'], to: 'resting', by: 'editors' },
  reactivate: { from: ['resting'], to: 'active', by: 'editors' },
  archive: { from: ['active', 'resting'], to: 'archived', by: 'operators' },
  reopen: { from: ['archived'], to: 'resting', by: 'operators' },
}

/** Where a wijk is in its life, and what whoever asks can do about it. */
export interface Life {
  readonly state: WijkState
  readonly acts: readonly LifeAct[]
  /** Such as `2026-12-26`. */
  readonly since: string | null
  readonly why: string
  readonly contact: string
  readonly wantsBuurtverbinder: boolean
  /** An operator took the site off the internet: only he brings it back. */
  readonly isClosedByOperator: boolean
  /** What the law wants of a colofon and this one lacks, in Dutch. */
  readonly lacks: readonly string[]
  /** What is to come online by itself. */
  readonly planned: Planned
}

interface LifeRow extends ColofonFields {
  readonly documentId: string
  readonly state: WijkState
  readonly startedOn: string | null
  readonly restingSince: string | null
  readonly restingWhy: string | null
  readonly restingContact: string | null
  readonly wantsBuurtverbinder: boolean | null
  readonly closedByOperator: boolean | null
}

/** The life of a wijk; null when it is not there, or not his to see. */
export async function lifeOf(strapi: Core.Strapi, asker: Asker, wijk: string): Promise<Life | null> {
  if (asker.within && !asker.within.includes(wijk)) return null
  const row = await rowOf(strapi, wijk)
  return row && { ...lifeIn(row, asker), planned: await plannedIn(strapi.db.connection, wijk) }
}

/** Why a site rests, and whom to call about it. */
export interface RestingWords {
  readonly why: unknown
  readonly contact: unknown
}

/** Does one act, with all that follows from it: the site, the trail. Refuses in Dutch. */
export async function actOnLife(
  strapi: Core.Strapi,
  asker: Asker,
  { wijk, act, words }: { wijk: string; act: LifeAct; words: RestingWords },
): Promise<Life> {
  if (asker.within && !asker.within.includes(wijk)) throw forbidden('Dit is niet jouw wijk.')
  return inTransaction(strapi, async ({ trx }) => {
    await lockPeople(strapi, trx)
    await lockDocument(strapi, trx, WIJK, wijk)
    const row = await rowOf(strapi, wijk)
    if (!row) throw refusal('wijk', 'Deze wijk bestaat niet meer.')
    if (!lifeIn(row, asker).acts.includes(act))
      throw WAYS[act].from.includes(row.state)
        ? forbidden('Dit kan alleen een platformbeheerder doen.')
        : refusal('state', 'De wijk staat intussen anders. Ververs de pagina en kijk nog eens.')
    const data = { state: WAYS[act].to, ...follows(act, row, words) }
    await documentsOf(strapi, WIJK).update({ documentId: wijk, data })
    if (act === 'begin') await awaitOpening(trx, wijk)
    return { ...lifeIn((await rowOf(strapi, wijk))!, asker), planned: await plannedIn(trx, wijk) }
  })
}

/** Reads which act is meant; null for what is none. */
export function lifeActIn(value: unknown): LifeAct | null {
  return typeof value === 'string' && Object.hasOwn(WAYS, value) ? (value as LifeAct) : null
}

function follows(act: LifeAct, row: LifeRow, { why, contact }: RestingWords): DocumentData {
  const today = dutchDay(new Date())
  switch (act) {
    case 'begin':
      // What an operator closed, he opens as it was.
      if (!row.closedByOperator) refuseWithoutColofon(row)
      return { startedOn: row.startedOn ?? today, closedByOperator: false }
    case 'pause':
      if (!isFilled(why))
        throw refusal('why', 'Schrijf in een paar zinnen waarom de site rust. Bewoners lezen dat.')
      return { restingSince: today, restingWhy: why, restingContact: isFilled(contact) ? contact : null }
    // What was said of the rest stays, for the next one; the site shows it only while it rests.
    case 'reactivate':
      return { restingSince: null }
    case 'archive':
    case 'reopen':
      return { restingSince: row.restingSince ?? today }
    case 'withdraw':
      return { closedByOperator: true }
  }
}

function refuseWithoutColofon(row: LifeRow): void {
  const lacks = lacksInColofon(row)
  if (lacks.length > 0)
    throw refusal(
      'publisherName',
      `Vul eerst in wie er achter de site zit, bij de gegevens van de wijk. Nu ontbreekt: ${new Intl.ListFormat('nl').format(lacks)}. Dat moet van de wet op elke site staan. Sla het op en open de site dan.`,
    )
}

function lifeIn(row: LifeRow, { editor }: Asker): Omit<Life, 'planned'> {
  const isClosed = row.state === 'draft' && (row.closedByOperator ?? false)
  const may = (act: LifeAct, { by }: Way) =>
    editor === null ||
    (by === 'editors' && editor.abilities.has('describeWijk') && !(act === 'begin' && isClosed))
  return {
    state: row.state,
    acts: (Object.entries(WAYS) as [LifeAct, Way][]).flatMap(([act, way]) =>
      way.from.includes(row.state) && may(act, way) ? [act] : [],
    ),
    since: row.restingSince,
    why: row.restingWhy ?? '',
    contact: row.restingContact ?? '',
    wantsBuurtverbinder: row.wantsBuurtverbinder ?? false,
    isClosedByOperator: isClosed,
    lacks: lacksInColofon(row),
  }
}

async function rowOf(strapi: Core.Strapi, documentId: string): Promise<LifeRow | null> {
  return (await strapi.db.query(WIJK).findOne({ where: { documentId } })) as LifeRow | null
}
