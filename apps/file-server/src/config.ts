/** Environment -> Config, once. Everything else receives what it needs as arguments. */
import { join, resolve } from 'node:path'
import { type Cdn, CDNS } from '@wijkpers/releases'
import { parseSitesUrl, type SitesAddress } from './sites-address.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly sites: SitesAddress
  /** The CDN in front of us. */
  readonly cdn: Cdn
  /** Signs the links of previews; null: there are none. */
  readonly previewSecret: string | null
  readonly folders: { readonly releases: string; readonly previews: string; readonly run: string }
}

/** A setting is wrong; the message names it and says what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The configuration in `env`; a setting that is absent or empty has its default. Throws ConfigError. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const portText = env.SITES_PORT || '8080'
  const port = Number(portText)
  if (!/^\d+$/.test(portText) || port < 1 || port > 65_535) {
    throw new ConfigError(`SITES_PORT is "${portText}"; expected a port from 1 to 65535, such as 8080.`)
  }
  const sitesUrl = env.SITES_URL || `http://{slug}.localhost:${port}`
  const sites = parseSitesUrl(sitesUrl)
  if (!sites) {
    throw new ConfigError(
      `SITES_URL is "${sitesUrl}"; expected an address that begins with {slug}., such as http://{slug}.localhost:8080.`,
    )
  }
  const cdn = env.CDN || 'none'
  if (!isCdn(cdn)) throw new ConfigError(`CDN is "${cdn}"; expected one of ${CDNS.join(', ')}.`)
  const data = resolve(env.WIJKPERS_DATA || '.data')
  return {
    host: env.HOST || '127.0.0.1',
    port,
    sites,
    cdn,
    previewSecret: env.PREVIEW_SECRET || null,
    folders: { releases: join(data, 'releases'), previews: join(data, 'previews'), run: join(data, 'run') },
  }
}

function isCdn(text: string): text is Cdn {
  return (CDNS as readonly string[]).includes(text)
}
