import type { EntryId, FormerAddress, Slug, Wijk, WijkId } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { createContentReader } from './content.ts'
import type { ContentSource } from './ports.ts'

const wijk = 'wijk00000001' as WijkId
const settings = { id: wijk } as Wijk
const left = (slug: string, entry: string): FormerAddress => ({
  kind: 'article',
  slug: slug as Slug,
  entry: entry as EntryId,
})

/** A CMS that says of each revision which addresses were left with it. */
function aCms(...revisions: readonly (readonly FormerAddress[])[]) {
  const cms = { revision: 1 }
  const source: ContentSource = {
    manifest: () =>
      Promise.resolve({ ...cms, wijk: settings, held: null, entries: [], formerAddresses: revisions[0]! }),
    entries: () => Promise.resolve({ ...cms, entries: [] }),
    changes: (_, since) => {
      const formerAddresses = revisions.slice(since, cms.revision).flat()
      return Promise.resolve({ ...cms, wijk: settings, held: null, entries: [], gone: [], formerAddresses })
    },
  }
  return { cms, source }
}

test('addresses that were left since are added, and of one that was left again the last word counts', async () => {
  const first = [left('oud', 'a')]
  const { cms, source } = aCms(first, [], [left('oud', 'b'), left('ouder', 'a')])
  const reader = createContentReader(source)
  const before = await reader.read(wijk)
  expect(before?.formerAddresses).toEqual(first)
  // As long as none comes, it is the very same list: nobody has to look through it.
  cms.revision = 2
  expect((await reader.read(wijk))?.formerAddresses).toBe(before?.formerAddresses)
  cms.revision = 3
  expect((await reader.read(wijk))?.formerAddresses).toEqual([left('oud', 'b'), left('ouder', 'a')])
})
