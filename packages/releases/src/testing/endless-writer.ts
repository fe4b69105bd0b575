/**
 * A publisher that never rests, to be killed: `node endless-writer.ts <folder>`. Prints `put <n>` before each
 * release of molenwijk and `live <n>` once it is acknowledged. Release n has a home page that says so and the
 * articles n up to n + 60: each release changes most, adds one and removes one. No two writers write the same.
 * Articles share a few texts, so that much of the time goes into the commit.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../index.ts'
import { sha256 } from './a-release.ts'

const ARTICLES = 60
const CHANGED = 40
const TEXTS = 3

const store = openStore(process.argv[2]!)
for (;;) {
  const base = store.current('molenwijk')?.release ?? 0
  const release = base + 1
  const first = base === 0 ? release : release + ARTICLES - CHANGED
  const articles = Array.from(
    { length: release + ARTICLES - first },
    (_, n) => `nieuws/${first + n}/index.html`,
  )
  const files = ['index.html', ...articles].map((path, n) => {
    const body = Buffer.from(`release ${release}, text ${n % TEXTS} of ${process.pid}\n`.repeat(500))
    return { path, body, hash: sha256(body), size: body.byteLength }
  })
  say(`put ${release}`)
  await store.putObjects(files.slice(0, TEXTS))
  store.commit({
    site: 'molenwijk',
    host: 'molenwijk.localhost',
    slug: 'molenwijk',
    name: 'Molenwijk',
    revision: release,
    format: '1.0.0',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base,
    put: files,
    remove: base === 0 ? [] : [`nieuws/${base}/index.html`],
  })
  say(`live ${release}`)
}

// Synchronous, so that what was acknowledged is known before anything else happens.
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
