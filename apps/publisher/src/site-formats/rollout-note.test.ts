import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rollout } from '@wijkpers/publishing'
import { lossesIn } from '@wijkpers/releases/testing/losses'
import { expect, onTestFinished, test } from 'vitest'
import { openRolloutNote } from './rollout-note.ts'

test('a rollout that was paused or undone stays so through a power cut', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-rollout-note-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [record, file] = [join(folder, 'record'), join(folder, 'a new/format.json')]
  const rollout: Rollout = {
    chosen: 'a',
    former: 'b',
    pause: { by: 'operator' },
    since: '2026-11-27T12:00:00.000Z',
    built: 'b',
    isDone: false,
  }
  const writer = `
    import { openRolloutNote } from ${JSON.stringify(new URL('rollout-note.ts', import.meta.url))}
    await openRolloutNote(${JSON.stringify(file)}).write(${JSON.stringify(rollout)})`
  const recorder = createRequire(import.meta.url).resolve('@wijkpers/releases/testing/record-disk')
  execFileSync(
    process.execPath,
    [`--import=${pathToFileURL(recorder).href}`, '--input-type=module', '--eval', writer],
    { env: { ...process.env, DISK_RECORD: record } },
  )
  expect([...lossesIn(record)]).toEqual([[file, null]])
  expect(await openRolloutNote(file).read()).toEqual(rollout)
})
