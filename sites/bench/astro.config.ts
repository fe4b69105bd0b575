/** The bench's pages with plain `astro build`, from the site input in the file WIJKPERS_SITE_INPUT. */
import { readFileSync } from 'node:fs'
import { createSite, provideSite, siteInputFile } from '@wijkpers/content/site'
import { defineConfig } from 'astro/config'
import { benchFormat } from './astro.format.ts'

const file = process.env['WIJKPERS_SITE_INPUT']
// `astro check` comes here too, without content.
const input = file === undefined ? null : siteInputFile.parse(JSON.parse(readFileSync(file, 'utf8')))
if (input) provideSite(createSite(input))

export default defineConfig({
  ...benchFormat,
  site: input?.siteUrl ?? 'http://wijk.example',
  outDir: './dist/site',
})
