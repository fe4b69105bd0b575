import { User } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

/** In the menu of whoever may invite. */
export const peopleLink: Parameters<StrapiApp['addMenuLink']>[0] = {
  to: '/mensen',
  icon: User,
  intlLabel: { id: 'wijkpers.people.title', defaultMessage: 'Mensen' },
  Component: async () => import('./PeoplePage.tsx'),
  permissions: [{ action: 'admin::people.invite', subject: null }],
  position: 3,
}
