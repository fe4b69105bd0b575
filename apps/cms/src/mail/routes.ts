import type { Core } from '@strapi/strapi'
import { adminRoutes } from '../routes/admin-routes.ts'
import { settingsOf } from '../settings/settings.ts'
import { MOST_KEPT } from './post.ts'
import { MAILS, type MailRow } from './tables.ts'

/** `GET /wijkpers/mails`: the outbox. Operators only, as every route that is not in the editors' list. */
export function mailRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /mails': async () => {
      const rows = (await strapi.db.connection(MAILS).orderBy('id', 'desc').limit(MOST_KEPT)) as MailRow[]
      return {
        hasServer: settingsOf(strapi).smtpUrl !== null,
        mails: rows.map(({ id, at, recipient, subject, body, state, error, next_try_at }) => ({
          id,
          at,
          to: recipient,
          subject,
          // Somebody else's invitation is his: an operator reads it only where it could not be sent anyway.
          text: state === 'kept' ? body : null,
          state,
          error,
          nextTryAt: next_try_at,
        })),
      }
    },
  })
}
