import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createPhotoStore } from './photo-store.ts'

const photo = { url: '/uploads/markt.png', version: '1' }
const other = { url: '/uploads/park.png', version: '1' }
const pdf = { url: '/uploads/wijkkrant.pdf', version: '1' }
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const originals: Readonly<Record<string, Uint8Array>> = {
  [photo.url]: png,
  [other.url]: png,
  [pdf.url]: Buffer.from('%PDF-1.7 de wijkkrant van december'),
}
let folder: string
let fetched: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkpers-photos-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  fetched = []
})

/** As a publisher that has just started opens it. */
const aStore = (options: { keptFiles?: number } = {}) =>
  createPhotoStore({
    ...options,
    folder,
    original(url) {
      fetched.push(url)
      return Promise.resolve(originals[url]!)
    },
  })

const filesIn = (name: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(name))

test('a document is known without its bytes, also after a restart; they are read when they are to be put', async () => {
  const store = aStore()
  const first = await store.document(pdf)
  for (const path of filesIn('.pdf')) rmSync(join(folder, path))
  const { path, hash, size } = first
  const known = { path, hash, size }
  expect(await store.document(pdf)).toMatchObject(known)
  expect(await aStore().document(pdf)).toMatchObject(known)
  expect(fetched).toEqual([pdf.url])
  expect(await first.body()).toEqual(originals[pdf.url])
  expect(fetched).toEqual([pdf.url, pdf.url])
})

test('only what was asked last stays in memory; the rest is on disk', async () => {
  const store = aStore({ keptFiles: 1 })
  await store.file(photo)
  await store.file(other)
  await store.file(photo)
  expect(fetched).toEqual([photo.url, other.url])
  for (const path of filesIn('.json')) rmSync(join(folder, path))
  await store.file(photo)
  expect(fetched).toEqual([photo.url, other.url])
  await store.file(other)
  expect(fetched).toEqual([photo.url, other.url, other.url])
})

test('a photo and a document that are known need their original no more: not when it is gone, and not when its bytes were lost here', async () => {
  const before = aStore()
  const [a, b] = [await before.file(photo), await before.document(pdf)]
  for (const path of [...filesIn('.webp'), ...filesIn('.pdf')]) rmSync(join(folder, path))
  const gone = (url: string) => Promise.reject(new Error(`${url} is gone`))
  const after = createPhotoStore({ folder, original: gone })
  const again = [await after.file(photo), await after.document(pdf)]
  for (const file of again) await expect(file.body()).rejects.toThrow(/is gone/)
  for (const store of [after, createPhotoStore({ folder, original: gone })]) {
    expect(await store.file(photo)).toMatchObject({ path: a.path, hash: a.hash })
    expect(await store.document(pdf)).toMatchObject({ path: b.path, hash: b.hash })
  }
})

describe.each([
  ['empty', (file: string) => writeFileSync(file, '')],
  ['half', (file: string) => truncateSync(file, 20)],
])('after a power cut that left files %s', (_, cut) => {
  test('a photo and a document are fetched anew', async () => {
    const before = aStore()
    const [a, b] = [await before.file(photo), await before.document(pdf)]
    for (const path of filesIn('.json')) cut(join(folder, path))
    const after = aStore()
    expect((await after.file(photo)).hash).toBe(a.hash)
    expect((await after.document(pdf)).hash).toBe(b.hash)
    expect(await after.pathsOf(photo)).toContain(a.path)
    expect(fetched).toEqual([photo.url, pdf.url, photo.url, pdf.url])
  })

  test('bytes that are not those that were kept are never handed out', async () => {
    const store = aStore()
    const [a, b] = [await store.file(photo), await store.document(pdf)]
    const good = await a.body()
    for (const path of [...filesIn('.webp'), ...filesIn('.pdf')]) cut(join(folder, path))
    expect(await a.body()).toEqual(good)
    expect(await b.body()).toEqual(originals[pdf.url])
  })
})
