import { Mail } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In the menu of operators only. */
export const outboxLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/verzonden-mail',
  icon: Mail,
  intlLabel: { id: 'wijkpers.outbox.title', defaultMessage: 'Verzonden mail' },
  Component: async () => import('./OutboxPage.tsx'),
  permissions: [{ action: 'admin::users.read', subject: null }],
  position: 6,
}
