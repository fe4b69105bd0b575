import type { Core } from '@strapi/strapi'
import { isSameSecret } from '../settings/secret.ts'
import { settingsOf } from '../settings/settings.ts'

/**
 * Lets only the bearer of CMS_TOKEN reach GraphQL, before a body is read. Strapi asks again further on, through
 * the strategy of src/graphql/token.ts: that one does not depend on how the address was written.
 */
const closedGraphql: Core.MiddlewareFactory = (_, { strapi }) => {
  const { cmsToken } = settingsOf(strapi)
  return async (ctx, next) => {
    // The router matches without regard to case and to a closing slash; so must we.
    if (!/^\/graphql(\/|$)/i.test(ctx.path)) return next()

    const [, token] = /^Bearer (.+)$/.exec(ctx.get('authorization')) ?? []
    if (token === undefined) return ctx.unauthorized('GraphQL needs a bearer token.')
    if (!isSameSecret(token, cmsToken)) return ctx.forbidden('This bearer token does not open GraphQL.')
    ctx.state['showedCmsToken'] = true
    // Strapi would look it up among its own API tokens.
    delete ctx.req.headers.authorization
    return next()
  }
}

export default closedGraphql
