import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/settings.ts'
import { dutch, fullKey, ourDutch, ourPlugins, sentencesInCode, strapiPacks } from './strapi-packs.ts'

/** What an editor meets. The others are paid, or not in use: their gaps are filled all the same. */
const inUse = ['admin', 'content-manager', 'i18n', 'upload']

/** Ours from top to bottom: names that come from data, and our own widgets. */
const ownWords = new Set(['names', 'wijkpers'])

const packs = await strapiPacks()
const inCode = sentencesInCode(inUse)
const panel = await dutch()

test('the packs of the whole admin panel are found', () => {
  expect(packs.map(({ plugin }) => plugin)).toEqual(expect.arrayContaining([...inUse, 'graphql']))
  expect(packs.flatMap(({ en }) => Object.keys(en)).length).toBeGreaterThan(2_000)
  expect(inCode.size).toBeGreaterThan(1_000)
})

test('every message of Strapi has Dutch', () => {
  const missing = packs.flatMap(({ plugin, en }) =>
    Object.keys(en)
      .map((key) => fullKey(plugin, key))
      .filter((key) => !(key in panel)),
  )
  expect(missing).toEqual([])
})

test('every sentence that Strapi has in its code only has Dutch', () => {
  expect([...inCode.keys()].filter((id) => !(id in panel))).toEqual([])
})

test('Dutch of ours that Strapi no longer asks for is gone', () => {
  const idsOf = (plugin: string) => {
    const pack = packs.find((each) => each.plugin === plugin)
    return new Set([...Object.keys(pack?.en ?? {}), ...Object.keys(pack?.nl ?? {})])
  }
  const everywhere = sentencesInCode(packs.map(({ plugin }) => plugin))
  const unused = ourPlugins()
    .filter((plugin) => !ownWords.has(plugin))
    .flatMap((plugin) => {
      const known = idsOf(plugin)
      return Object.keys(ourDutch(plugin))
        .filter((key) => !known.has(key) && !everywhere.has(fullKey(plugin, key)))
        .map((key) => fullKey(plugin, key))
    })
  expect(unused).toEqual([])
})

test('no Dutch of ours repeats what Strapi already says', () => {
  const repeated = packs.flatMap(({ plugin, nl }) =>
    Object.entries(ourDutch(plugin)).flatMap(([key, text]) =>
      nl[key] === text ? [fullKey(plugin, key)] : [],
    ),
  )
  expect(repeated).toEqual([])
})

test('every Dutch message can be read by the formatter and asks for nothing that Strapi does not give', () => {
  const faults = packs.flatMap(({ plugin, en, nl }) => {
    const ours = ourDutch(plugin)
    return Object.entries({ ...nl, ...ours }).flatMap(([key, text]) => {
      const asked = argumentsOf(text)
      if (asked === null) return isShown(plugin) ? [`${fullKey(plugin, key)} cannot be read: ${text}`] : []
      const given = key in en ? argumentsOf(en[key]!) : null
      const unknown = given ? [...asked].filter((name) => !given.has(name)) : []
      return unknown.length > 0 ? [`${fullKey(plugin, key)} asks for ${unknown.join(', ')}`] : []
    })
  })
  expect(faults).toEqual([])
})

test('an editor reads the same words everywhere', () => {
  const words =
    /\b(content manager|media library|mediabibliotheek|entry|entries|assets?|depublic|a\.u\.b\.|invoer)/i
  const shown = Object.entries(panel).filter(
    ([key]) => /^(content-manager|upload)\./.test(key) && inCode.has(key),
  )
  const technical = shown.filter(([, text]) => words.test(text.replaceAll(/\{[^}]*\}/g, '')))
  expect(technical).toEqual([])
})

test('who runs the installation is called by one word, in the panel, in what is mailed and published, and in the guides', () => {
  const files = ['apps/cms/src', 'apps/publisher/src', 'scripts/acts']
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,json}`, { cwd: root }))
    .concat('docs/redactie.md', 'docs/taken.md')
  const linesIn = (file: string) => readFileSync(join(root, file), 'utf8').split('\n')
  const otherwise = files.flatMap((file) =>
    linesIn(file).flatMap((line, at) =>
      /\bbeheerder/i.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [],
    ),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(otherwise).toEqual([])
})

function isShown(plugin: string): boolean {
  return inUse.includes(plugin)
}

/** The names between braces and the tags in a message; null when the formatter cannot read it. */
function argumentsOf(message: string): Set<string> | null {
  const names = new Set<string>()
  const visit = (nodes: readonly Node[]) => {
    for (const { type, value, options, children } of nodes) {
      if (type >= ARGUMENT && type <= PLURAL) names.add(String(value))
      if (type === TAG) names.add(`<${String(value)}>`)
      for (const option of Object.values(options ?? {})) visit(option.value)
      visit(children ?? [])
    }
  }
  try {
    visit(parse(message))
    return names
  } catch {
    return null
  }
}

/** The parts of the formatter's syntax tree that hold names; see TYPE in icu-messageformat-parser. */
const [ARGUMENT, PLURAL, TAG] = [1, 6, 8]
interface Node {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>> | null
  readonly children?: readonly Node[]
}

/** The parser that the admin panel itself uses. */
const { parse } = ['@strapi/strapi/package.json', '@strapi/admin/_internal', 'react-intl'].reduce(
  (require, name) => createRequire(require.resolve(name)),
  createRequire(join(root, 'apps/cms/package.json')),
)('@formatjs/icu-messageformat-parser') as { parse: (message: string) => Node[] }
