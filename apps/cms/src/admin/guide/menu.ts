import { Question } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In everybody's menu. */
export const guideLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/uitleg',
  icon: Question,
  intlLabel: { id: 'wijkpers.guide.title', defaultMessage: 'Zo werkt het' },
  Component: async () => import('./GuidePage.tsx'),
  permissions: [],
  position: 9,
}
