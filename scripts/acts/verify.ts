/** Makes a whole site anew, untracked, and compares it with what is live. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCmsClient } from '@wijkpers/content/strapi'
import { embeddedView } from '@wijkpers/deploy'
import {
  createContentReader,
  createPhotoStore,
  faultsIn,
  hashOfFormat,
  startRenderer,
  verify as verifyWijk,
} from '@wijkpers/publishing'
import { openReader } from '@wijkpers/releases'
import { root, type Settings } from '../settings.ts'
import { type Act, askForFacts, findWijk, heldSentence, type Outcome, type World } from './act.ts'
import { targetLine, type TargetRow } from './targets.ts'

export const verify: Act = {
  words: '<wijk>',
  does: 'maak alles opnieuw en vergelijk met wat online staat',
  run,
}

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id, targets } = await findWijk(settings, slug)
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const reader = openReader(join(settings.data, 'releases'))
  const renderer = await startRenderer({
    folder: formatFolder(settings, reader.current(id)?.format ?? null),
    processes: 1,
  })
  try {
    const { WIJKPERS_NOW } = settings.env
    const verdict = await verifyWijk(id, {
      content: createContentReader(cms),
      renderer,
      target: embeddedView(reader),
      photos: createPhotoStore({
        folder: join(settings.data, 'publisher', 'photos'),
        original: (url) => cms.original(url),
      }),
      sitesUrl: settings.sitesUrl,
      hub: settings.hub,
      now: () => (WIJKPERS_NOW ? new Date(WIJKPERS_NOW) : new Date()),
    })
    if (!verdict) return { exit: 1, data: null, lines: [`De redactie-omgeving kent ${slug} niet meer.`] }
    const { different, leftOver, damaged, isBehind, held, files, release } = verdict
    const count = faultsIn(verdict)
    const elsewhere = await standingElsewhere(settings, slug!, targets)
    const waits = isBehind && !held ? '; er wacht nog een wijziging op publicatie' : ''
    const said =
      count === 0
        ? `${slug}: ${files} bestanden vergeleken, geen verschil (versie ${release}).`
        : `${slug}: ${count} van ${files} bestanden zijn anders${waits}.`
    return {
      exit: count === 0 && elsewhere.isFine ? 0 : 1,
      data: { wijk: slug, ...verdict, targets: elsewhere.targets },
      lines: [
        said,
        ...elsewhere.lines,
        ...(held ? [heldSentence(held)] : []),
        ...[...different, ...leftOver].map((path) => `  ${path}`),
        ...damaged.map((path) => `  ${path} (beschadigd op de schijf)`),
      ],
    }
  } finally {
    renderer.close()
    reader.close()
  }
}

/** How it stands on each target besides our own server, as the publisher last saw it there. */
async function standingElsewhere(settings: Settings, slug: string, own: string | null) {
  const named = own ?? settings.env.TARGETS ?? 'embedded'
  try {
    const told = await askForFacts<{ targets?: readonly TargetRow[] }>(
      settings,
      `/wijken/${encodeURIComponent(slug)}`,
    )
    const targets = told?.targets ?? []
    const wanted = targets.filter(({ isWanted }) => isWanted)
    return {
      targets: wanted,
      isFine: wanted.every(({ state }) => state === 'live'),
      lines: wanted.map(targetLine),
    }
  } catch (error) {
    const isElsewhere = named.trim() !== 'embedded'
    const why = error instanceof Error ? error.message : String(error)
    const unknown = `Hoe ${slug} op andere plekken staat (${named}), weet alleen de publisher, en die zegt het niet: ${why}`
    return { targets: [], isFine: !isElsewhere, lines: isElsewhere ? [unknown] : [] }
  }
}

/** The site format that a release was made with, as the publisher keeps it; the newest build when that is gone. */
function formatFolder({ data, env }: Settings, format: string | null): string {
  const kept = format === null ? null : join(data, 'publisher', 'formats', hashOfFormat(format))
  if (kept !== null && existsSync(kept)) return kept
  return env.SITE_FORMAT ?? join(root, 'sites/wijk/dist/format')
}
