import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Article, Entry, EntryId, Slug, WijkId } from '@wijkpers/content'
import type { Reason, RenderedFile, Renderer, Rendering, RenderJob } from '../ports.ts'
import { createJournal, type Journal, type JournalOptions, readReasons } from './journal.ts'
import { reasonOf, sumUp } from './sum-up.ts'

const wijk = 'wijk0000000000000000molen' as WijkId
let folder: string
let journal: Journal
let live: { revision: number; files: Map<string, string> } | null
let formerAddresses: RenderJob['formerAddresses']
let changes: Awaited<ReturnType<JournalOptions['changesSince']>>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reasons-'))
  live = null
  changes = null
  formerAddresses = []
  journal = createJournal({
    folder,
    live: () => live,
    changesSince: (_, revision) =>
      revision === 6 ? Promise.resolve(changes) : Promise.reject(new Error(`since ${revision}?`)),
    onFailed(error) {
      throw error
    },
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const aFile = (path: string, reason: Reason): RenderedFile => ({
  path,
  reason,
  hash: '',
  size: 0,
  body: () => Promise.resolve(new Uint8Array()),
})
const anArticle = (slug: string) =>
  ({ kind: 'article', id: `id-${slug}` as EntryId, slug: slug as Slug, title: `Over ${slug}` }) as Article
const reading = (...subjects: string[]): Reason => ({ kind: 'touched', subjects })

function aRendering(rendered: readonly RenderedFile[], over: Partial<Rendering> = {}): Rendering {
  const change = { put: [{ entry: anArticle('markt'), isNew: false }], gone: [], isOtherWijk: false }
  const none = { kept: [], removed: [], validUntil: null, compareMs: 0, wentLive: () => undefined }
  return { basis: 1, rendered, change, ...none, ...over }
}

/** A publish that makes these files the next release. */
async function publish(release: number, rendering: Rendering, basis: number | null = release - 1) {
  const renderer: Renderer = { format: 'vorm', files: [], render: () => Promise.resolve(rendering) }
  const job = { wijk: { id: wijk }, formerAddresses } as unknown as RenderJob
  const made = await journal.through(renderer, 'hint').render(job, basis)
  made.wentLive(release)
}
/** They are written behind the publish, which does not wait for it. */
const kept = (release: number) =>
  vi.waitFor(
    async () => {
      const reasons = await readReasons(folder, wijk, release)
      if (!reasons) throw new Error(`no reasons of release ${release} yet`)
      return reasons
    },
    { timeout: 25_000 },
  )

test('of a release it is kept what changed, and which page read it', async () => {
  const pages = [
    aFile('index.html', reading('latestArticles(9)')),
    aFile('nieuws/b/index.html', { kind: 'new' }),
  ]
  await publish(2, aRendering(pages))
  const reasons = await kept(2)
  expect(reasons).toMatchObject({
    release: 2,
    why: 'hint',
    change: {
      entries: [{ kind: 'article', name: 'Over markt', path: '/nieuws/markt/', how: 'edited' }],
      others: 0,
      isOtherWijk: false,
    },
  })
  expect(reasonOf(reasons, 'index.html')).toEqual(reading('latestArticles(9)'))
  expect(reasonOf(reasons, 'nieuws/b/index.html')).toEqual({ kind: 'new' })
  expect(reasonOf(reasons, 'elders.html')).toBeNull()
  expect(await readReasons(folder, wijk, 3)).toBeNull()
})

test('a publish in which nothing differed leaves the reasons of what is live as they are', async () => {
  await publish(2, aRendering([aFile('index.html', reading('wijk()'))]))
  const before = await kept(2)
  await publish(2, aRendering([aFile('index.html', reading('today()'))]), 2)
  await publish(3, aRendering([]))
  await kept(3)
  expect(await readReasons(folder, wijk, 2)).toEqual(before)
})

test('a line that was cut off spoils only itself', async () => {
  await publish(2, aRendering([]))
  await kept(2)
  appendFileSync(join(folder, `${wijk}.jsonl`), '\n{"release":3,"why"')
  await publish(4, aRendering([]))
  expect((await kept(4)).release).toBe(4)
  expect((await readReasons(folder, wijk, 2))?.release).toBe(2)
})

test('it stays small: the oldest releases go', async () => {
  const pages = Array.from({ length: 50 }, (_, at) =>
    aFile(`nieuws/${'een-lange-naam'.repeat(4)}-${at}/index.html`, reading('wijk()')),
  )
  for (let release = 2; release <= 100; release++) await publish(release, aRendering(pages))
  await kept(100)
  expect(await readReasons(folder, wijk, 2)).toBeNull()
  expect(await readReasons(folder, wijk, 80)).not.toBeNull()
  expect(statSync(join(folder, `${wijk}.jsonl`)).size).toBeLessThan(300 * 1024)
})

test('of a change that reaches every page, only the few with another reason are listed', () => {
  const all = Array.from({ length: 5_000 }, (_, at) => aFile(`nieuws/${at}/index.html`, reading('wijk()')))
  const few = aFile('over/index.html', reading('wijk()', 'menu()'))
  const reasons = sumUp(aRendering([...all, few]), 2, 'hint')
  expect(JSON.stringify(reasons).length).toBeLessThan(1_000)
  expect(reasonOf(reasons, 'nieuws/4711/index.html')).toEqual(reading('wijk()'))
  expect(reasonOf(reasons, 'over/index.html')).toEqual(reading('wijk()', 'menu()'))
})

test('of an import with a reason a page it is said that nobody knows, rather than a wrong reason', () => {
  const each = Array.from({ length: 1_000 }, (_, at) =>
    aFile(`nieuws/${at}/index.html`, reading(`article("${at}")`)),
  )
  const many = Array.from({ length: 60 }, (_, at) =>
    aFile(`archief/${at}/index.html`, reading('articleYears()')),
  )
  const put = Array.from({ length: 1_000 }, (_, at) => ({ entry: anArticle(`bericht-${at}`), isNew: true }))
  const change = { put, gone: [anArticle('weg')], isOtherWijk: true }
  const reasons = sumUp(aRendering([...each, ...many], { change }), 2, 'hint')
  expect(reasonOf(reasons, 'nieuws/7/index.html')).toEqual(reading('article("7")'))
  expect(reasonOf(reasons, 'nieuws/999/index.html')).toBeNull()
  expect(reasons.change).toMatchObject({ others: 981, isOtherWijk: true })
})

describe('after a restart, when the renderer does not know what changed', () => {
  const everything = [aFile('nieuws/markt/index.html', { kind: 'everything' })]
  const unknown = () => {
    const rendering = aRendering(everything, { basis: null, change: null })
    // It is live as revision 7 when it is told so.
    return { ...rendering, wentLive: () => void (live = { revision: 7, files: new Map() }) }
  }
  beforeEach(() => {
    live = { revision: 6, files: new Map([['nieuws/markt/index.html', 'x']]) }
  })
  const entries = ['markt', 'bankjes'].map((slug) => ({ version: '2', entry: anArticle(slug) }))

  test('the CMS says it', async () => {
    changes = { revision: 7, entries, gone: ['weg' as EntryId] }
    await publish(2, unknown())
    expect((await kept(2)).change).toEqual({
      entries: [
        { kind: 'article', name: 'Over markt', path: '/nieuws/markt/', how: 'edited' },
        { kind: 'article', name: 'Over bankjes', path: '/nieuws/bankjes/', how: 'new' },
      ],
      others: 1,
      // Nobody compared them.
      isOtherWijk: null,
    })
  })

  test('what nobody can know is not told as new, nor as edited', async () => {
    const deal = { kind: 'deal', id: 'korting', title: 'Korting' } as unknown as Entry
    // One was taken back and is there again, the other had another address before.
    const [again, moved] = ['markt', 'verhuisd'].map(anArticle)
    formerAddresses = [
      { kind: 'article', slug: 'markt' as Slug, entry: 'id-markt' as EntryId },
      { kind: 'article', slug: 'eerst' as Slug, entry: 'id-verhuisd' as EntryId },
    ]
    const all = [deal, again!, moved!].map((entry) => ({ version: '2', entry }))
    changes = { revision: 7, entries: all, gone: [] }
    await publish(2, unknown())
    expect((await kept(2)).change!.entries.map(({ how }) => how)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('what was published since is not told as the reason of this release', async () => {
    changes = { revision: 8, entries, gone: [] }
    const earlier = publish(2, aRendering(everything))
    const later = publish(3, unknown())
    // While the reasons of the release before are being written, the next publish is live already.
    await Promise.all([earlier, later])
    live = { revision: 8, files: new Map() }
    expect((await kept(3)).change).toBeNull()
  })

  test('a change of no entry is one of the settings', async () => {
    changes = { revision: 7, entries: [], gone: [] }
    await publish(2, unknown())
    expect((await kept(2)).change).toEqual({ entries: [], others: 0, isOtherWijk: true })
  })

  test('that the CMS does not answer costs the names, and nothing more', async () => {
    live = { revision: 5, files: new Map() }
    await publish(2, unknown())
    expect(await kept(2)).toMatchObject({ release: 2, change: null })
  })
})
