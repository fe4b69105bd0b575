/**
 * Public bytes are a function of content, `now` and site format: what makes them reads no clock and no dice, and keeps nothing of one
 * wijk for the next. The linter forbids what it has a rule for; the rest, and what stands in `.astro` files, is looked for here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHARE_FOLDER } from '@wijkpers/content'
import { CARRIED_FOLDERS } from '@wijkpers/publishing'
import { IMMUTABLE_FOLDERS } from '@wijkpers/releases'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/settings.ts'

const makers = [
  'packages/content/src',
  'packages/feeds/src',
  'packages/images/src',
  'packages/page-graph/src',
  'packages/search/src',
  'sites/wijk/renderer',
  'sites/wijk/src',
]

const forbidden: Readonly<Record<string, RegExp>> = {
  'the clock of the machine':
    /\bnew Date(?:\(\s*\)|(?![\w(]))|(?<!new )(?<![\w.])Date\(|\bDate\.now\b|\bTemporal\.Now\b/,
  'a stopwatch': /\bperformance\.|\bprocess\.hrtime\b/,
  dice: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/,
  // A WeakMap is no such thing: what it keeps is of its key, and entries never change.
  'something that lives on from page to page':
    /^(?:export )?(?:let|var)\s|^(?:export )?const \w+(?:: [^=]+)? = (?:new (?:Map|Set)(?:<.*>)?\(\s*\)|\[\]|\{\})/m,
}

/** What may do it all the same, and why. */
const excused: Readonly<Record<string, readonly [what: string, why: string]>> = {
  'sites/wijk/src/search/start-search.ts': ['the clock of the machine', 'it runs at the reader'],
  'packages/images/src/card/letters.ts': [
    'something that lives on from page to page',
    'the font, and its letters by character: the same for every wijk',
  ],
  'packages/images/src/draw-card.ts': [
    'something that lives on from page to page',
    'the houses of the wijk drawn last, under its name, which is all that they are made of, on a sheet that is otherwise empty',
  ],
  'packages/search/src/words.ts': [
    'something that lives on from page to page',
    'stems of words: a function of the word alone',
  ],
}

function found(source: string): string[] {
  return Object.entries(forbidden).flatMap(([what, pattern]) => (pattern.test(source) ? [what] : []))
}

/** Without comments: these may speak of everything. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}

const sources = makers.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|mjs|astro)$/.test(file) && !/\.test\.ts$|\/testing\//.test(file)),
)

test('the site and all that it is made with reads no clock, throws no dice, and keeps nothing', () => {
  expect(sources.some((file) => file.endsWith('.astro'))).toBe(true)
  const wrong = sources.flatMap((file) =>
    found(codeOf(file))
      .filter((what) => excused[file]?.[0] !== what)
      .map((what) => `${file}: ${what}`),
  )
  expect(wrong).toEqual([])
})

test('what a render process makes pages with it takes from the site format, of which it has the hash', () => {
  const code = ['child.ts', 'share-cards.ts']
    .map((name) => codeOf(`packages/publishing/src/render/${name}`))
    .join('\n')
  const imports = code.match(/^import [\s\S]*? from '[^']+'/gm)!.filter((line) => line.includes('@wijkpers/'))
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([
    "import { drawCard } from '@wijkpers/images/draw-card'",
  ])
})

test('nobody is excused who does not need it', () => {
  const needed = Object.entries(excused).filter(([file, [what]]) => found(codeOf(file)).includes(what))
  expect(needed.map(([file]) => file)).toEqual(Object.keys(excused))
})

test('files that a release carries, and cards, are in folders that are kept for ever', () => {
  expect(IMMUTABLE_FOLDERS).toEqual(expect.arrayContaining([...CARRIED_FOLDERS, SHARE_FOLDER]))
})

describe('what is looked for is found', () => {
  test.each([
    'const today = new Date()',
    'const today = new Date( )',
    'const today = new Date;',
    'const today = Date()',
    'const at = Date.now()',
    'const then = performance.now()',
    'const id = crypto.randomUUID()',
    'const lot = Math.random()',
    'let last: Entry | null = null',
    'export let count = 0',
    'const seen = new Set<string>()',
    'const pages: Map<string, Page> = new Map()',
    'export const kept: string[] = []',
  ])('%s', (code) => {
    expect(found(`import { Entry } from './entry.ts'\n${code}\n`)).toHaveLength(1)
  })

  test.each([
    'const at = new Date(now)',
    'const kinds = new Set(["article"])',
    'const known = new WeakMap<Event, Day[]>()',
    'function f() {\n  let last = 0\n  const seen = new Set<string>()\n}',
    'const span: Date = toDate(event)',
    'const isDate = isDate(now)',
  ])('and not %s', (code) => {
    expect(found(code)).toEqual([])
  })
})
