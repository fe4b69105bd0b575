/**
 * Every bench ends with what it measures: as small as it can be, so its figures say nothing. Not `search`, for which Pagefind is fetched
 * and fifty questions are typed in a browser.
 */
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { benches } from '../../scripts/bench/benches.ts'

const smallest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  publish: { sizes: '20', rounds: '1', stock: '0', starts: '1' },
  fair: { wijken: '2', pages: '20', rounds: '1' },
  render: { sizes: '20', rounds: '1', out: tmpdir() },
  verify: { sizes: '20', rounds: '1' },
  wijken: { wijken: '2', pages: '20' },
  midnight: { wijken: '3', pages: '20', edits: '1' },
  memory: { wijken: '1,2', pages: '20' },
  files: { pages: '20', requests: '5000', rounds: '1' },
  photos: { efforts: '1', count: '1' },
}

test('there is no other bench', () => {
  expect(Object.keys(benches).toSorted()).toEqual([...Object.keys(smallest), 'search'].toSorted())
})

test.each(Object.entries(smallest))('%s', async (name, choices) => {
  const bench = benches[name]!
  const { summary, tables } = await bench.run({ ...bench.choices, ...choices })
  expect(summary).not.toMatch(/null|undefined|NaN/)
  for (const { rows } of Object.values(tables)) expect(rows.length).toBeGreaterThan(0)
})
