import { expect, test } from 'vitest'
import { pathOf, RESERVED_SLUGS, type Slug } from '@wijkpers/content'
// The CMS imports nothing of the packages, so what both must know is held equal here.
import { ENTRY_TYPES, least } from '../support/entry-types.ts'

test.each(ENTRY_TYPES.map((type) => [type.kind, type] as const))(
  'the CMS links to the address of a %s',
  (kind, type) => {
    expect(type.address('een-slug')).toBe(pathOf({ kind, slug: 'een-slug' as Slug }))
  },
)

test('the CMS has a content type for every kind of entry that sites know', () => {
  expect(ENTRY_TYPES.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(least).toSorted())
})

test('what an entry links to comes before it, so that an import can write in this order', () => {
  const seen = new Set<string>()
  const early = ENTRY_TYPES.flatMap(({ uid, links }) => {
    const missing = links.filter(({ to }) => !seen.has(to)).map(({ to }) => `${uid} before ${to}`)
    seen.add(uid)
    return missing
  })
  expect(early).toEqual([])
})

test('the CMS refuses the slugs that the site needs itself', () => {
  const infoPage = ENTRY_TYPES.find(({ kind }) => kind === 'infoPage')
  expect([...(infoPage?.reservedSlugs ?? [])].toSorted()).toEqual([...RESERVED_SLUGS].toSorted())
})
