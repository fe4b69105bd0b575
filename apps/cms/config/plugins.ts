import type { Core } from '@strapi/strapi'
import { MAX_IMPORT_BYTES, MAX_UPLOAD_BYTES } from '../src/settings/limits.ts'

const config: Core.Config.Plugin = {
  graphql: {
    enabled: true,
    config: {
      endpoint: '/graphql',
      // Closed: only our own queries exist (src/graphql); generic ones would show drafts and every wijk.
      shadowCRUD: false,
      landingPage: false,
      generateArtifacts: false,
      depthLimit: 12,
      defaultLimit: 100,
      maxLimit: 100,
      apolloServer: {
        // Whoever reaches Apollo has shown the token (src/middlewares/closed-graphql.ts).
        introspection: true,
        includeStacktraceInErrorResponses: false,
        cors: false,
        bodyParserConfig: { enableTypes: ['json'], jsonLimit: MAX_IMPORT_BYTES },
      },
    },
  },
  upload: {
    config: {
      sizeLimit: MAX_UPLOAD_BYTES,
      // The publisher makes the widths a site needs; Strapi only its own thumbnail.
      breakpoints: {},
      security: {
        allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
        deniedTypes: ['image/svg+xml', 'text/html'],
      },
    },
  },
}

export default config
