/**
 * Content through the CMS: the demo wijken on the first start, and
 * `npm run seed -- --wijk <slug> --pages <n> [--seed <s>]` for a wijk of any size.
 */
import { parseArgs } from 'node:util'
import { createCmsClient, type CmsClient } from '@wijkpers/content/strapi'
import { generateWijk } from '../demo/generate.ts'
import { paperPdf } from '../demo/paper.ts'
import { PICTURE_MAKER, rasterise } from '../demo/pictures.ts'
import type { DemoPhoto } from '../demo/demo-wijk.ts'
import { demoWijken, type DemoEntry, type DemoWijk } from '../demo/wijken.ts'
import { during } from './progress.ts'
import { runMain } from './run-main.ts'
import { readSettings, SettingError } from './settings.ts'

/** Entries that travel to the CMS in one request. */
const BATCH = 250

/** Puts the three demo wijken into the CMS, with dates relative to `now`. What is there already and says the same stays as it is. */
export async function seedDemo(cms: Pick<CmsClient, 'importWijk'>, now: Date): Promise<void> {
  for (const wijk of await demoWijken(now)) await importWijk(cms, wijk)
}

/** Puts one wijk into the CMS, with its pictures, in as few requests as are reasonable. */
export async function importWijk(
  cms: Pick<CmsClient, 'importWijk'>,
  { wijk, entries }: DemoWijk,
): Promise<void> {
  for (let from = 0; from === 0 || from < entries.length; from += BATCH)
    await cms.importWijk({
      wijk,
      entries: await Promise.all(entries.slice(from, from + BATCH).map(withFiles)),
    })
}

async function withFiles(entry: DemoEntry): Promise<object> {
  const photo = 'photo' in entry && entry.photo ? { photo: await photoOf(entry.photo) } : {}
  const pdf = 'pdf' in entry && entry.pdf ? { pdf: fileOf(`${entry.slug}.pdf`, paperPdf(entry.pdf)) } : {}
  return { ...entry, ...photo, ...pdf }
}

const fileOf = (name: string, bytes: Buffer) => ({ name, base64: bytes.toString('base64') })

async function photoOf({ picture, alt }: DemoPhoto): Promise<object> {
  const file = fileOf(`${picture}.jpg`, await rasterise(picture))
  return { file, alt, maker: PICTURE_MAKER, licence: 'ownWork', people: 'nobody' }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { wijk: { type: 'string' }, pages: { type: 'string' }, seed: { type: 'string', default: '1' } },
  })
  const pages = Number(values.pages)
  if (!values.wijk || !Number.isInteger(pages) || pages < 1)
    throw new SettingError('Gebruik: npm run seed -- --wijk <slug> --pages <aantal> [--seed <getal>]')
  const settings = readSettings()
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken, timeoutMs: 300_000 })
  const made = generateWijk({ slug: values.wijk, pages, seed: Number(values.seed), now: new Date() })
  await during(
    `wijk ${values.wijk} vullen`,
    () => importWijk(cms, made),
    () => `${made.entries.length} berichten en pagina’s`,
  )
}

if (import.meta.main) await runMain(main)
