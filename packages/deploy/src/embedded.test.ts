import { hash as hashOf } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { WijkId } from '@wijkpers/content'
import { openStore } from '@wijkpers/releases'
import { createEmbeddedTarget } from './embedded.ts'

test('a large release is put in portions, so that its bytes are never held all at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-embedded-'))
  const store = openStore(folder)
  onTestFinished(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const portions: number[] = []
  const target = createEmbeddedTarget({
    store: {
      ...store,
      putObjects(objects) {
        const all = [...objects]
        portions.push(all.length)
        return store.putObjects(all)
      },
    },
    filesUrl: 'http://127.0.0.1:9',
    portionBytes: 2_500,
  })
  const sizes = [1_000, 1_000, 1_000, 4_000, 1_000, 1_000]
  const put = sizes.map((size, n) => {
    const body = Buffer.alloc(size, n)
    return { path: `${n}.html`, hash: hashOf('sha256', body), size, body: () => Promise.resolve(body) }
  })
  const wijk = 'wijk0000000a' as WijkId
  const release = await target.publish({
    wijk,
    site: { slug: 'molenwijk', name: 'Molenwijk', url: 'http://molenwijk.localhost' },
    revision: 1,
    format: 'vorm',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base: 0,
    after: 0,
    put,
    remove: [],
  })
  expect(portions).toEqual([2, 1, 1, 2])
  expect([...store.files(wijk, release).keys()]).toHaveLength(sizes.length)
})
