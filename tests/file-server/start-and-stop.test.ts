import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningFileServer, spawnFileServer, startFileServer } from './a-file-server.ts'

let data: string
let files: RunningFileServer
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'file-server-test-'))
})
afterEach(async () => {
  files.child.kill('SIGKILL')
  await files.end
  rmSync(data, { recursive: true, force: true })
})

test('says where it answers and who it is, and leaves no trace when it is asked to stop', async () => {
  files = await startFileServer(data)
  const pidFile = join(data, 'run/files.pid')
  expect(readFileSync(pidFile, 'utf8')).toBe(`${files.child.pid}\n`)
  expect(JSON.parse(files.printed())).toMatchObject({
    msg: 'every wijk answers',
    address: `http://127.0.0.1:${files.port}`,
    list: `http://localhost:${files.port}/`,
  })
  expect(existsSync(join(data, 'releases'))).toBe(false)

  files.child.kill('SIGTERM')
  expect(await files.end).toBe(0)
  expect(existsSync(pidFile)).toBe(false)
})

test('ends when whoever started it is gone', async () => {
  files = await startFileServer(data)
  files.child.disconnect()
  expect(await files.end).toBe(0)
})

test('a port that is in use is told in a sentence, and the server that has it goes on', async () => {
  const first = await startFileServer(data)
  files = await spawnFileServer(data, { SITES_PORT: String(first.port) })
  expect(await files.end).toBe(2)
  expect(JSON.parse(files.printed())).toMatchObject({
    name: 'files',
    msg: `Port ${first.port} is in use by another program. Stop that one, or choose another SITES_PORT.`,
  })
  expect(readFileSync(join(data, 'run/files.pid'), 'utf8')).toBe(`${first.child.pid}\n`)
  first.child.kill('SIGTERM')
  expect(await first.end).toBe(0)
})

test.each([
  [{ SITES_URL: 'localhost' }, 'SITES_URL is "localhost"; expected an address that begins with {slug}.'],
  [{ HOST: 'geen.adres.invalid' }, 'HOST is "geen.adres.invalid", which is no address of this machine.'],
])('a wrong setting is told in a sentence: %j', async (env, sentence) => {
  files = await spawnFileServer(data, env)
  expect(await files.end).toBe(2)
  expect(JSON.parse(files.printed())).toMatchObject({ name: 'files', msg: expect.stringContaining(sentence) })
  expect(files.printed()).not.toContain('    at ')
})

test('a data folder that cannot be written is told in a sentence', async () => {
  const file = join(data, 'bestand')
  writeFileSync(file, '')
  files = await spawnFileServer(file)
  expect(await files.end).toBe(2)
  expect(files.printed()).toContain(`${file}/run cannot be written.`)
})
