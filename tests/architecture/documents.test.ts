import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig } from '../../apps/publisher/src/config.ts'
import { root } from '../../scripts/settings.ts'

const documents = globSync(['*.md', 'docs/**/*.md', '{apps,packages,sites,demo}/**/README.md'], {
  cwd: root,
  exclude: ['**/node_modules/**', '**/dist/**'],
})

test.each(documents)('%s points only to what exists', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
  const links = Array.from(prose.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g), ([, path]) =>
    join(dirname(document), path!),
  )
  const named = Array.from(
    text.matchAll(/`((?:apps|packages|sites|scripts|tests|docs|demo)\/[\w./-]+)`/g),
    ([, path]) => path!,
  ).filter((path) => !path.includes('/dist/'))
  expect([...links, ...named].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = documents.flatMap((document) =>
    Array.from(
      readFileSync(join(root, document), 'utf8').matchAll(/npm (?:run (?:-s )?)([\w:-]+)/g),
      ([, name]) => name!,
    ),
  )
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('every setting that a program reads stands in .env.example and in docs/interfaces.md', () => {
  const doors = [
    'scripts/{settings,verifier,acts/**/*}.ts',
    'apps/{publisher,file-server}/src/**/*.ts',
    'apps/cms/config/*.ts',
  ]
  const code = globSync(doors, { cwd: root, exclude: ['**/*.test.ts'] }).map(read)
  const ways =
    /\benv\.([A-Z]\w+)|(?:\benv(?:\.\w+)?|required)\('([A-Z]\w+)'|^ {2}([A-Z_\d]+): |^ {2}'([A-Z_]+)',$/gm
  const names = code.flatMap((text) => Array.from(text.matchAll(ways), ([, ...found]) => found.join('')))
  expect(names).toEqual(expect.arrayContaining(['CMS_URL', 'KEEP_DAYS', 'APP_KEYS', 'TRAIL_DAYS', 'CDN']))
  for (const document of ['.env.example', 'docs/interfaces.md']) {
    const text = read(document)
    const missing = [...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(text))
    expect({ document, missing }).toEqual({ document, missing: [] })
  }
})

test('every decision stands in the list of them, and every invariant has its proofs', () => {
  const titles = globSync('docs/decisions/0*.md', { cwd: root }).map((path) => {
    const [, title] = /^# (.+)/.exec(read(path))!
    return `- [${title}](${basename(path)})`
  })
  expect(read('docs/decisions/README.md').match(/^- .+$/gm)).toEqual(titles.toSorted(byNumber))
  const invariants = read('docs/design.md').match(/(?<=^## What must always be true$[\s\S]*?)^\d+(?=\. )/gm)
  const proven = Array.from(read('docs/proofs.md').matchAll(/^\| (\d+) /gm), ([, number]) => number)
  expect(new Set(proven)).toEqual(new Set(invariants))
})

const byNumber = (one: string, other: string) => Number(/\d+/.exec(one)) - Number(/\d+/.exec(other))

test('what stands empty in .env.example may stand so in an .env', () => {
  const secrets = { CMS_TOKEN: 'x'.repeat(16), HINT_SECRET: 'y'.repeat(16), PREVIEW_SECRET: 'z'.repeat(16) }
  const empty = parseEnv(read('.env.example').replaceAll(/^# (?=[A-Z_0-9]+=)(.*=).*$/gm, '$1'))
  expect(Object.keys(empty)).toContain('WEBSUB_HUB')
  expect(readConfig({ ...empty, ...secrets })).toEqual(readConfig(secrets))
})

test('docs/taken.md lists thirty tasks, each with the name of the test that walks it', () => {
  const rows = Array.from(
    readFileSync(join(root, 'docs/taken.md'), 'utf8').matchAll(/^\| (\d+) .*\| +(?:`(\w+)`)? *\|$/gm),
    ([, number, name]) => ({ number: Number(number), name }),
  )
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(rows.filter(({ name }) => name === undefined)).toEqual([])
  expect(new Set(rows.map(({ name }) => name)).size).toBe(30)
})
