/**
 * **Mail**: a letter that waits in a table, written in the transaction of the act that is its reason, and sent after that was
 * committed: an act never waits for a mail server, and no mail is lost or sent for nothing. **Outbox**: that table as an operator sees it.
 *
 * States: `waiting`, until it is `sent` or, after several tries, `failed`. Without a mail server it is `kept`: it stands in the outbox
 * and goes nowhere.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

export const MAILS = 'mails'

export type MailState = 'waiting' | 'sent' | 'failed' | 'kept'

/** One letter. Moments are ISO in UTC. */
export interface MailRow {
  readonly id: number
  readonly at: string
  readonly recipient: string
  readonly subject: string
  /** Plain text; null once it was sent: links in it are nobody else's business. */
  readonly body: string | null
  /** What it is about, with the address: two letters about the same within the hour are one. Null for one that stands alone. */
  readonly about: string | null
  readonly state: MailState
  readonly tries: number
  readonly next_try_at: string | null
  readonly error: string | null
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerMailTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'mail',
    table: MAILS,
    columns: {
      at: 'string',
      recipient: 'string',
      subject: 'text',
      body: 'text',
      about: 'string',
      state: 'string',
      tries: 'integer',
      next_try_at: 'string',
      error: 'text',
    },
    indexes: [
      { name: 'mails_state', columns: ['state', 'next_try_at'] },
      { name: 'mails_about', columns: ['about'] },
    ],
  })
}
