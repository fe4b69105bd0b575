import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isToPlace, placeWhole } from './first-content.ts'

test('a demo that was cut off while it was placed is gone on with at the next start, and then left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-content-'))
  const unfinished = join(folder, 'cms/demo-unfinished')
  const placed: string[] = []
  const wijken = () => Promise.resolve(placed.map((slug) => ({ slug }) as never))
  expect(await isToPlace({ wijken }, unfinished)).toBe(true)
  const cutOff = placeWhole(unfinished, () => {
    placed.push('molenwijk')
    return Promise.reject(new Error('Ctrl-C'))
  })
  await expect(cutOff).rejects.toThrow('Ctrl-C')
  expect(await isToPlace({ wijken }, unfinished)).toBe(true)
  await placeWhole(unfinished, () => Promise.resolve(void placed.push('eskerveen')))
  expect(await isToPlace({ wijken }, unfinished)).toBe(false)
  rmSync(folder, { recursive: true })
})
