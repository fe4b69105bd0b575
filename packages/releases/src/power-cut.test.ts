/**
 * Objects durable, then index durable, then acknowledged: of a writer at work it is noted what it asks of its disk, and
 * for each release what a power cut would have left. A real power cut on a real file system is in `npm run audit`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openReader } from './index.ts'
import { createLosses, eventsIn } from './testing/losses.ts'
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
  const store = join(folder, 'a new/store')
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
    return judge(eventsIn(record), store)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(events: readonly DiskEvent[], folder: string) {
  const reader = openReader(folder)
  const unsafe: string[] = []
  const losses = createLosses()
  let acknowledged = 0
  /** What a power cut would have lost at the last commit. */
  let lost: ReadonlyMap<string, string | null> = new Map()

  for (const event of events) {
    losses.happened(event)
    if (event.did === 'commits') lost = losses.now()
    if (event.did !== 'said') continue
    const release = Number(/^live (\d+)$/.exec(event.line)?.[1] ?? 0)
    if (release === 0) continue
    acknowledged++
    for (const { hash } of reader.files('molenwijk', release).values()) {
      const loss = lost.get(reader.objectPath(hash))
      if (loss) unsafe.push(`release ${release} shows ${hash}: ${loss}`)
    }
  }
  reader.close()
  return { unsafe, acknowledged }
}
