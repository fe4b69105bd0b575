/**
 * Objects durable, then index durable, then acknowledged: of a writer at work it is noted what it asks of its disk, and
 * for each release what a power cut would have left. A real power cut on a real file system is in `npm run audit`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openReader } from './index.ts'
import type { DiskEvent, Duty } from './testing/record-disk.ts'

const RELEASES = 8
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('an object is safe before a release shows it, and the release before it is acknowledged', async () => {
  const { unsafe, acknowledged } = await cutAfterEach({})
  expect(acknowledged).toBeGreaterThanOrEqual(RELEASES)
  expect(unsafe).toEqual([])
})

// The same judge sees it when one of the duties is left out.
test.each<[Duty, RegExp]>([
  ['bytes', /its bytes are lost/],
  ['names', /its name is lost/],
])('without syncing %s a power cut would lose something', async (duty, loss) => {
  const { unsafe } = await cutAfterEach({ LEAVE_OUT: duty })
  expect(unsafe.length).toBeGreaterThan(0)
  expect(unsafe.every((sentence) => loss.test(sentence))).toBe(true)
})

/** Lets a writer make releases; answers what a power cut at the moment of each commit would have lost of it. */
async function cutAfterEach(env: NodeJS.ProcessEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'))
  const record = join(folder, 'record')
  const store = join(folder, 'store')
  try {
    const child = spawn(
      process.execPath,
      [
        `--import=${pathToFileURL(here('testing/record-disk.ts')).href}`,
        here('testing/endless-writer.ts'),
        store,
      ],
      { env: { ...process.env, ...env, DISK_RECORD: record }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const ended = once(child, 'exit')
    let live = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('live ')) live++
      if (live === RELEASES) child.kill('SIGKILL')
    }
    await ended
    const events = readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as DiskEvent)
    return judge(events, store)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(events: readonly DiskEvent[], folder: string) {
  const reader = openReader(folder)
  const unsafe: string[] = []
  /** Files by their path as a reader sees them now, and whether their bytes would survive. */
  const bytesAreSafe = new Map<string, boolean>()
  const namesAtRisk = new Map<string, Set<string>>()
  let acknowledged = 0
  /** What a power cut would have lost at the last commit. */
  let lost = new Map<string, string>()

  for (const event of events) {
    switch (event.did) {
      case 'wrote':
        bytesAreSafe.set(event.path, false)
        break
      case 'synced':
        if (bytesAreSafe.has(event.path)) bytesAreSafe.set(event.path, true)
        namesAtRisk.delete(event.path)
        break
      case 'renamed': {
        bytesAreSafe.set(event.to, bytesAreSafe.get(event.path) ?? false)
        bytesAreSafe.delete(event.path)
        const names = namesAtRisk.get(dirname(event.to)) ?? new Set()
        namesAtRisk.set(dirname(event.to), names.add(event.to))
        break
      }
      case 'commits':
        lost = new Map([
          ...[...bytesAreSafe]
            .filter(([, isSafe]) => !isSafe)
            .map(([path]) => [path, 'its bytes are lost'] as const),
          ...[...namesAtRisk.values()].flatMap((names) =>
            Array.from(names, (path) => [path, 'its name is lost'] as const),
          ),
        ])
        break
      case 'said': {
        const release = Number(/^live (\d+)$/.exec(event.line)?.[1] ?? 0)
        if (release === 0) break
        acknowledged++
        for (const { hash } of reader.files('molenwijk', release).values()) {
          const loss = lost.get(reader.objectPath(hash))
          if (loss) unsafe.push(`release ${release} shows ${hash}: ${loss}`)
        }
      }
    }
  }
  reader.close()
  return { unsafe, acknowledged }
}
