/** Which wijk `astro dev` and `astro build` show. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { siteInputFile, type SiteInput } from '@wijkpers/content/site'
import { sampleSite } from './sample/site.ts'

export interface ChosenSite {
  readonly input: SiteInput
  /** Folder that holds the files of `input.photos`, as `foto/<hash>.webp`; null when the site has none. */
  readonly photos: string | null
  /** The file the input came from; null for the sample. */
  readonly file: string | null
}

/** The site that WIJKPERS_SITE_INPUT and WIJKPERS_PHOTOS name, otherwise the sample wijk. */
export function chosenSite(env: NodeJS.ProcessEnv): ChosenSite {
  const { WIJKPERS_SITE_INPUT: file, WIJKPERS_PHOTOS: photos } = env
  if (!file) {
    return { input: sampleSite, photos: fileURLToPath(new URL('./sample/', import.meta.url)), file: null }
  }
  return { input: readInput(resolve(file)), photos: photos ? resolve(photos) : null, file: resolve(file) }
}

function readInput(file: string): SiteInput {
  try {
    return siteInputFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`[site] WIJKPERS_SITE_INPUT is ${file}, which holds no site input: ${reason}`, { cause })
  }
}
