/** The programs of an installation, as Node runs them: each by its own file, in its own folder of the checkout. */
export const programs = {
  cms: { cwd: 'apps/cms', args: ['scripts/serve.cjs'] },
  publisher: { cwd: 'apps/publisher', args: ['src/main.ts'] },
  files: { cwd: 'apps/file-server', args: ['src/main.ts'] },
} as const
