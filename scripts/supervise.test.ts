import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { supervise } from './supervise.ts'
import { until } from './wait.ts'

test('a child is heard and started again, also when its log and its pid cannot be written', async () => {
  const runFolder = mkdtempSync(join(tmpdir(), 'supervise-test-'))
  for (const file of ['child.log', 'child.pid']) mkdirSync(join(runFolder, file))
  const restarts: string[] = []
  const lines: string[] = []
  const supervisor = supervise({
    runFolder,
    onRestart: (name, how) => restarts.push(`${name}: ${how}`),
    onLine: (_name, line) => lines.push(line),
  })
  supervisor
    .start({ name: 'child', args: ['-e', "console.log('hier')"], cwd: runFolder, env: process.env })
    .isReady()
  await until('its word after a restart', async () => lines.length >= 2)
  await supervisor.stop()
  expect(lines[1]).toBe('hier')
  expect(restarts[0]).toBe('child: code 0')
  rmSync(runFolder, { recursive: true })
})
