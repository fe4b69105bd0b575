import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { keepStatements } from '../src/database/kept-statements.ts'
import { required } from '../src/settings/required.ts'

interface SqliteConnection {
  pragma(statement: string): unknown
  prepare(sql: string): unknown
}

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const url = env('DATABASE_URL')
  return { connection: url ? postgres(url) : sqlite() }
}

function sqlite(): Core.Config.Database<'sqlite'>['connection'] {
  return {
    client: 'sqlite',
    connection: { filename: path.join(required('WIJKPERS_DATA'), 'cms', 'data.db') },
    useNullAsDefault: true,
    pool: {
      // Strapi's transactions assume one connection: SQLite has one writer anyway.
      min: 1,
      max: 1,
      afterCreate(connection, done) {
        const database = connection as SqliteConnection
        database.pragma('journal_mode = WAL')
        // FULL, not WAL's usual NORMAL: "online" has been promised to someone, so it must survive a power cut.
        database.pragma('synchronous = FULL')
        database.pragma('busy_timeout = 5000')
        keepStatements(database)
        done(undefined, connection)
      },
    },
  }
}

type Postgres = Core.Config.Database<'postgres'>['connection']

// `postgres://user:password@host:port/database?sslmode=…`, as everything that speaks PostgreSQL reads it. Strapi's types ask
// for its parts.
function postgres(connectionString: string): Postgres {
  return {
    client: 'postgres',
    connection: { connectionString } as unknown as Postgres['connection'],
    pool: { min: 2, max: 10 },
    acquireConnectionTimeout: 60_000,
  }
}
