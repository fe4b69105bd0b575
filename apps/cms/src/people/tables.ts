/**
 * **Current wijk**: the one in which somebody of several wijken works now: lists show it, and what is new goes there.
 * None chosen: all of his own. Remembered here, not in a browser, so that it is the same on his phone and at his desk.
 *
 * **Sender**: the organisation of a professional as it is known in one wijk; what he makes there belongs to it, unless
 * he chooses another.
 *
 * **Invitation**: until when somebody who was invited can make his account; Strapi's own links for that never end.
 */
import type { Core } from '@strapi/strapi'

export const PEOPLE_SETTINGS = 'wijkpers::person-setting'

export const SENDERS = 'wijkpers::sender'

export const INVITATIONS = 'invitations'

/** One row per account that was invited. */
export interface InvitationRow {
  /** Number of the account. */
  readonly person: number
  /** ISO in UTC. */
  readonly expires_at: string
  readonly invited_by: string
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
  strapi.get('models').add({
    uid: PEOPLE_SETTINGS,
    singularName: 'person-setting',
    modelName: 'person-setting',
    tableName: 'person_settings',
    attributes: {
      id: { type: 'increments' },
      person: { type: 'integer' },
      currentWijk: { type: 'string' },
    },
    indexes: [{ name: 'person_settings_person', columns: ['person'], type: 'unique' }],
  })
  strapi.get('models').add({
    uid: SENDERS,
    singularName: 'sender',
    modelName: 'sender',
    tableName: 'person_senders',
    attributes: {
      id: { type: 'increments' },
      person: { type: 'integer' },
      wijk: { type: 'string' },
      organisation: { type: 'string' },
    },
    indexes: [{ name: 'person_senders_person', columns: ['person', 'wijk'], type: 'unique' }],
  })
  strapi.get('models').add({
    uid: 'wijkpers::invitation',
    singularName: 'invitation',
    modelName: 'invitation',
    tableName: INVITATIONS,
    attributes: {
      id: { type: 'increments' },
      person: { type: 'integer' },
      expires_at: { type: 'string' },
      invited_by: { type: 'string' },
    },
    indexes: [{ name: 'invitations_person', columns: ['person'], type: 'unique' }],
  })
}
