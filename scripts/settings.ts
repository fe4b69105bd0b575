/** The settings of a whole installation: environment, then `.env`, then what the first start made. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { syncFolderNow } from '@wijkpers/releases/sync-folder'

/** A setting is wrong; the message is a sentence for the operator. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** There is no installation in the folder that the settings name; the message is a sentence for the operator. */
export class NoInstallationError extends Error {
  override readonly name = 'NoInstallationError'
}

/** The root of the checkout. */
export const root = resolve(import.meta.dirname, '..')

export interface Settings {
  readonly data: string
  readonly host: string
  readonly ports: { readonly cms: number; readonly sites: number; readonly publisher: number }
  readonly sitesUrl: string
  /** Address of the WebSub hub; null for none. */
  readonly hub: string | null
  readonly isDemo: boolean
  readonly cmsUrl: string
  readonly cmsToken: string
  /** The environment for the processes of this installation. */
  readonly env: NodeJS.ProcessEnv
}

const secretNames = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'CMS_TOKEN',
  'HINT_SECRET',
  'PREVIEW_SECRET',
] as const

/**
 * Reads the settings and makes the data folder with its secrets. `given` goes over the environment, and then nothing comes from a file: a
 * test or bench never publishes where the operator does. Throws SettingError.
 */
export function readSettings(given?: NodeJS.ProcessEnv): Settings {
  return settingsWith(madeSecrets, given)
}

/** The same for who asks something of an installation that is there: nothing is made. Throws NoInstallationError and SettingError. */
export function readSettingsOfInstallation(): Settings {
  return settingsWith(foundSecrets)
}

function settingsWith(
  secretsIn: (data: string, env: NodeJS.ProcessEnv) => Record<string, string>,
  given?: NodeJS.ProcessEnv,
): Settings {
  const env = withoutEmpty({ ...(given ?? inFile(process.env.WIJKPERS_ENV_FILE)), ...process.env, ...given })
  const data = resolve(root, env.WIJKPERS_DATA ?? '.data')
  const ports = {
    cms: port(env, 'CMS_PORT', 1337),
    sites: port(env, 'SITES_PORT', 8080),
    publisher: port(env, 'PUBLISHER_PORT', 8081),
  }
  if (new Set(Object.values(ports)).size < 3)
    throw new SettingError(`CMS_PORT, SITES_PORT en PUBLISHER_PORT moeten drie verschillende poorten zijn.`)
  const host = env.HOST ?? '127.0.0.1'
  const sitesUrl = env.SITES_URL ?? `http://{slug}.localhost:${ports.sites}`
  if (!/^https?:\/\/\{slug\}\.[a-z0-9.-]+(:\d+)?\/?$/.test(sitesUrl))
    throw new SettingError(
      `SITES_URL is ‘${sitesUrl}’; verwacht: een adres met {slug}, zoals http://{slug}.localhost:8080.`,
    )
  if (env.DATABASE_URL && !isPostgresAddress(env.DATABASE_URL))
    throw new SettingError(
      'DATABASE_URL is geen adres van PostgreSQL; verwacht: zoiets als postgres://wijkpers:wachtwoord@127.0.0.1:5432/wijkpers.',
    )
  if (env.SMTP_URL && !/^smtps?:\/\/[^/]+/.test(env.SMTP_URL))
    throw new SettingError(
      'SMTP_URL is geen adres van een mailserver; verwacht: zoiets als smtp://naam:wachtwoord@mail.example.org:587.',
    )
  const isProduction = env.NODE_ENV === 'production'
  const demo = env.WIJKPERS_DEMO ?? (isProduction ? '0' : '1')
  if (demo !== '0' && demo !== '1') throw new SettingError(`WIJKPERS_DEMO is ‘${demo}’; verwacht: 0 of 1.`)
  const secrets = secretsIn(data, env)
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const cmsUrl = env.CMS_URL ?? `http://${local}:${ports.cms}`
  return {
    data,
    host,
    ports,
    sitesUrl,
    hub: env.WEBSUB_HUB ?? null,
    isDemo: demo === '1',
    cmsUrl,
    cmsToken: secrets.CMS_TOKEN!,
    env: {
      ...env,
      ...secrets,
      // What it says is here already.
      WIJKPERS_ENV_FILE: 'none',
      HOST: host,
      WIJKPERS_DATA: data,
      WIJKPERS_DEMO: demo,
      SITES_URL: sitesUrl,
      CMS_PORT: String(ports.cms),
      SITES_PORT: String(ports.sites),
      PUBLISHER_PORT: String(ports.publisher),
      CMS_URL: cmsUrl,
      PUBLISHER_URL: env.PUBLISHER_URL ?? `http://${local}:${ports.publisher}`,
      FILES_URL: env.FILES_URL ?? `http://${local}:${ports.sites}`,
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  }
}

/** The settings in a file: `.env` when no other is named, and that one may be absent. */
function inFile(named: string | undefined): NodeJS.ProcessEnv {
  if (named === 'none') return {}
  const file = resolve(root, named || '.env')
  if (!named && !existsSync(file)) return {}
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new SettingError(`De instellingen in ${file} zijn niet te lezen (${(cause as Error).message}).`, {
      cause,
    })
  }
}

/** An empty setting is one that was not given. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

function isPostgresAddress(text: string): boolean {
  return /^postgres(ql)?:/.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1
}

// Part by part: node's own recursive way never ends below a folder such as /proc, where nothing can be made.
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process that starts made it just now.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  syncFolderNow(dirname(path))
}

function port(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name] ?? String(fallback)
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < 1 || value > 65_535)
    throw new SettingError(`${name} is ‘${text}’; verwacht: een poort van 1 tot en met 65535.`)
  return value
}

function madeSecrets(data: string, env: NodeJS.ProcessEnv): Record<string, string> {
  try {
    makeFolder(data)
    return withGiven(keptSecrets(join(data, 'secrets.json')), env)
  } catch (cause) {
    if (cause instanceof SettingError) throw cause
    const why = (cause as Error).message
    throw new SettingError(
      `De map ${data} is niet te gebruiken (${why}). Kies met WIJKPERS_DATA een map waarin je mag schrijven.`,
      { cause },
    )
  }
}

function foundSecrets(data: string, env: NodeJS.ProcessEnv): Record<string, string> {
  const file = join(data, 'secrets.json')
  if (secretNames.every((name) => env[name])) return withGiven({}, env)
  const other = `Geef met WIJKPERS_DATA de goede map, of start Wijkpers (npm start): dat maakt er een.`
  try {
    const kept = readSecrets(file)
    if (kept) return withGiven(completed(kept), env)
  } catch (cause) {
    if (cause instanceof SettingError) throw cause
    const why = (cause as Error).message
    throw new SettingError(`De geheimen in ${file} zijn niet te lezen (${why}).`, { cause })
  }
  throw new NoInstallationError(`Er is geen Wijkpers in ${data}. ${other}`)
}

/** Secrets given by the environment go before those of the file, and are never written to it. */
function withGiven(kept: Record<string, string>, env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(secretNames.map((name) => [name, env[name] ?? kept[name]!]))
}

/** Null for none. An empty file, which is what a power cut can leave, holds none. */
function readSecrets(file: string): Record<string, string> | null {
  const text = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', '').trim() : ''
  if (text === '') return null
  try {
    return JSON.parse(text) as Record<string, string>
  } catch (cause) {
    throw new SettingError(
      `De geheimen in ${file} zijn niet te lezen (${(cause as Error).message}). Zet dit bestand terug uit de reservekopie. Is die er niet, haal het dan weg: er komen nieuwe geheimen, en iedereen logt opnieuw in.`,
      { cause },
    )
  }
}

/** All secrets. One that came later follows from those that were there, so that whoever makes it makes the same. */
function completed(kept: Record<string, string> | null): Record<string, string> {
  const missing = secretNames.filter((name) => !kept?.[name])
  const seed = kept && Object.keys(kept).length > 0 ? JSON.stringify(kept) : randomBytes(32).toString('hex')
  const added = missing.map((name) => [name, createHmac('sha256', seed).update(name).digest('hex')] as const)
  return { ...kept, ...Object.fromEntries(added) }
}

/** The secrets of a file. Several processes may start at the same moment, and all get the same; who has them has them after a power cut too. */
function keptSecrets(file: string): Record<string, string> {
  const kept = readSecrets(file)
  if (kept && secretNames.every((name) => kept[name])) return kept
  const made = completed(kept)
  const aside = `${file}.${process.pid}.tmp`
  writeAndSync(aside, `${JSON.stringify(made, null, 2)}\n`)
  if (kept) {
    renameSync(aside, file)
    syncFolderNow(dirname(file))
    return made
  }
  try {
    if (existsSync(file) && !readSecrets(file)) rmSync(file, { force: true })
    // Whole or not at all, and only for the first.
    linkSync(aside, file)
    syncFolderNow(dirname(file))
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return keptSecrets(file)
    // A file system without links.
    renameSync(aside, file)
    syncFolderNow(dirname(file))
    return made
  } finally {
    rmSync(aside, { force: true })
  }
}

function writeAndSync(file: string, text: string): void {
  const opened = openSync(file, 'w', 0o600)
  try {
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  chmodSync(file, 0o600)
}
