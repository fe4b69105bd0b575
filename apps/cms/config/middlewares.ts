import type { Core } from '@strapi/strapi'
import { MAX_UPLOAD_BYTES } from '../src/settings/limits.ts'

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      // TLS ends in front of us; whoever puts it there sets HSTS there.
      hsts: false,
      contentSecurityPolicy: {
        useDefaults: true,
        // Text, not lists: Strapi would fill up a list from its own, which lets the whole web in.
        directives: {
          'connect-src': "'self'",
          'font-src': "'self' data:",
          'img-src': "'self' data: blob:",
          'media-src': "'self' data: blob:",
          'style-src': "'self' 'unsafe-inline'",
          upgradeInsecureRequests: null,
        },
      },
      referrerPolicy: { policy: 'same-origin' },
    },
  },
  // Strapi insists on it; no other site calls us from a browser, so no origin is let in.
  { name: 'strapi::cors', config: { origin: [] } },
  'global::closed-graphql',
  'strapi::query',
  'global::remove-temporary-files',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '4mb',
      formLimit: '64kb',
      textLimit: '64kb',
      formidable: {
        maxFileSize: MAX_UPLOAD_BYTES,
        maxTotalFileSize: 4 * MAX_UPLOAD_BYTES,
        maxFiles: 20,
        maxFields: 100,
      },
    },
  },
  'global::sound-requests',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]

export default config
