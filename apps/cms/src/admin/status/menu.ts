import { ChartCircle } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In the menu of operators only: nobody else may see who has an account. */
export const statusLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/sites',
  icon: ChartCircle,
  intlLabel: { id: 'wijkpers.status.title', defaultMessage: 'Stand van de sites' },
  Component: async () => import('./StatusPage.tsx'),
  permissions: [{ action: 'admin::users.read', subject: null }],
  position: 4,
}
