/** A PostgreSQL for one test file, where the machine has one: a cluster of its own that takes connections on a free port. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../scripts/wait.ts'
import { freePorts } from './wijkpers.ts'

export interface Postgres extends AsyncDisposable {
  /** For `DATABASE_URL`. */
  readonly url: string
}

/** Where `initdb` and `postgres` are; null when there is none. */
const folder = programs()
export const hasPostgres = folder !== null

function programs(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = (() => {
    try {
      return readdirSync(debian).map((version) => join(debian, version, 'bin'))
    } catch {
      return []
    }
  })()
  for (const bin of [...versions, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']) {
    try {
      execFileSync(join(bin, 'initdb'), ['--version'], { stdio: 'ignore' })
      return bin
    } catch {
      continue
    }
  }
  return null
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`. */
function runAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** Starts it empty; `await using` ends it and removes its data. */
export async function startPostgres(): Promise<Postgres> {
  const bin = folder!
  const [port] = await freePorts(1)
  const data = mkdtempSync(join(tmpdir(), 'wijkpers-postgres-'))
  const user = runAs()
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid!)
  const options = { ...user, cwd: data, stdio: 'ignore' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'wijkpers', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  const settings = ['fsync=off', `unix_socket_directories=${data}`, 'listen_addresses=127.0.0.1']
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options,
  )
  const psql = (database: string, statement: string) =>
    execFileSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'wijkpers', '-d', database, '-c', statement],
      { stdio: 'ignore' },
    )
  await until('PostgreSQL to answer', async () => {
    psql('postgres', 'select 1')
    return Promise.resolve(true)
  })
  psql('postgres', 'create database wijkpers')
  return {
    url: `postgres://wijkpers@127.0.0.1:${port}/wijkpers`,
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
