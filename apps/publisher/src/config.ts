/** Environment -> Config, once. Everything else receives what it needs as arguments. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { QuietHours } from './quiet-hours/chores.ts'
import { readTargetSettings, type TargetSettings, TargetSettingsError } from './targets/target-settings.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly cms: { readonly url: string; readonly token: string }
  readonly filesUrl: string
  readonly sitesUrl: string
  /** Address of the WebSub hub; null for none. */
  readonly hub: string | null
  readonly hintSecret: string
  /** Opens drafts to previews, and signs the links to these. */
  readonly previewSecret: string
  /** The CMS's PostgreSQL, to hear its hints; null when it has SQLite. */
  readonly databaseUrl: string | null
  readonly targets: TargetSettings
  /** Null: the machine's clock. */
  readonly fixedNow: Date | null
  /** When the publisher may do what nobody waits for. */
  readonly quietHours: QuietHours
  /** How long earlier releases stay. */
  readonly keep: { readonly keepReleases: number; readonly keepMs: number }
  readonly folders: {
    /** Disposable: photos, receipts and notes of targets. */
    readonly publisher: string
    readonly releases: string
    readonly previews: string
    /** What `build:renderer` of the site format wrote last. */
    readonly siteFormat: string
  }
}

const port = z.coerce.number().int().min(1).max(65_535)
const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PUBLISHER_PORT: port.default(8081),
  CMS_URL: z.url().default('http://127.0.0.1:1337'),
  FILES_URL: z.url().default('http://127.0.0.1:8080'),
  SITES_URL: z
    .string()
    .regex(
      /^https?:\/\/\{slug\}\.[a-z0-9.-]+(:\d+)?\/?$/,
      'expected an address such as http://{slug}.localhost:8080',
    )
    .default('http://{slug}.localhost:8080'),
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
  WIJKPERS_DATA: z.string().default('.data'),
  WIJKPERS_NOW: z.iso.datetime({ offset: true }).optional(),
  QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-4])-([01]?\d|2[0-4])$/, 'expected two hours such as 1-6')
    .default('1-6'),
  KEEP_RELEASES: z.coerce.number().int().min(2).default(20),
  KEEP_DAYS: z.coerce.number().min(1).default(30),
  CMS_TOKEN: z.string().min(16, 'expected a secret of at least 16 characters'),
  DATABASE_URL: z.string().optional(),
  SITE_FORMAT: z.string().optional(),
  HINT_SECRET: z.string().min(16, 'expected a secret of at least 16 characters'),
  PREVIEW_SECRET: z.string().min(16, 'expected a secret of at least 16 characters'),
})

/** A setting is missing or wrong; the message names it and says what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The configuration in `all`; an empty setting is one that was not given. Throws ConfigError. */
export function readConfig(all: NodeJS.ProcessEnv): Config {
  const env = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
  const result = environment.safeParse(env)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`A setting is wrong. ${problems.join('; ')}`)
  }
  const set = result.data
  const data = resolve(set.WIJKPERS_DATA)
  return {
    host: set.HOST,
    port: set.PUBLISHER_PORT,
    cms: { url: set.CMS_URL, token: set.CMS_TOKEN },
    filesUrl: set.FILES_URL,
    sitesUrl: set.SITES_URL,
    hub: set.WEBSUB_HUB ?? null,
    hintSecret: set.HINT_SECRET,
    previewSecret: set.PREVIEW_SECRET,
    databaseUrl: set.DATABASE_URL ?? null,
    quietHours: hoursOf(set.QUIET_HOURS),
    keep: { keepReleases: set.KEEP_RELEASES, keepMs: set.KEEP_DAYS * 24 * 60 * 60 * 1000 },
    targets: targetsIn(env),
    fixedNow: set.WIJKPERS_NOW ? new Date(set.WIJKPERS_NOW) : null,
    folders: {
      publisher: join(data, 'publisher'),
      releases: join(data, 'releases'),
      previews: join(data, 'previews'),
      siteFormat: set.SITE_FORMAT
        ? resolve(set.SITE_FORMAT)
        : fileURLToPath(new URL('../../../sites/wijk/dist/format', import.meta.url)),
    },
  }
}

function hoursOf(text: string): QuietHours {
  const [from = 0, until = 0] = text.split('-').map(Number)
  return { from, until }
}

function targetsIn(env: NodeJS.ProcessEnv): TargetSettings {
  try {
    return readTargetSettings(env)
  } catch (cause) {
    if (cause instanceof TargetSettingsError)
      throw new ConfigError(`A setting is wrong. ${cause.message}`, { cause })
    throw cause
  }
}
