import type { Core } from '@strapi/strapi'
import { required } from '../src/settings/required.ts'
import type { Settings } from '../src/settings/settings.ts'

export default ({ env }: Core.Config.Shared.ConfigParams): Settings => ({
  isDemo: env('WIJKPERS_DEMO', '0') === '1',
  cmsToken: required('CMS_TOKEN'),
  hintSecret: required('HINT_SECRET'),
  previewSecret: required('PREVIEW_SECRET'),
  publisherUrl: env('PUBLISHER_URL', 'http://127.0.0.1:8081'),
  sitesUrl: env('SITES_URL', 'http://{slug}.localhost:8080'),
  adminUrl: env('ADMIN_URL')?.replace(/\/$/, '') || null,
  smtpUrl: env('SMTP_URL') || null,
  mailFrom: env('MAIL_FROM', 'Wijkpers <wijkpers@localhost>'),
  trailDays: env.int('TRAIL_DAYS', 365),
  operatorEmail: env('OPERATOR_EMAIL', 'beheer@wijkpers.local'),
})
