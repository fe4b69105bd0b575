import type { Core } from '@strapi/strapi'
import { NEW_PASSWORD } from '../src/mail/strapi-mail.ts'
import { required } from '../src/settings/required.ts'

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: required('ADMIN_JWT_SECRET'),
    // Strapi itself does so in production only.
    ...(env('ADMIN_URL')?.startsWith('https:') ? { cookie: { secure: true } } : {}),
  },
  apiToken: { salt: required('API_TOKEN_SALT') },
  transfer: { token: { salt: required('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: required('ENCRYPTION_KEY') },
  serveAdminPanel: env.bool('SERVE_ADMIN', true),
  preview: { enabled: false, config: { handler: () => undefined } },
  ai: { enabled: false },
  // Strapi's type says a string; its code wants the parts.
  forgotPassword: { emailTemplate: NEW_PASSWORD as unknown as string },
  flags: { nps: false, promoteEE: false, docLinks: false },
})
