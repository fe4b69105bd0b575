import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SettingError } from './settings.ts'
import { supervise } from './supervise.ts'
import { until } from './wait.ts'

const child = (code: string) => ({
  name: 'child',
  args: ['-e', code],
  env: process.env,
  isTriedAgain: false,
})

test('a child that ends before it is ready is tried again where that is wanted, and never one with a wrong setting', async () => {
  const runFolder = mkdtempSync(join(tmpdir(), 'supervise-test-'))
  const restarts: (string | Error)[] = []
  const supervisor = supervise({ runFolder, onRestart: (_name, how) => restarts.push(how) })
  const start = (code: string, isTriedAgain: boolean) =>
    supervisor.start({ ...child(code), isTriedAgain, cwd: runFolder }).firstExit
  await expect(start('process.exit(1)', false)).rejects.toThrow('child stopte meteen (code 1)')
  await expect(start('process.exit(2)', true)).rejects.toThrow('child stopte meteen (code 2)')
  const before = () => Promise.reject(new SettingError('zo niet'))
  const refused = supervisor.start({ ...child(''), before, isTriedAgain: true, cwd: runFolder }).firstExit
  await expect(refused).rejects.toThrow('zo niet')
  expect(restarts).toEqual([])
  void start('process.exit(1)', true)
  await until('a second try', async () => restarts.length >= 2)
  await supervisor.stop()
  expect(restarts[0]).toBe('code 1')
  rmSync(runFolder, { recursive: true })
})

test('a child is heard and started again, also when its log and its pid cannot be written', async () => {
  const runFolder = mkdtempSync(join(tmpdir(), 'supervise-test-'))
  for (const file of ['child.log', 'child.pid']) mkdirSync(join(runFolder, file))
  const restarts: string[] = []
  const lines: string[] = []
  const supervisor = supervise({
    runFolder,
    onRestart: (name, how) => restarts.push(`${name}: ${String(how)}`),
    onLine: (_name, line) => lines.push(line),
  })
  supervisor.start({ ...child("console.log('hier')"), cwd: runFolder }).isReady()
  await until('its word after a restart', async () => lines.length >= 2)
  await supervisor.stop()
  expect(lines[1]).toBe('hier')
  expect(restarts[0]).toBe('child: code 0')
  rmSync(runFolder, { recursive: true })
})

test('one that could not be started is tried again: what must be so first was not, or no process came of it', async () => {
  const runFolder = mkdtempSync(join(tmpdir(), 'supervise-test-'))
  const cwd = join(runFolder, 'later')
  const restarts: (string | Error)[] = []
  const lines: string[] = []
  const supervisor = supervise({
    runFolder,
    onRestart: (_name, how) => restarts.push(how),
    onLine: (_name, line) => lines.push(line),
  })
  const before = () => (restarts.length < 2 ? Promise.reject(new Error('nog niet')) : Promise.resolve())
  void supervisor.start({ ...child("console.log('hier')"), cwd, before, isTriedAgain: true })
  await until('no folder to start in', async () => restarts.length >= 3)
  mkdirSync(cwd)
  await until('its word', async () => lines.includes('hier'))
  await supervisor.stop()
  expect(restarts.slice(0, 3).map(String)).toEqual([
    'Error: nog niet',
    'Error: nog niet',
    expect.stringContaining('ENOENT'),
  ])
  rmSync(runFolder, { recursive: true })
})
