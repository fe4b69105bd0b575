/** Makes a whole site anew, untracked, and compares it with what is live. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCmsClient } from '@wijkpers/content/strapi'
import {
  createContentReader,
  createPhotoStore,
  hashOfFormat,
  makePlan,
  renderJobOf,
  type SiteFile,
  startRenderer,
} from '@wijkpers/publishing'
import { openReader } from '@wijkpers/releases'
import { root, type Settings } from '../settings.ts'
import { type Act, findWijk, heldSentence, type Outcome, type World } from './act.ts'

export const verify: Act = {
  words: '<wijk>',
  does: 'maak alles opnieuw en vergelijk met wat online staat',
  run,
}

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id, held } = await findWijk(settings, slug)
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const reader = openReader(join(settings.data, 'releases'))
  const renderer = await startRenderer({
    folder: formatFolder(settings, reader.current(id)?.format ?? null),
    processes: 1,
  })
  try {
    const snapshot = await createContentReader(cms).read(id)
    const current = reader.current(id)
    const { WIJKPERS_NOW } = settings.env
    const made =
      snapshot &&
      (await renderJobOf(snapshot, {
        photos: createPhotoStore({
          folder: join(settings.data, 'publisher', 'photos'),
          original: (url) => cms.original(url),
        }),
        sitesUrl: settings.sitesUrl,
        now: () => (WIJKPERS_NOW ? new Date(WIJKPERS_NOW) : new Date()),
      }))
    const pages = made ? await renderer.render(made.job, 0) : { basis: null, rendered: [], removed: [] }
    const live = new Map(Array.from(current ? reader.files(id) : [], ([path, { hash }]) => [path, hash]))
    const plan = makePlan<SiteFile>({
      live,
      pages,
      carried: made ? [...made.photoFiles, ...renderer.files] : [],
    })
    const isBehind = snapshot !== null && (current?.revision ?? 0) < snapshot.revision
    const data = {
      wijk: slug,
      release: current?.release ?? 0,
      revision: current?.revision ?? 0,
      wanted: snapshot?.revision ?? 0,
      files: live.size,
      different: plan.put.map(({ path }) => path),
      leftOver: plan.remove,
      held,
    }
    const count = plan.put.length + plan.remove.length
    const said =
      count === 0
        ? `${slug}: ${live.size} bestanden vergeleken, geen verschil (versie ${data.release}).`
        : `${slug}: ${count} van ${live.size} bestanden zijn anders${isBehind ? '; er wacht nog een wijziging op publicatie' : ''}.`
    return {
      exit: count === 0 ? 0 : 1,
      data,
      lines: [
        said,
        ...(held ? [heldSentence(held)] : []),
        ...[...data.different, ...data.leftOver].map((path) => `  ${path}`),
      ],
    }
  } finally {
    renderer.close()
    reader.close()
  }
}

/** The site format that a release was made with, as the publisher keeps it; the newest build when that is gone. */
function formatFolder({ data, env }: Settings, format: string | null): string {
  const kept = format === null ? null : join(data, 'publisher', 'formats', hashOfFormat(format))
  if (kept !== null && existsSync(kept)) return kept
  return env.SITE_FORMAT ?? join(root, 'sites/wijk/dist/format')
}
