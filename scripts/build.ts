/** Builds what cannot run from source: the CMS with its admin panel, and the renderer of the site format. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './settings.ts'

interface Build {
  /** What the operator reads while it runs. */
  readonly label: string
  readonly package: string
  readonly script: string
  /** The result depends on these files and folders, below the root. */
  readonly sources: readonly string[]
  /** Exists when the build succeeded. */
  readonly result: string
}

export const builds = {
  cms: {
    label: 'redactie bouwen',
    package: '@wijkpers/cms',
    script: 'build',
    sources: ['apps/cms', 'docs/redactie.md', 'pnpm-lock.yaml'],
    result: 'apps/cms/dist/build/index.html',
  },
  siteFormat: {
    label: 'sitevorm bouwen',
    package: '@wijkpers/site',
    script: 'build:renderer',
    sources: [
      'sites/wijk',
      'packages/content',
      'packages/feeds',
      'packages/images',
      'packages/page-graph',
      'packages/search',
      'pnpm-lock.yaml',
    ],
    result: 'sites/wijk/dist/format/format.json',
  },
} satisfies Record<string, Build>

/** The pages that `npm run bench -- render` makes with our renderer. */
export const benchPages: Build = {
  label: 'pagina’s van de meting bouwen',
  package: '@wijkpers/bench-site',
  script: 'build:renderer',
  sources: [
    'sites/bench',
    'sites/wijk/renderer',
    'packages/content',
    'packages/page-graph',
    'pnpm-lock.yaml',
  ],
  result: 'sites/bench/dist/format/format.json',
}

const isMade = /^(node_modules|dist|build|\.astro|\.cache|\.tmp|\.strapi.*|public)$/
/** No build reads them. */
const isBeside = /\.test\.tsx?$|^README\.md$/

/** A hash over the contents of `sources`: the same sources need no second build. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (path: string, isFolder: boolean): void => {
    if (!isFolder) {
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
      return
    }
    const items = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name.localeCompare(b.name),
    )
    for (const item of items)
      if (!isMade.test(item.name) && !isBeside.test(item.name)) add(join(path, item.name), item.isDirectory())
  }
  for (const source of sources) add(source, !source.includes('.'))
  return hash.digest('hex')
}

/** Runs a build unless its result is there and fits its sources. Rejects with the end of the build's output. */
export async function ensureBuilt(build: Build): Promise<{ wasBuilt: boolean }> {
  const stamp = join(
    root,
    'node_modules',
    '.cache',
    'wijkpers',
    `${build.package.replace(/\W+/g, '-')}.built`,
  )
  const wanted = fingerprint(build.sources)
  const isFresh =
    existsSync(join(root, build.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh) return { wasBuilt: false }
  const child = spawn('pnpm', ['--filter', build.package, 'run', build.script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0)
    throw new Error(`${build.label} is niet gelukt:\n${output.split('\n').slice(-40).join('\n')}`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return { wasBuilt: true }
}
