import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'
import { seedOf } from './tests/support/random.ts'

const exclude = ['**/node_modules/**', '**/dist/**']
/** What only PostgreSQL has. */
const postgresAlone = 'tests/**/*.postgres.test.ts'
/** `TEST_DATABASE=postgres`: every journey runs on PostgreSQL. Otherwise on SQLite, and a telling few on both. */
const isOnPostgres = process.env.TEST_DATABASE === 'postgres'
const onBoth = ['tests/cms/{crash,current-wijk}.test.ts', 'tests/journeys/publish.test.ts', postgresAlone]

/** Vitest waits a second by itself: what is slow on a busy machine is not wrong. */
const expect = { poll: { timeout: 25_000 } }

const journeys = {
  globalSetup: ['tests/support/set-up.ts'],
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect,
}
const journeysOnPostgres = {
  ...journeys,
  globalSetup: [...journeys.globalSetup, 'tests/support/set-up-postgres.ts'],
  env: { TEST_DATABASE: 'postgres' },
}

// The processes that run the tests inherit it, so that all of a run go by one.
process.env['TEST_SEED'] = String(seedOf('TEST_SEED'))

export default defineConfig({
  test: {
    // Real servers and a browser share the machine. Three on two processors, because journeys also wait, for a gap or a clock.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,sites,scripts,demo}/**/*.test.ts', 'tests/architecture/*.test.ts'],
          exclude,
          setupFiles: ['tests/support/repeatable-properties.ts'],
          // They hold nothing that another file could meet: a process for each would cost more than most of them.
          isolate: false,
          // Some write thousands of files, on a disk that others use as well.
          testTimeout: 30_000,
          expect,
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
