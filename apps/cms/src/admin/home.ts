import { Check, House } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'

type Widgets = Extract<Parameters<StrapiApp['widgets']['register']>[0], (...widgets: never[]) => unknown>

/** Statistics for developers, one's own name, and Strapi's offers: none of them helps an editor today. */
const NOT_HELPFUL = new Set([
  'chart-entries',
  'deploy-now',
  'key-statistics',
  'profile-info',
  'upcoming-releases',
  'assigned',
])

/** The home screen: the editor's wijk first, then what waits to be reviewed, and what was last edited and last published. */
export const homeWidgets: Widgets = (widgets) => [
  {
    id: 'overview',
    pluginId: 'wijkpers',
    icon: House,
    title: { id: 'wijkpers.overview.title', defaultMessage: 'Mijn wijk' },
    component: async () => (await import('./overview/OverviewWidget.tsx')).default,
  },
  {
    id: 'reviews',
    pluginId: 'wijkpers',
    icon: Check,
    title: { id: 'wijkpers.reviews.title', defaultMessage: 'Ingeleverd' },
    component: async () => (await import('./review/ReviewsWidget.tsx')).default,
  },
  ...widgets.filter(({ id }) => !NOT_HELPFUL.has(id)),
]
