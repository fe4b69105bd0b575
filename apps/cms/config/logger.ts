import type { Core } from '@strapi/strapi'

// Strapi's 'info' is some forty lines about migrations on a first start, its 'http' a line per request.
export default ({ env }: Core.Config.Shared.ConfigParams) => ({ level: env('LOG_LEVEL', 'warn') })
