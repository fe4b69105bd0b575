/** Takes the CMS's content from SQLite to an empty PostgreSQL, and shows that nothing was lost. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builds, ensureBuilt } from '../build.ts'
import { connect, withoutPassword } from '../database.ts'
import { type Moved, migrate as moveAll, MovedWrongError } from '../migrate/migrate.ts'
import { openSqlite } from '../migrate/sqlite.ts'
import { SettingError, type Settings } from '../settings.ts'
import type { Act, Outcome, World } from './act.ts'

export const migrate: Act = {
  words: '',
  does: 'zet de inhoud over van SQLite naar een lege PostgreSQL (DATABASE_URL)',
  run,
}

async function run({ settings }: World): Promise<Outcome> {
  const { DATABASE_URL: address } = settings.env
  const file = join(settings.data, 'cms', 'data.db')
  if (!address)
    throw new SettingError(
      'Zet eerst DATABASE_URL in .env of in de omgeving: het adres van een lege PostgreSQL-database.',
    )
  if (!existsSync(file)) throw new SettingError(`Er is geen SQLite-database om over te zetten: ${file}.`)
  await refuseWhileRunning(settings)
  const source = openSqlite(file)
  const client = await connect(address)
  try {
    await ensureBuilt(builds.cms)
    const moved = await moveAll(source, client, settings.env)
    return {
      exit: 0,
      data: { from: file, to: withoutPassword(address), tables: moved },
      lines: linesOf(moved, file),
    }
  } catch (error) {
    if (!(error instanceof MovedWrongError)) throw error
    return { exit: 1, data: { error: error.message }, lines: [error.message] }
  } finally {
    source.close()
    await client.end()
  }
}

// What is written meanwhile would stay behind.
async function refuseWhileRunning({ cmsUrl }: Settings): Promise<void> {
  const answers = await fetch(`${cmsUrl}/_health`, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  )
  if (answers)
    throw new SettingError(
      `Op ${cmsUrl} draait de redactie-omgeving. Stop die eerst: wat nu gewijzigd wordt, zou achterblijven. De sites blijven online.`,
    )
}

function linesOf(moved: readonly Moved[], file: string): string[] {
  const filled = moved.filter(({ from }) => from.rows > 0)
  const width = Math.max(...filled.map(({ table }) => table.length))
  const rows = filled.reduce((sum, { from }) => sum + from.rows, 0)
  return [
    `${'tabel'.padEnd(width)}  SQLite  PostgreSQL  inhoud (sha256)`,
    ...filled.map(
      ({ table, from, to }) =>
        `${table.padEnd(width)}  ${String(from.rows).padStart(6)}  ${String(to.rows).padStart(10)}  ${from.hash.slice(0, 16)} = ${to.hash.slice(0, 16)}`,
    ),
    '',
    `Alles is over en gelijk: ${rows} rijen in ${filled.length} tabellen; ${moved.length - filled.length} tabellen zijn aan beide kanten leeg.`,
    `Foto's en geheimen blijven waar ze zijn. ${file} is niet veranderd en wordt niet meer gebruikt: bewaar het tot je zeker bent.`,
    'Start Wijkpers nu met deze DATABASE_URL. De sites veranderen niet.',
  ]
}
