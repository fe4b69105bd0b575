/**
 * One wijk as an ordinary Astro project, for `astro dev` and `astro build`.
 *
 * WIJKPERS_SITE_INPUT - path of a JSON file with the site input; without it, the sample wijk
 * WIJKPERS_PHOTOS     - folder that holds the photo files of that input, as `foto/<hash>.webp`
 */
import { createSite, provideSite } from '@wijkpers/content/site'
import { defineConfig } from 'astro/config'
import { siteFormat } from './astro.format.ts'
import { sitePhotos } from './integrations/site-photos.ts'
import { statementAge } from './integrations/statement-age.ts'
import { chosenSite } from './site-input.ts'

const chosen = chosenSite(process.env)
provideSite(createSite(chosen.input))

export default defineConfig({
  ...siteFormat,
  site: chosen.input.siteUrl,
  outDir: './dist/site',
  integrations: [sitePhotos(chosen), statementAge],
})
