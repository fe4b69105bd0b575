import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
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

test('docs/taken.md lists thirty tasks, each with the name of the test that walks it', () => {
  const rows = Array.from(
    readFileSync(join(root, 'docs/taken.md'), 'utf8').matchAll(/^\| (\d+) .*\| +(?:`(\w+)`)? *\|$/gm),
    ([, number, name]) => ({ number: Number(number), name }),
  )
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(rows.filter(({ name }) => name === undefined)).toEqual([])
  expect(new Set(rows.map(({ name }) => name)).size).toBe(30)
})
