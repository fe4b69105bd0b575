/**
 * A publisher that never rests, to be killed: `node endless-writer.ts <folder>`. Prints `put <n>` before each
 * release and `live <n>` once it is acknowledged. Each release of molenwijk changes a few of its files, and says
 * its number in all files it changes.
 */
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStore } from '../index.ts'

const FILES = 40
const CHANGED = 7

const store = openStore(process.argv[2]!)
for (;;) {
  const base = store.current('molenwijk')?.release ?? 0
  const count = base === 0 ? FILES : CHANGED
  const files = Array.from({ length: count }, (_, n) => {
    const place = (base * CHANGED + n) % FILES
    const body = Buffer.from(`release ${base + 1}, file ${place}\n`.repeat(200 + place * 20))
    const hash = createHash('sha256').update(body).digest('hex')
    return { path: `nieuws/${place}/index.html`, hash, size: body.byteLength, body }
  })
  say(`put ${base + 1}`)
  await store.putObjects(files)
  const { release } = store.commit({
    site: 'molenwijk',
    host: 'molenwijk.localhost',
    slug: 'molenwijk',
    name: 'Molenwijk',
    revision: base + 1,
    format: '1.0.0',
    base,
    put: files,
    remove: [],
  })
  say(`live ${release}`)
}

// Synchronous, so that what was acknowledged is known before anything else happens.
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
