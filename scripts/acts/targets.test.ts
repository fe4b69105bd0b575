import { expect, test } from 'vitest'
import { comparedLines } from './targets.ts'

test('where nothing belongs nothing is counted, and one file is one', () => {
  const row = { name: 's3', error: null }
  expect(comparedLines({ name: 's3', release: 0 }, row)).toEqual([
    's3: daar hoort niets te staan, en er is niets om te vergelijken.',
  ])
  expect(comparedLines({ name: 's3', release: 2 }, { ...row, files: 1 })).toEqual([
    's3: 1 bestand vergeleken, geen verschil (versie 2).',
  ])
})
