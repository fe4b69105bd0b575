import type { Core } from '@strapi/strapi'

/** A query builder: the database itself or a transaction in it. */
export type Queries = Core.Strapi['db']['connection']

/** The transaction that a write runs in, with what to do once it has been committed. */
export interface Transaction {
  readonly trx: Queries
  readonly onCommit: (act: () => void) => void
}

/** Runs `act` in the transaction that is already open, or in one of its own. */
export async function inTransaction<T>(
  strapi: Core.Strapi,
  act: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return strapi.db.transaction(({ trx, onCommit }) => act({ trx, onCommit }))
}

/** Runs reads that must agree with each other: all of them see the same moment. */
export async function inSnapshot<T>(strapi: Core.Strapi, act: (queries: Queries) => Promise<T>): Promise<T> {
  return inTransaction(strapi, async ({ trx }) => {
    // SQLite's transactions are snapshots; PostgreSQL's are only when asked, before anything else.
    if (isPostgres(strapi)) await trx.raw('set transaction isolation level repeatable read')
    return act(trx)
  })
}

/** Whether the CMS runs on PostgreSQL; on SQLite otherwise. */
export function isPostgres(strapi: Core.Strapi): boolean {
  return strapi.db.dialect.client === 'postgres'
}

/**
 * Keeps others from writing this document until the transaction ends. Without it two publishes at once leave several live
 * rows on PostgreSQL; SQLite has one connection.
 */
export async function lockDocument(
  strapi: Core.Strapi,
  trx: Queries,
  uid: string,
  documentId: string,
): Promise<void> {
  if (isPostgres(strapi))
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`${uid}:${documentId}`])
}
