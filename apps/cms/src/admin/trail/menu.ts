import { Clock } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In the menu of operators and coaches. */
export const trailLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/wie-deed-wat',
  icon: Clock,
  intlLabel: { id: 'wijkpers.trail.title', defaultMessage: 'Wie deed wat' },
  Component: async () => import('./TrailPage.tsx'),
  permissions: [{ action: 'admin::trail.read', subject: null }],
  position: 5,
}
