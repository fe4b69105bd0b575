import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { parseWijkId } from '@wijkpers/content'
import { lossesIn } from '@wijkpers/releases/testing/losses'
import { openNotes } from './notes.ts'

interface Note {
  readonly release: number
  readonly files: readonly string[]
}

const wijken = ['a', 'b', 'c', 'd'].map((letter) => parseWijkId(`wijk0000000${letter}`))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijkpers-notes-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const open = () => openNotes({ folder, form: 1, keptWijken: 2, gistOf: ({ release }: Note) => ({ release }) })
const noteOf = (release: number): Note => ({ release, files: [`${release}.html`] })

test('of more wijken than are kept in memory every note is there, also while it is being written, and after a restart', async () => {
  const notes = open()
  const writes = wijken.map((wijk, index) => notes.write(wijk, noteOf(index)))
  for (const [index, wijk] of wijken.entries()) expect(notes.read(wijk)).toEqual(noteOf(index))
  await Promise.all(writes)
  for (const again of [notes, open()])
    for (const [index, wijk] of wijken.entries()) {
      expect(again.gist(wijk)).toEqual({ release: index })
      expect(again.read(wijk)).toEqual(noteOf(index))
    }
})

test('what is not kept in memory is read from disk, its gist is not', async () => {
  const notes = open()
  for (const [index, wijk] of wijken.entries()) await notes.write(wijk, noteOf(index))
  rmSync(folder, { recursive: true })
  expect(wijken.map((wijk) => notes.gist(wijk)?.release)).toEqual([0, 1, 2, 3])
  expect(wijken.map((wijk) => notes.read(wijk)?.release)).toEqual([undefined, undefined, 2, 3])
  notes.lose(wijken[0]!)
  expect(notes.gist(wijken[0]!)).toBeNull()
})

test('what is forgotten is gone, and stays so', async () => {
  const notes = open()
  await notes.write(wijken[0]!, noteOf(1))
  await notes.forget(wijken[0]!)
  for (const again of [notes, open()])
    expect([again.read(wijken[0]!), again.gist(wijken[0]!)]).toEqual([null, null])
  await notes.write(wijken[0]!, noteOf(2))
  expect(readFileSync(join(folder, `${wijken[0]}.json`), 'utf8')).toContain('2.html')
})

test('what is still to be forgotten survives a power cut, and so does what is live elsewhere', () => {
  const record = join(folder, 'record')
  const recorder = createRequire(import.meta.url).resolve('@wijkpers/releases/testing/record-disk')
  const writer = `
    import { openNotes } from ${JSON.stringify(new URL('notes.ts', import.meta.url))}
    const notes = openNotes({ folder: ${JSON.stringify(join(folder, 'a new/notes'))}, form: 1, gistOf: () => null })
    await notes.write('${wijken[0]}', ['/nieuws/'])`
  execFileSync(
    process.execPath,
    [`--import=${pathToFileURL(recorder).href}`, '--input-type=module', '--eval', writer],
    { env: { ...process.env, DISK_RECORD: record } },
  )
  expect([...lossesIn(record)]).toEqual([[join(folder, 'a new/notes', `${wijken[0]}.json`), null]])
})
