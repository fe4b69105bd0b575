import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SettingError } from './settings.ts'
import { openWrittenFolder } from './written-folder.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'written-'))
})
afterEach(() => rmSync(place, { recursive: true }))
const open = (folder = join(place, 'uit')) => openWrittenFolder(folder, join(place, 'notes'))
const write = (file: string, folder = 'uit') => {
  mkdirSync(dirname(join(place, folder, file)), { recursive: true })
  writeFileSync(join(place, folder, file), file)
}

test('a folder of ours is emptied before it is written again; one in which something else is, is left alone', () => {
  const first = open()
  for (const file of ['index.html', 'nieuws/index.html']) write(file, 'gebouwd')
  first.note(join(place, 'gebouwd'))
  // Writing was cut off here.
  write('index.html')
  open().empty()
  expect(readdirSync(place)).toEqual(['gebouwd', 'notes'])
  write('index.html')
  write('nieuws/van-mij.txt')
  expect(() => open()).toThrow(/niet leeg: nieuws.van-mij.txt is er niet door/)
  expect(readdirSync(join(place, 'uit', 'nieuws'))).toEqual(['van-mij.txt'])
})

test.each([process.cwd(), dirname(process.cwd()), homedir(), '/'])('%s is never emptied', (folder) => {
  expect(() => open(folder)).toThrow(SettingError)
})
