import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openReader, openStore, type ReleaseReader } from './index.ts'
import { publish, sha256 } from './testing/a-release.ts'

const ROUNDS = 20
/** About as long as a release takes. */
const RELEASE_MS = 8
const writer = fileURLToPath(new URL('testing/endless-writer.ts', import.meta.url))

test('a writer that is killed at any moment never leaves half a release', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'))
  const reader = openReader(folder)
  let acknowledged = 0
  let looks = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const reading = readWhile(child, reader)
    acknowledged = Math.max(acknowledged, await killAfter(child, 3 + Math.floor(Math.random() * 20)))
    const [, signal] = await ended
    expect(signal).toBe('SIGKILL')
    looks += await reading

    const { release } = reader.current('molenwijk')!
    expect(release).toBeGreaterThanOrEqual(acknowledged)
    await expectWhole(reader, release)
  }
  expect(looks).toBeGreaterThan(ROUNDS)

  // The lock went with the last writer, and the numbers go on.
  const store = openStore(folder)
  const { release } = store.current('molenwijk')!
  expect(await publish(store, { put: { 'index.html': 'verder' } })).toMatchObject({ release: release + 1 })
  for (const kept of store.releases('molenwijk'))
    expect(store.files('molenwijk', kept.release).size).toBe(kept.files)
  store.close()
  reader.close()
  rmSync(folder, { recursive: true })
})

/** Kills a writer some time after it has printed so many lines; answers the last release that it acknowledged. */
async function killAfter(child: ChildProcess, lines: number): Promise<number> {
  let live = 0
  let seen = 0
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('live ')) live = Number(line.slice('live '.length))
    seen += 1
    // A line comes at the edge of a step: the moment has to be anywhere within a release.
    if (seen === lines) setTimeout(() => child.kill('SIGKILL'), Math.random() * RELEASE_MS)
  }
  return live
}

/** Looks at the current release for as long as the writer lives; answers how often. */
async function readWhile(child: ChildProcess, reader: ReleaseReader): Promise<number> {
  let looks = 0
  while (child.exitCode === null && child.signalCode === null) {
    const current = reader.current('molenwijk')
    if (current) {
      await expectWhole(reader, current.release)
      looks += 1
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return looks
}

/** What `endless-writer.ts` says of its releases: these files and no others, every byte of them. */
async function expectWhole(reader: ReleaseReader, release: number): Promise<void> {
  const files = reader.files('molenwijk', release)
  const articles = Array.from({ length: 60 }, (_, n) => `nieuws/${release + n}/index.html`)
  expect([...files.keys()].toSorted()).toEqual(['index.html', ...articles].toSorted())
  for (const { hash, size } of files.values()) {
    const body = await readFile(reader.objectPath(hash))
    expect(body.byteLength).toBe(size)
    expect(sha256(body)).toBe(hash)
  }
  const home = await readFile(reader.objectPath(files.get('index.html')!.hash), 'utf8')
  expect(home).toMatch(new RegExp(`^release ${release}, `))
}
