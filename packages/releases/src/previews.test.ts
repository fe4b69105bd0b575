import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPreviews, opensPreview, previewId, previewKey } from './previews.ts'

const secret = 'een geheim van de proef'
const id = previewId(secret, 'molenwijk', 'bankjes')
const now = new Date('2026-11-26T09:00:00Z')
const until = '2026-12-03T09:00:00.000Z'
const aFile = (path: string, text: string) => ({
  path,
  hash: Buffer.from(text).toString('hex').padStart(64, '0'),
  size: text.length,
  body: Buffer.from(text),
})
const aPreview = {
  id,
  site: 'molenwijk',
  title: 'Bankjes',
  path: '/nieuws/bankjes/',
  until,
  removed: new Set(['oud/index.html']),
}
const aFolder = () => openPreviews(mkdtempSync(join(tmpdir(), 'wijkpers-previews-')))

test('an entry has one id, fit for a host, that nobody else can make', () => {
  expect(id).toMatch(/^[a-z2-7]{16}$/)
  expect(previewId(secret, 'molenwijk', 'bankjes')).toBe(id)
  expect(previewId('iets anders', 'molenwijk', 'bankjes')).not.toBe(id)
  expect(previewId(secret, 'parkwijk', 'bankjes')).not.toBe(id)
})

test('a key opens its own preview, until its time is over', () => {
  const key = previewKey(secret, id, until)
  expect(opensPreview(secret, id, key, now)).toBe(true)
  expect(opensPreview(secret, id, key, new Date(until))).toBe(false)
  expect(opensPreview('iets anders', id, key, now)).toBe(false)
  expect(opensPreview(secret, previewId(secret, 'molenwijk', 'lampen'), key, now)).toBe(false)
  const later = `${Number(key.split('.')[0]) + 3600}.${key.split('.')[1]}`
  for (const forged of [later, '', 'x', `${key}0`]) expect(opensPreview(secret, id, forged, now)).toBe(false)
})

test('what was previewed last is shown, and nothing of before is left', () => {
  const previews = aFolder()
  expect(previews.read(id)).toBe(null)
  previews.write(aPreview, [aFile('index.html', 'een'), aFile('nieuws/bankjes/index.html', 'twee')])
  previews.write(aPreview, [aFile('index.html', 'drie')])
  const preview = previews.read(id)!
  expect([...preview.files.keys()]).toEqual(['index.html'])
  expect(preview.removed.has('oud/index.html')).toBe(true)
  expect(previews.body(id, preview.files.get('index.html')!.hash).toString()).toBe('drie')
})

test.each(['', '{"id":"'])('a preview of which a power cut left the note as "%s" is made again', (left) => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-previews-'))
  const previews = openPreviews(folder)
  const file = aFile('index.html', 'een')
  previews.write(aPreview, [file])
  writeFileSync(join(folder, id, 'preview.json'), left)
  writeFileSync(join(folder, id, file.hash), left)
  expect(previews.read(id)).toBe(null)
  previews.forget('molenwijk', new Set(['index.html']))
  previews.write(aPreview, [file])
  expect(previews.body(id, previews.read(id)!.files.get('index.html')!.hash).toString()).toBe('een')
  writeFileSync(join(folder, id, 'preview.json'), left)
  previews.sweep(now)
  expect(readdirSync(folder)).toEqual([])
})

test('an id that is no id reads nothing', () => {
  const previews = aFolder()
  for (const other of ['', '..', '../x', id.toUpperCase(), `${id}a`]) expect(previews.read(other)).toBe(null)
})

test('whose time is over, and who shows a file that must go, is taken away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-previews-'))
  const previews = openPreviews(folder)
  previews.write(aPreview, [aFile('foto/a.avif', 'foto')])
  previews.sweep(now)
  previews.forget('parkwijk', new Set(['foto/a.avif']))
  previews.forget('molenwijk', new Set(['foto/b.avif']))
  expect(readdirSync(folder)).toEqual([id])
  previews.forget('molenwijk', new Set(['foto/a.avif']))
  expect(readdirSync(folder)).toEqual([])
  previews.write(aPreview, [])
  previews.sweep(new Date(until))
  expect(readdirSync(folder)).toEqual([])
})
