import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/settings.ts'

/** Which part may import which other parts: the direction of the whole house. */
const allowed: Record<string, readonly string[]> = {
  'packages/content': [],
  'packages/page-graph': ['content'],
  'packages/feeds': ['content'],
  'packages/images': [],
  'packages/search': [],
  'packages/publishing': ['content', 'page-graph', 'images'],
  'packages/releases': [],
  'packages/deploy': ['content', 'publishing', 'releases'],
  'packages/dispatch': ['content', 'publishing'],
  'apps/publisher': ['content', 'publishing', 'deploy', 'dispatch', 'releases'],
  'apps/file-server': ['releases'],
  'apps/cms': [],
  'sites/bench': ['content', 'site'],
  'sites/wijk': ['content', 'feeds', 'images', 'page-graph', 'search'],
}

/** Libraries that one part alone may use, so that replacing one is a change in one place. */
const only: Record<string, readonly string[]> = {
  'better-sqlite3': ['packages/releases', 'scripts'],
  sharp: ['packages/images', 'demo', 'apps/cms', 'scripts'],
  'graphql-request': ['packages/content'],
  '@astrojs/rss': ['packages/feeds'],
  'opentype.js': ['packages/images'],
  '@orama/stemmers': ['packages/search'],
  'prom-client': ['apps/publisher'],
  pino: ['apps/publisher', 'apps/file-server'],
  'netlify-cli': ['packages/deploy'],
  'csv-parse': ['apps/cms'],
  nodemailer: ['apps/cms'],
  aws4fetch: ['packages/deploy', 'scripts'],
  pg: ['apps/publisher', 'scripts'],
}

const isMade = /^(node_modules|dist|\.astro|build|types)$/

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name)
    if (item.isDirectory()) return isMade.test(item.name) ? [] : sourcesBelow(path)
    return /\.(ts|tsx|astro|mjs|cjs)$/.test(item.name) ? [path] : []
  })
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return Array.from(
    text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+|\brequire\()['"]([^'"]+)['"]/gm),
    ([, specifier]) => specifier!,
  )
}

const parts = ['apps', 'packages', 'sites'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
)

test('every part of the house has its line in the table', () => {
  expect(parts.toSorted()).toEqual(Object.keys(allowed).toSorted())
})

describe.each(parts)('%s', (part) => {
  const sources = sourcesBelow(part)
  const isTest = (file: string) => file.endsWith('.test.ts')

  test('imports only the parts it may', () => {
    const used = sources
      .filter((file) => !isTest(file))
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => specifier.startsWith('@wijkpers/'))
    const wrong = used.filter(({ specifier }) => !allowed[part]!.includes(specifier.split('/')[1]!))
    expect(wrong).toEqual([])
  })

  test('reaches no other part by a path', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => relative(root, join(root, file, '..', specifier)))
        // Documents are of the whole house: the admin panel shows the editors' guide.
        .filter((path) => !path.startsWith(`${part}/`) && !path.startsWith('docs/'))
        .map((path) => `${file} -> ${path}`),
    )
    // Tests beside a file may use what all tests share.
    expect(wrong.filter((line) => !/\.test\.ts -> tests\/support\//.test(line))).toEqual([])
  })

  test('declares exactly the parts it imports', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, part, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const declared = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
      name.startsWith('@wijkpers/'),
    )
    const imported = new Set(
      sources.flatMap((file) =>
        importsOf(file).map((specifier) => specifier.split('/').slice(0, 2).join('/')),
      ),
    )
    expect(declared.toSorted()).toEqual(
      [...imported].filter((name) => name.startsWith('@wijkpers/')).toSorted(),
    )
  })
})

test.each(Object.entries(only))('only its own place uses %s', (library, places) => {
  const users = [...parts, 'scripts', 'demo'].flatMap((part) =>
    sourcesBelow(part)
      .filter((file) => !file.endsWith('.test.ts'))
      .filter((file) =>
        importsOf(file).some((specifier) => specifier === library || specifier.startsWith(`${library}/`)),
      )
      .map(() => part),
  )
  expect([...new Set(users)].filter((part) => !places.includes(part))).toEqual([])
})

test('publish.ts tells the whole story on one screen', () => {
  const lines = readFileSync(join(root, 'packages/publishing/src/publish.ts'), 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(100)
})
