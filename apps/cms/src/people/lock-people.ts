import type { Core } from '@strapi/strapi'
import { lockDocument, type Queries } from '../database/transaction.ts'

/**
 * Keeps others from changing accounts, invitations and who works for which wijk until the transaction ends. What is decided by all of them
 * (whether a wijk has keepers enough, whose a link is to hand over) would be decided by what two acts at once both still saw. To
 * be taken before the first write and before the lock of a document, so that nobody waits for it with a row that its owner waits for.
 */
export async function lockPeople(strapi: Core.Strapi, trx: Queries): Promise<void> {
  await lockDocument(strapi, trx, 'people', 'all')
}
