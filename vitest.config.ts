import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**']
/** What only PostgreSQL has. */
const postgresAlone = 'tests/**/*.postgres.test.ts'
/** `TEST_DATABASE=postgres`: every journey runs on PostgreSQL. Otherwise on SQLite, and a telling few on both. */
const isOnPostgres = process.env.TEST_DATABASE === 'postgres'
const onBoth = ['tests/cms/{crash,current-wijk}.test.ts', 'tests/journeys/publish.test.ts', postgresAlone]

const journeys = {
  globalSetup: ['tests/support/set-up.ts'],
  testTimeout: 120_000,
  hookTimeout: 180_000,
}
const journeysOnPostgres = {
  ...journeys,
  globalSetup: [...journeys.globalSetup, 'tests/support/set-up-postgres.ts'],
  env: { TEST_DATABASE: 'postgres' },
}

export default defineConfig({
  test: {
    // Real servers and a browser share the machine.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,sites,scripts,demo}/**/*.test.ts', 'tests/architecture/*.test.ts'],
          exclude,
          // Some write thousands of files, on a disk that others use as well.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...(isOnPostgres ? journeysOnPostgres : journeys),
          name: 'journeys',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/architecture/**', ...(isOnPostgres ? [] : [postgresAlone])],
        },
      },
      ...(isOnPostgres
        ? []
        : [{ test: { ...journeysOnPostgres, name: 'postgres', include: onBoth, exclude } }]),
    ],
  },
})
