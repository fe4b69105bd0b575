/** The site format as a renderer for all wijken: `pnpm --filter @wijkpers/site build:renderer`. */
import { defineConfig } from 'astro/config'
import { siteFormat } from './astro.format.ts'
import { statementAge } from './integrations/statement-age.ts'
import { renderer } from './renderer/integration.ts'

export default defineConfig({
  ...siteFormat,
  // The builds of two processes must not meet; the finished format goes to dist/format in one step.
  outDir: `./dist/.building-${process.pid}`,
  integrations: [renderer({ out: new URL('./dist/format/', import.meta.url) }), statementAge],
})
