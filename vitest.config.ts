import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**']

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
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/architecture/**'],
          globalSetup: ['tests/support/set-up.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
