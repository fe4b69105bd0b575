import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBodies, DamagedObjectError } from './bodies.ts'
import { type Content, madeContent } from './content.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodies-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const pathOf = (hash: string) => join(folder, hash)

function anObject(text: string): Content {
  const { hash, size, type } = madeContent(text)
  writeFileSync(pathOf(hash), text)
  return { kind: 'object', hash, size, type }
}

test('each form says the same', async () => {
  const bodies = createBodies(pathOf, 10_000)
  const content = anObject('hallo '.repeat(100))
  const plain = await bodies.get(content, 'identity')
  expect(plain.toString()).toBe('hallo '.repeat(100))
  expect(brotliDecompressSync(await bodies.get(content, 'br'))).toEqual(plain)
  expect(gunzipSync(await bodies.get(content, 'gzip'))).toEqual(plain)
})

test('what was asked for often needs no disk, what nobody asked for again makes room', async () => {
  const bodies = createBodies(pathOf, 25)
  const [a, b, c] = ['a'.repeat(10), 'b'.repeat(10), 'c'.repeat(10)].map(anObject) as [
    Content,
    Content,
    Content,
  ]
  await bodies.get(a, 'identity')
  await bodies.get(b, 'identity')
  await bodies.get(a, 'identity')
  await bodies.get(c, 'identity')
  for (const { hash } of [a, b, c]) rmSync(pathOf(hash))

  expect((await bodies.get(a, 'identity')).toString()).toBe('a'.repeat(10))
  expect((await bodies.get(c, 'identity')).toString()).toBe('c'.repeat(10))
  await expect(bodies.get(b, 'identity')).rejects.toThrow('ENOENT')
})

test.each([
  ['nothing', ''],
  ['a part', 'hallo '],
  ['as much of something else', 'halli '.repeat(2)],
])('what a disk made %s of is never sent, and is right as soon as it is mended', async (_, damaged) => {
  const bodies = createBodies(pathOf, 10_000)
  const content = anObject('hallo '.repeat(2))
  writeFileSync(pathOf(content.hash), damaged)
  for (const encoding of ['identity', 'br'] as const)
    await expect(bodies.get(content, encoding)).rejects.toThrow(DamagedObjectError)
  anObject('hallo '.repeat(2))
  expect((await bodies.get(content, 'identity')).toString()).toBe('hallo hallo ')
})

test('a failure is not remembered', async () => {
  const bodies = createBodies(pathOf, 10_000)
  const content = anObject('even weg')
  rmSync(pathOf(content.hash))
  await expect(bodies.get(content, 'identity')).rejects.toThrow('ENOENT')
  anObject('even weg')
  expect(existsSync(pathOf(content.hash))).toBe(true)
  expect((await bodies.get(content, 'identity')).toString()).toBe('even weg')
})

test('many who ask at once get one and the same', async () => {
  const bodies = createBodies(pathOf, 10_000)
  const content = anObject('tegelijk '.repeat(100))
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => bodies.get(content, 'br')))
  for (const other of others) expect(other).toBe(first)
})
