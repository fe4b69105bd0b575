/** The bench's pages as a format for the publisher's renderer. */
import { renderer } from '@wijkpers/site/renderer'
import { defineConfig } from 'astro/config'
import { benchFormat } from './astro.format.ts'

export default defineConfig({
  ...benchFormat,
  outDir: `./dist/.building-${process.pid}`,
  integrations: [renderer({ out: new URL('./dist/format/', import.meta.url) })],
})
