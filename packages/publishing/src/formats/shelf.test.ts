import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type FormatShelf, NoSiteFormatError, openFormatShelf } from './shelf.ts'

let built: string
let folder: string
let shelf: FormatShelf

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'wijkpers-shelf-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  built = join(root, 'format')
  folder = join(root, 'formats')
  shelf = openFormatShelf({ folder, built })
})

/** What a build puts there, in one step. */
function build(format: string): void {
  const staging = `${built}.new`
  mkdirSync(join(staging, 'renderer'), { recursive: true })
  writeFileSync(join(staging, 'renderer', 'entry.mjs'), `export default '${format}'\n`)
  mkdirSync(join(staging, 'files'))
  writeFileSync(join(staging, 'format.json'), JSON.stringify({ format }))
  rmSync(built, { recursive: true, force: true })
  renameSync(staging, built)
}

test('a build is kept whole, also after the next one', async () => {
  build('aa1')
  expect(await shelf.take()).toBe('aa1')
  build('bb2')
  expect(await shelf.newestBuild()).toBe('bb2')
  expect(await shelf.take()).toBe('bb2')
  expect(await shelf.kept()).toEqual(['bb2', 'aa1'])
  expect(readFileSync(join(shelf.folderOf('aa1'), 'renderer', 'entry.mjs'), 'utf8')).toContain('aa1')
})

test('taking the same build again copies nothing, and makes it the newest', async () => {
  build('aa1')
  await shelf.take()
  writeFileSync(join(shelf.folderOf('aa1'), 'mark'), '')
  build('bb2')
  await shelf.take()
  build('aa1')
  await shelf.take()
  expect(await shelf.kept()).toEqual(['aa1', 'bb2'])
  expect(readdirSync(shelf.folderOf('aa1'))).toContain('mark')
})

test('a copy that was cut off is no format, and is made anew', async () => {
  build('aa1')
  mkdirSync(join(folder, '.taking-1', 'renderer'), { recursive: true })
  mkdirSync(join(folder, 'aa1'), { recursive: true })
  expect(await shelf.take()).toBe('aa1')
  expect(readdirSync(shelf.folderOf('aa1'))).toContain('renderer')
})

test('a build that could not be copied as a whole is refused, and taken once it can', async () => {
  build('aa1')
  // No disk can be filled here; what cannot be copied ends a copy in the same way.
  const socket = createServer().listen(join(built, 'renderer', 'socket'))
  await once(socket, 'listening')
  await expect(shelf.take()).rejects.toThrow(/socket/)
  expect(await shelf.kept()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  socket.close()
  await once(socket, 'close')
  expect(await shelf.take()).toBe('aa1')
  expect(readdirSync(shelf.folderOf('aa1'))).toEqual(['files', 'format.json', 'renderer'])
})

test.each(['files', 'renderer'])(
  'a copy whose %s went is none, and is made anew from its build',
  async (part) => {
    build('aa1')
    await shelf.take()
    build('bb2')
    await shelf.take()
    for (const hash of ['aa1', 'bb2']) rmSync(join(shelf.folderOf(hash), part), { recursive: true })
    expect(await shelf.kept()).toEqual([])
    expect(await shelf.unfit()).toEqual(['aa1', 'bb2'])
    expect(await shelf.take()).toBe('bb2')
    expect(await shelf.kept()).toEqual(['bb2'])
  },
)

test('a copy that cannot be used, though all of it is there, is made anew as well', async () => {
  build('aa1')
  await shelf.take()
  const entry = join(shelf.folderOf('aa1'), 'renderer', 'entry.mjs')
  writeFileSync(entry, 'rot')
  await shelf.take(new Set(['aa1']))
  expect(readFileSync(entry, 'utf8')).toContain('aa1')
})

test('no more than eight are kept; the oldest go first, those in use never', async () => {
  for (const format of ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8', 'i9', 'j10']) {
    build(format)
    await shelf.take()
    await shelf.prune(new Set(['a1', format]))
  }
  const kept = await shelf.kept()
  expect(kept).toHaveLength(8)
  expect(kept).toContain('a1')
  expect(kept).not.toContain('b2')
})

test('without a build, or with half of one, there is no format', async () => {
  expect(await shelf.newestBuild()).toBeNull()
  await expect(shelf.take()).rejects.toThrow(NoSiteFormatError)
  mkdirSync(built)
  writeFileSync(join(built, 'format.json'), '{"format":"../../elders"}')
  expect(await shelf.newestBuild()).toBeNull()
})
