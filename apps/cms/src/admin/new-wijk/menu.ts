import { Plus } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In the menu of operators only. */
export const newWijkLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/nieuwe-wijk',
  icon: Plus,
  intlLabel: { id: 'wijkpers.newWijk.title', defaultMessage: 'Nieuwe wijk' },
  Component: async () => import('./NewWijkPage.tsx'),
  permissions: [{ action: 'admin::users.read', subject: null }],
  position: 3.5,
}
