import type { Core } from '@strapi/strapi'
import { settingsOf } from '../settings/settings.ts'

/** The public address of a wijk's site, without a slash at the end. */
export function siteAddress(strapi: Core.Strapi, wijk: { slug: string; domain: string | null }): string {
  if (wijk.domain) return `https://${wijk.domain}`
  return settingsOf(strapi).sitesUrl.replace('{slug}', wijk.slug).replace(/\/$/, '')
}
