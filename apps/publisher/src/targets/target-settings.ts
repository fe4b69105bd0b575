/** Which targets there are, from the environment: where wijken go that say nothing else, and how to reach each. */
import { CDNS, type Cdn } from '@wijkpers/releases'
import { z } from 'zod'

export const TARGET_NAMES = ['embedded', 'netlify', 's3'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

/** The names in a setting such as `embedded, netlify`, each once; null when one is not known. */
export function parseTargets(text: string): readonly TargetName[] | null {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const known = names.filter((name): name is TargetName => (TARGET_NAMES as readonly string[]).includes(name))
  return known.length === names.length && known.length > 0 ? [...new Set(known)] : null
}

export interface TargetSettings {
  /** Where every wijk goes that has no targets of its own. */
  readonly standard: readonly TargetName[]
  readonly netlify: NetlifySettings | null
  readonly s3: S3Settings | null
  readonly cdn: CdnSettings | null
  /** How long a wijk stays where it leaves, after it was seen at all of its targets; milliseconds. */
  readonly moveGraceMs: number
}

export interface NetlifySettings {
  readonly token: string
  readonly via: 'digest' | 'cli'
  readonly team: string | null
  readonly prefix: string
  readonly apiUrl: string
  readonly sitesUrl: string | null
  readonly perMinute: number
  readonly perDay: number
}

export interface S3Settings {
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly prefix: string
  readonly proofUrl: string | null
}

export interface CdnSettings {
  readonly name: Exclude<Cdn, 'none'>
  /** Zone, service or pull zone. */
  readonly id: string
  readonly token: string
  readonly apiUrl: string | null
}

const optional = z.string().trim().min(1).optional()
const address = z.url().optional()
const count = z.coerce.number().int().min(1)

const environment = z.object({
  TARGETS: z.string().default('embedded'),
  MOVE_GRACE_HOURS: z.coerce.number().min(0).default(24),
  NETLIFY_AUTH_TOKEN: optional,
  NETLIFY_VIA: z.enum(['digest', 'cli']).default('digest'),
  NETLIFY_TEAM: optional,
  NETLIFY_SITE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,20}$/, 'expected at most 20 lower case letters, digits and hyphens')
    .default('wijk-'),
  NETLIFY_API_URL: z.url().default('https://api.netlify.com/api/v1'),
  NETLIFY_SITES_URL: optional,
  // What Netlify lets an account do: read in July 2026 in what others quote of its documentation and in answers of its staff; others can
  // be agreed with them.
  NETLIFY_DEPLOYS_PER_MINUTE: count.default(3),
  NETLIFY_DEPLOYS_PER_DAY: count.default(100),
  S3_BUCKET_URL: address,
  S3_REGION: z.string().trim().default('us-east-1'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_PREFIX: z.string().default(''),
  S3_PROOF_URL: optional,
  CDN: z.enum(CDNS).default('none'),
  CDN_ID: optional,
  CDN_TOKEN: optional,
  CDN_API_URL: address,
})

/** Part of the environment is wrong; each problem names the setting. */
export class TargetSettingsError extends Error {
  override readonly name = 'TargetSettingsError'
}

/** The targets in `env`, in which nothing is empty. Throws TargetSettingsError. */
export function readTargetSettings(env: NodeJS.ProcessEnv): TargetSettings {
  const result = environment.safeParse(env)
  if (!result.success)
    throw new TargetSettingsError(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  const set = result.data
  const standard = parseTargets(set.TARGETS)
  if (!standard) throw new TargetSettingsError(`TARGETS: expected one or more of ${TARGET_NAMES.join(', ')}`)
  const settings: TargetSettings = {
    standard,
    moveGraceMs: set.MOVE_GRACE_HOURS * 60 * 60 * 1000,
    netlify: set.NETLIFY_AUTH_TOKEN
      ? {
          token: set.NETLIFY_AUTH_TOKEN,
          via: set.NETLIFY_VIA,
          team: set.NETLIFY_TEAM ?? null,
          prefix: set.NETLIFY_SITE_PREFIX,
          apiUrl: set.NETLIFY_API_URL.replace(/\/$/, ''),
          sitesUrl: set.NETLIFY_SITES_URL ?? null,
          perMinute: set.NETLIFY_DEPLOYS_PER_MINUTE,
          perDay: set.NETLIFY_DEPLOYS_PER_DAY,
        }
      : null,
    s3: set.S3_BUCKET_URL
      ? {
          url: set.S3_BUCKET_URL,
          region: set.S3_REGION,
          accessKeyId: needed(set.S3_ACCESS_KEY_ID, 'S3_ACCESS_KEY_ID', 'S3_BUCKET_URL'),
          secretAccessKey: needed(set.S3_SECRET_ACCESS_KEY, 'S3_SECRET_ACCESS_KEY', 'S3_BUCKET_URL'),
          prefix: set.S3_PREFIX,
          proofUrl: set.S3_PROOF_URL ?? null,
        }
      : null,
    cdn:
      set.CDN === 'none'
        ? null
        : {
            name: set.CDN,
            id: needed(set.CDN_ID, 'CDN_ID', 'CDN'),
            token: needed(set.CDN_TOKEN, 'CDN_TOKEN', 'CDN'),
            apiUrl: set.CDN_API_URL ?? null,
          },
  }
  if (standard.includes('netlify') && !settings.netlify)
    throw new TargetSettingsError('NETLIFY_AUTH_TOKEN: needed, because TARGETS has netlify')
  if (standard.includes('s3') && !settings.s3)
    throw new TargetSettingsError('S3_BUCKET_URL: needed, because TARGETS has s3')
  return settings
}

function needed(value: string | undefined, name: string, because: string): string {
  if (value === undefined) throw new TargetSettingsError(`${name}: needed, because ${because} is set`)
  return value
}
