import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putFormat } from './format.ts'

let folder: string
let out: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpers-format-'))
  out = join(folder, 'dist', 'format')
})
afterEach(() => rm(folder, { recursive: true }))

/** A build as Astro leaves it, in folders whose name is its own. */
async function built(name: string, { css = 'a{}', code = '' } = {}) {
  const root = `${folder}/${name}/`
  const parts = { root, built: `${root}dist/.building/`, bundle: `${root}bundle/`, out }
  await mkdir(`${parts.built}_astro`, { recursive: true })
  await mkdir(parts.bundle)
  await writeFile(`${parts.built}_astro/x.css`, css)
  await writeFile(
    `${parts.bundle}prerender-entry.abc.mjs`,
    `export const from = ['file://${parts.built}', '${root}src']${code}`,
  )
  return parts
}

test('a format has its renderer, its files and its hash', async () => {
  const format = await putFormat(await built('a'))
  const files = await readdir(out, { recursive: true })
  expect(files.sort()).toEqual([
    'files',
    'files/_astro',
    'files/_astro/x.css',
    'format.json',
    'renderer',
    'renderer/entry.mjs',
    'renderer/prerender-entry.abc.mjs',
  ])
  expect(JSON.parse(await readFile(join(out, 'format.json'), 'utf8'))).toEqual({ format })
  const entry = (await import(join(out, 'renderer', 'entry.mjs'))) as { from: string[] }
  expect(entry.from).toEqual(['file:///wijk/', '/wijk/src'])
})

test('where it was built is no part of a format', async () => {
  expect(await putFormat(await built('a'))).toBe(await putFormat(await built('b')))
})

test('a format that is there already is left as it is', async () => {
  await putFormat(await built('a'))
  const { ino } = await stat(out)
  await putFormat(await built('b'))
  expect((await stat(out)).ino).toBe(ino)
})

test('a format that was damaged is made whole', async () => {
  await putFormat(await built('a'))
  await rm(join(out, 'files', '_astro', 'x.css'))
  await putFormat(await built('b'))
  expect(await readFile(join(out, 'files', '_astro', 'x.css'), 'utf8')).toBe('a{}')
})

test('another format takes its place, and nothing of the old one stays', async () => {
  const old = await putFormat(await built('a'))
  expect(await putFormat(await built('b', { css: 'b{}' }))).not.toBe(old)
  expect(await readFile(join(out, 'files', '_astro', 'x.css'), 'utf8')).toBe('b{}')
  expect(await readdir(join(folder, 'dist'))).toEqual(['format'])
})
