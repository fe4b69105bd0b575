import type { Core } from '@strapi/strapi'
import { isPostgres, type Queries } from '../database/transaction.ts'

/** Where a publisher listens (apps/publisher/src/intake/listen.ts); what is said there is the documentId of a wijk. */
const CHANNEL = 'wijkpers_wanted'

/**
 * On PostgreSQL a hint goes with the transaction itself: who listens hears it at the commit, and never when there was none.
 * It is sent over HTTP as well, for a publisher that cannot listen.
 */
export async function notifyRaised(strapi: Core.Strapi, trx: Queries, wijk: string): Promise<void> {
  if (isPostgres(strapi)) await trx.raw('select pg_notify(?, ?)', [CHANNEL, wijk])
}
