/**
 * **Current wijk**: the one in which somebody of several wijken works now: lists show it, and what is new goes there.
 * None chosen: all of his own. Remembered here, not in a browser, so that it is the same on his phone and at his desk.
 *
 * **Sender**: the organisation of a professional as it is known in one wijk; what he makes there belongs to it, unless
 * he chooses another.
 *
 * **Invitation**: until when the link of somebody who was invited is good; Strapi's own links never end.
 *
 * **Proven address**: whoever has the account has the mailbox too: he chose his password by a link that was mailed there, and that nobody
 * else was given. **Waiting join**: a wijk that an account without one belongs to as soon as it is proven.
 */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

// By the name that Strapi's queries know: their columns are in its spelling.
export const PEOPLE_SETTINGS = 'wijkpers::person-setting'
export const SENDERS = 'wijkpers::sender'

export const INVITATIONS = 'invitations'

export const PROVEN_ADDRESSES = 'proven_addresses'

export const WAITING_JOINS = 'waiting_joins'

/** One row per account that was invited. */
export interface InvitationRow {
  /** Number of the account. */
  readonly person: number
  /** ISO in UTC. */
  readonly expires_at: string
  readonly invited_by: string
  /** The address that it is for; null for one from before that was kept. */
  readonly email: string | null
  /** Nobody was given the link to hand over. */
  readonly is_mailed_only: boolean | number | null
  /** The account came to be by it: it goes with an invitation that is withdrawn. Null for one from before that was kept. */
  readonly made_account: boolean | number | null
}

/** One row per account. */
export interface ProvenAddressRow {
  readonly person: number
  readonly email: string
}

/** One row per account and wijk. */
export interface WaitingJoinRow {
  readonly person: number
  /** documentId. */
  readonly wijk: string
  /** ISO in UTC. */
  readonly expires_at: string
}

/** One row per account that ever chose. */
export interface PersonSetting {
  /** Number of the account. */
  readonly person: number
  /** documentId of the current wijk. */
  readonly currentWijk: string | null
}

/** One row per professional and wijk. */
export interface Sender {
  readonly person: number
  readonly wijk: string
  /** documentId of the organisation. */
  readonly organisation: string
}

/** Makes the tables part of Strapi's schema; to be called while registering. */
export function registerPeopleTables(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'person-setting',
    table: 'person_settings',
    columns: {
      person: 'integer',
      currentWijk: 'string',
    },
    indexes: [{ name: 'person_settings_person', columns: ['person'], type: 'unique' }],
  })
  addTable(strapi, {
    name: 'sender',
    table: 'person_senders',
    columns: {
      person: 'integer',
      wijk: 'string',
      organisation: 'string',
    },
    indexes: [{ name: 'person_senders_person', columns: ['person', 'wijk'], type: 'unique' }],
  })
  addTable(strapi, {
    name: 'invitation',
    table: INVITATIONS,
    columns: {
      person: 'integer',
      expires_at: 'string',
      invited_by: 'string',
      email: 'string',
      is_mailed_only: 'boolean',
      made_account: 'boolean',
    },
    indexes: [{ name: 'invitations_person', columns: ['person'], type: 'unique' }],
  })
  addTable(strapi, {
    name: 'proven-address',
    table: PROVEN_ADDRESSES,
    columns: {
      person: 'integer',
      email: 'string',
    },
    indexes: [{ name: 'proven_addresses_person', columns: ['person'], type: 'unique' }],
  })
  addTable(strapi, {
    name: 'waiting-join',
    table: WAITING_JOINS,
    columns: {
      person: 'integer',
      wijk: 'string',
      expires_at: 'string',
    },
    indexes: [{ name: 'waiting_joins_person', columns: ['person', 'wijk'], type: 'unique' }],
  })
}
