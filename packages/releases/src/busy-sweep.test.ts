import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openReader, openStore } from './index.ts'
import { publish, sha256 } from './testing/a-release.ts'

const RELEASES = 400
/** The clock of this test counts releases, so that the grace lasts as many of them on any machine. */
const RELEASE_MS = 100
/** A publish and an answer of this test take far less. */
const GRACE_MS = 40 * RELEASE_MS
/** After so many releases a text comes back: its last release is forgotten within forty, and forty later it is gone itself. */
const TEXTS = 100

/**
 * The naive sweep was measured to lose objects of live releases beside a busy publisher. Texts come back after they went,
 * so that a sweep finds objects unused which the publisher is about to show again.
 */
test(
  'beside a publisher that never rests and a reader, a sweep that never stops loses nothing',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'releases-'))
    const state = { release: 0, isOver: false, looks: 0, removed: 0, forgotten: 0 }
    const now = () => new Date(Date.UTC(2026, 2, 1) + state.release * RELEASE_MS)
    const store = openStore(folder, { now })
    const reader = openReader(folder)
    const faults: string[] = []
    try {
      const text = (release: number, page: number) => `pagina ${page}, stand ${release % TEXTS}`
      const asset = (release: number) => `_astro/${release % 60}.css`

      async function publishing(): Promise<void> {
        for (let release = 1; release <= RELEASES || state.removed === 0; release++) {
          state.release = release
          const pages = Array.from({ length: 6 }, (_, page) => [`${page}/index.html`, text(release, page)])
          await publish(store, {
            put: { ...Object.fromEntries(pages), [asset(release)]: `stijl ${release}` },
            remove: [asset(release - 1)],
          })
        }
        state.isOver = true
      }

      async function sweeping(): Promise<void> {
        while (!state.isOver) {
          const options = { keepReleases: 3, keepMs: GRACE_MS, graceMs: GRACE_MS, now: now() }
          const swept = await store.sweep(options)
          state.removed += swept.objects
          state.forgotten += swept.releases
        }
      }

      /** As the file server does: look up, and then read; also a style of the release before. */
      async function reading(): Promise<void> {
        while (!state.isOver) {
          const site = reader.siteByHost('molenwijk.localhost')
          if (site) {
            const files = reader.files('molenwijk', site.release)
            const older = reader.findAsset('molenwijk', asset(site.release - 1))
            await nextTurn()
            for (const { hash, size } of [...files.values(), ...(older ? [older] : [])]) {
              const body = await readFile(reader.objectPath(hash)).catch((error: unknown) => String(error))
              if (body.length !== size || sha256(body) !== hash)
                faults.push(`release ${site.release}: ${hash} ${typeof body === 'string' ? body : ''}`)
              state.looks++
            }
          }
          await nextTurn()
        }
      }

      await Promise.all([publishing(), sweeping(), reading()])
      expect(faults).toEqual([])
      expect(await store.damaged('molenwijk')).toEqual([])
      for (const { release } of store.releases('molenwijk'))
        expect(store.missing('molenwijk', release)).toEqual([])
      expect(state.looks).toBeGreaterThan(RELEASES)
      expect(state.removed, 'objects that went').toBeGreaterThan(0)
      expect(state.forgotten, 'releases that went').toBeGreaterThan(0)
    } finally {
      reader.close()
      store.close()
      rmSync(folder, { recursive: true })
    }
  },
)
