import type { Core } from '@strapi/strapi'

/** What the environment decides about Wijkpers itself; Strapi's own settings are in config/. */
export interface Settings {
  /** Demo accounts are made on the first start; otherwise a one-time link is printed. */
  readonly isDemo: boolean
  /** Bearer token of the closed GraphQL. */
  readonly cmsToken: string
  /** Signs the hints to the publisher. */
  readonly hintSecret: string
  /** Opens drafts to whoever renders a preview. */
  readonly previewSecret: string
  readonly publisherUrl: string
  /** Address of a site, with `{slug}` for the wijk. */
  readonly sitesUrl: string
  /** E-mail address of the first operator, who is made by the one-time link. */
  readonly operatorEmail: string
  /** Where people find the admin panel, without a slash at the end; null for where it listens. For links in letters. */
  readonly adminUrl: string | null
  /** The mail server, `smtp://user:password@host:port`; null for none: then letters stay in the outbox. */
  readonly smtpUrl: string | null
  /** Who letters are from: `Wijkpers <wijkpers@example.org>`. */
  readonly mailFrom: string
  /** How long it is kept who did what, in days. */
  readonly trailDays: number
}

/** The settings of this CMS, read once by config/wijkpers.ts. */
export function settingsOf(strapi: Core.Strapi): Settings {
  return strapi.config.get<Settings>('wijkpers')
}
