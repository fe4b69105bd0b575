/** Verifying beside the publisher: with what it keeps on disk, and a render process of our own. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import type { CmsClient } from '@wijkpers/content/strapi'
import { embeddedView } from '@wijkpers/deploy'
import {
  createContentReader,
  createPhotoStore,
  hashOfFormat,
  startRenderer,
  type Verdict,
  verify,
} from '@wijkpers/publishing'
import { openReader } from '@wijkpers/releases'
import { root, type Settings } from './settings.ts'

export interface Verifier {
  /** Null when the CMS never knew this wijk. */
  verify(wijk: WijkId): Promise<Verdict | null>
  close(): void
}

/** Verifies wijken that are in the site format of `like`; as the publisher does, `isUnhurried`, behind everything else on the machine. */
export async function openVerifier(
  settings: Settings,
  cms: CmsClient,
  { like, isUnhurried = false }: { like: WijkId; isUnhurried?: boolean },
): Promise<Verifier> {
  const { data, sitesUrl, hub, env } = settings
  const reader = openReader(join(data, 'releases'))
  const folder = formatFolder(settings, reader.current(like)?.format ?? null)
  const renderer = await startRenderer({ folder, processes: 1, keptWijken: 1, isUnhurried })
  return {
    verify: (wijk) =>
      verify(wijk, {
        // What an earlier one read may be what is wrong.
        content: createContentReader(cms),
        renderer,
        target: embeddedView(reader),
        photos: createPhotoStore({
          folder: join(data, 'publisher', 'photos'),
          original: (url) => cms.original(url),
        }),
        sitesUrl,
        hub,
        now: () => (env.WIJKPERS_NOW ? new Date(env.WIJKPERS_NOW) : new Date()),
      }),
    close() {
      renderer.close()
      reader.close()
    },
  }
}

/** The site format that a release was made with, as the publisher keeps it; the newest build when that is gone. */
function formatFolder({ data, env }: Settings, format: string | null): string {
  const kept = format === null ? null : join(data, 'publisher', 'formats', hashOfFormat(format))
  if (kept !== null && existsSync(kept)) return kept
  return env.SITE_FORMAT ?? join(root, 'sites/wijk/dist/format')
}
