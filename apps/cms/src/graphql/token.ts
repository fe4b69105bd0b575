import type { Core } from '@strapi/strapi'

const NAME = 'cms-token'

/**
 * Makes CMS_TOKEN a way to log in to GraphQL, and the only one: every resolver asks for this scope, which
 * Strapi's own API tokens do not have.
 */
export function registerTokenStrategy(strapi: Core.Strapi): void {
  strapi.get('auth').register('content-api', {
    name: NAME,
    authenticate: (ctx: { state: Record<string, unknown> }) => ({
      authenticated: ctx.state['showedCmsToken'] === true,
    }),
    verify(_: unknown, config: { scope?: readonly string[] }) {
      if (!config.scope?.includes(NAME)) throw new Error('CMS_TOKEN opens the closed GraphQL only')
    },
  })
}

/** The resolver configuration that lets the bearer of CMS_TOKEN in, and nobody else. */
export const FOR_TOKEN = { auth: { scope: [NAME] } }
