import { expect, test } from 'vitest'
import { type EntryKind, pathOf, RESERVED_SLUGS, type Slug } from '@wijkpers/content'

interface EntryType {
  readonly kind: EntryKind
  readonly reservedSlugs: ReadonlySet<string>
  address(slug: string): string
}

// The CMS imports nothing of the packages, so what both must know is held equal here. Loaded by its address,
// because it is checked with a configuration of its own.
const source = new URL('../../apps/cms/src/entries/entry-types.ts', import.meta.url).href
const { ENTRY_TYPES } = (await import(source)) as { ENTRY_TYPES: readonly EntryType[] }

test.each(ENTRY_TYPES.map((type) => [type.kind, type] as const))(
  'the CMS links to the address of a %s',
  (kind, type) => {
    expect(type.address('een-slug')).toBe(pathOf({ kind, slug: 'een-slug' as Slug }))
  },
)

test('the CMS refuses the slugs that the site needs itself', () => {
  const infoPage = ENTRY_TYPES.find(({ kind }) => kind === 'infoPage')
  expect([...(infoPage?.reservedSlugs ?? [])].toSorted()).toEqual([...RESERVED_SLUGS].toSorted())
})
