import type { EntryId, FormerAddress, Slug, Wijk, WijkId } from '@wijkpers/content'
import { CmsUnavailableError, InvalidContentError, type VersionedEntry } from '@wijkpers/content/strapi'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createContentReader } from './content.ts'
import type { ContentSource, Receipt } from './ports.ts'
import { publish, type PublishPorts } from './publish.ts'

const wijk = 'wijk00000001' as WijkId
const settings = { id: wijk } as Wijk
const left = (slug: string, entry: string): FormerAddress => ({
  kind: 'article',
  slug: slug as Slug,
  entry: entry as EntryId,
})

/** A CMS that says of each revision which addresses were left with it. */
function aCms(...revisions: readonly (readonly FormerAddress[])[]) {
  const cms = { revision: 1, changedAt: '2026-11-22T12:00:00.000Z', cmsStartedAt: '2026-11-22T08:00:00.000Z' }
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

test('what was kept is forgotten when it may be what is wrong, and all is read again', async () => {
  const asked: string[] = []
  const { source } = aCms([])
  const reader = createContentReader({
    ...source,
    manifest: (...of) => (asked.push('all'), source.manifest(...of)),
    changes: (...of) => (asked.push('changes'), source.changes(...of)),
  })
  const first = await reader.read(wijk)
  await reader.read(wijk)
  expect(await reader.read(wijk, { isAnew: true })).toEqual(first)
  await reader.read(wijk)
  expect(asked).toEqual(['all', 'changes', 'all', 'changes'])
})

test.each([
  ['a lower number', 1, '2026-11-22T11:00:00.000Z'],
  ['the same number of another moment', 2, '2026-11-22T13:00:00.000Z'],
  ['a higher number of an earlier moment', 3, '2026-11-22T11:00:00.000Z'],
])('after the CMS was put back from a backup all is read again: %s', async (_, revision, changedAt) => {
  const asked: string[] = []
  const { cms, source } = aCms([], [], [])
  cms.revision = 2
  const reader = createContentReader({
    ...source,
    manifest: (...of) => (asked.push('all'), source.manifest(...of)),
  })
  await reader.read(wijk)
  await reader.read(wijk)
  expect(asked).toEqual(['all'])
  Object.assign(cms, { revision, changedAt })
  expect(await reader.read(wijk)).toMatchObject({ revision, changedAt })
  expect(asked).toEqual(['all', 'all'])
})

test('a CMS that was put back from a backup and is past the number of before is compared in full, once', async () => {
  const article = (id: string) => ({ version: '1', entry: { id } }) as VersionedEntry
  const [kept, lost, new6, new7] = [
    article('blijft'),
    article('verloren'),
    article('nieuw6'),
    article('nieuw7'),
  ]
  const asked: string[] = []
  const of = (cmsStartedAt: string, revision: number, changedAt: string) => {
    return { revision, changedAt, cmsStartedAt, wijk: settings, held: null, formerAddresses: [] }
  }
  let told = of('2026-11-22T08:00:00.000Z', 6, '2026-11-22T12:00:00.000Z')
  let all = [kept, lost]
  const reader = createContentReader({
    manifest() {
      asked.push('all')
      const entries = all.map(({ entry, version }) => ({ id: entry.id, version }))
      return Promise.resolve({ ...told, entries })
    },
    entries: (_, ids) =>
      Promise.resolve({
        revision: told.revision,
        entries: all.filter(({ entry }) => ids.includes(entry.id)),
      }),
    // What it has of after revision 6.
    changes: () => Promise.resolve({ ...told, entries: told.revision > 6 ? [new7] : [], gone: [] }),
  })
  const before = await reader.read(wijk)
  expect([...before!.entries.keys()]).toEqual(['blijft', 'verloren'])
  // Put back to 5, and on to 7 by plans that waited, before anybody asks.
  told = of('2026-11-22T13:00:00.000Z', 7, '2026-11-22T13:00:01.000Z')
  all = [kept, new6, new7]
  const after = await reader.read(wijk)
  expect([...after!.entries.keys()]).toEqual(['blijft', 'nieuw6', 'nieuw7'])
  expect(after!.entries.get('blijft' as EntryId)).toBe(before!.entries.get('blijft' as EntryId))
  await reader.read(wijk)
  expect(asked).toEqual(['all', 'all'])
})

test('what is published while a wijk is first read is seen whole, however fast it goes on, and half of it never', async () => {
  const entry = (id: string, version: number) =>
    ({ version: `${version}`, entry: { id } }) as unknown as VersionedEntry
  const { cms, source } = aCms([])
  // Each publish writes the first anew, and in the same transaction what it names.
  const all = () => [entry('eerste', cms.revision), entry(`genoemd${cms.revision}`, cms.revision)]
  let asked = 0
  const reader = createContentReader({
    async manifest(of) {
      asked++
      const entries = all().map(({ entry: { id }, version }) => ({ id, version }))
      return { ...(await source.manifest(of))!, entries }
    },
    async entries(_, ids) {
      cms.revision++
      const entries = all().filter(({ entry: { id } }) => ids.includes(id))
      return Promise.resolve({ revision: cms.revision, entries })
    },
    async changes(of, since) {
      cms.revision++
      const gone = Array.from({ length: cms.revision - since }, (_, n) => `genoemd${since + n}` as EntryId)
      return { ...(await source.changes(of, since))!, entries: all(), gone }
    },
  })
  const read = await reader.read(wijk)
  expect(read?.revision).toBe(cms.revision)
  expect([...read!.entries.values()]).toEqual(all())
  expect(asked).toBe(1)
})

test('a CMS that was started anew between two reads of a wijk is asked again later: it may have been put back', async () => {
  const { cms, source } = aCms([])
  const told = { id: 'eerste' as EntryId, version: '1' }
  let isStartedAnew = true
  const reader = createContentReader({
    ...source,
    manifest: async (of) => ({ ...(await source.manifest(of))!, entries: [told] }),
    entries() {
      cms.revision++
      if (isStartedAnew) cms.cmsStartedAt = '2026-11-22T13:00:00.000Z'
      return Promise.resolve({ revision: cms.revision, entries: [] })
    },
  })
  await expect(reader.read(wijk)).rejects.toThrow(CmsUnavailableError)
  isStartedAnew = false
  expect(await reader.read(wijk)).toMatchObject({ revision: 3 })
})

test('with a CMS that hangs what time touches is made of what was read last, after two seconds and then at once', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { cms, source } = aCms([], [], [])
  const answers: PromiseWithResolvers<void>[] = []
  let hangs = false
  const reader = createContentReader({
    ...source,
    async changes(...of) {
      const answer = Promise.withResolvers<void>()
      if (hangs) await (answers.push(answer), answer.promise)
      return source.changes(...of)
    },
  })
  const other = 'wijk00000002' as WijkId
  for (const each of [wijk, other]) await reader.read(each)
  cms.revision = 2
  // One that answers is waited for.
  expect(await reader.read(wijk, { orLast: true })).toMatchObject({ revision: 2 })
  hangs = true
  cms.revision = 3
  const first = reader.read(wijk, { orLast: true })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await first).toMatchObject({ revision: 2 })
  expect(await reader.read(other, { orLast: true })).toMatchObject({ revision: 1 })
  expect(answers).toHaveLength(1)
  // What it says in the end is kept, and it is asked again.
  answers[0]!.resolve()
  hangs = false
  await vi.advanceTimersByTimeAsync(0)
  expect(await reader.read(other, { orLast: true })).toMatchObject({ revision: 3 })
})

test('with an entry that cannot be read time goes on with what was read last; what was published keeps failing', async () => {
  const { cms, source } = aCms([], [])
  let isReadable = true
  const reader = createContentReader({
    ...source,
    changes: (...of) =>
      isReadable
        ? source.changes(...of)
        : Promise.reject(new InvalidContentError('slug', { title: 'Lente' })),
  })
  const last = await reader.read(wijk)
  isReadable = false
  cms.revision = 2
  expect(await reader.read(wijk, { orLast: true })).toBe(last)
  await expect(reader.read(wijk)).rejects.toThrow(InvalidContentError)
  isReadable = true
  expect(await reader.read(wijk, { orLast: true })).toMatchObject({ revision: 2 })
})

test('a publish that mends what is wrong trusts no content that was read before', async () => {
  const read: unknown[] = []
  for (const wrong of [null, new Set(['index.html'])]) {
    const content = { read: (_: WijkId, how: object) => (read.push(how), Promise.resolve(null)) }
    const ports = { content, wrongIn: () => wrong, target: { live: () => null }, now: () => new Date() }
    await publish(wijk, {} as Receipt, ports as unknown as PublishPorts)
  }
  expect(read).toEqual([
    { orLast: true, isAnew: false },
    { orLast: true, isAnew: true },
  ])
})

test('an answer that was long on its way never takes the place of a newer one', async () => {
  const { cms, source } = aCms([], [], [])
  const answer = Promise.withResolvers<void>()
  let asked = 0
  const reader = createContentReader({
    ...source,
    async changes(...of) {
      const turn = ++asked
      if (turn === 3) throw new CmsUnavailableError('weg')
      const changes = await source.changes(...of)
      if (turn === 1) await answer.promise
      return changes
    },
  })
  await reader.read(wijk)
  cms.revision = 2
  const late = reader.read(wijk)
  cms.revision = 3
  expect(await reader.read(wijk)).toMatchObject({ revision: 3 })
  answer.resolve()
  expect(await late).toMatchObject({ revision: 2 })
  expect(await reader.read(wijk, { orLast: true })).toMatchObject({ revision: 3 })
})

test('what mends a wijk is never made of what was read before, also when the CMS is away', async () => {
  const { source } = aCms([])
  let isAway = false
  const manifest: ContentSource['manifest'] = (...of) =>
    isAway ? Promise.reject(new CmsUnavailableError('weg')) : source.manifest(...of)
  const reader = createContentReader({ ...source, manifest })
  await reader.read(wijk)
  isAway = true
  await expect(reader.read(wijk, { orLast: true, isAnew: true })).rejects.toThrow(CmsUnavailableError)
})

test('only so many wijken are kept, and the one that was read longest ago is forgotten first', async () => {
  const reader = createContentReader(aCms([]).source, 2)
  const [a, b, c] = ['wijk0000000a', 'wijk0000000b', 'wijk0000000c'] as [WijkId, WijkId, WijkId]
  for (const each of [a, b, a, c]) await reader.read(each)
  expect([a, b, c].map((each) => reader.has(each))).toEqual([true, false, true])
})
