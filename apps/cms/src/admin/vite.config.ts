import { realpathSync } from 'node:fs'
import path from 'node:path'
import { ABOVE_PAGES, FETCH_ERRORS, HOME, pageEdits, ROW_TITLE, strapiEdits } from './strapi-edits.ts'

/** The parts of Vite's configuration and hooks that this file touches; Strapi brings Vite itself. */
interface ViteConfig {
  readonly root?: string
  readonly mode?: string
  plugins?: unknown[]
}
interface Resolver {
  resolve(source: string, importer: string, options: { skipSelf: boolean }): Promise<unknown>
}
interface Asset {
  source?: string | Uint8Array
}

export default (config: ViteConfig): ViteConfig => {
  // `strapi build` leaves it on development: React with its checks, and Strapi's tours for developers.
  if (config.mode === 'production') process.env.NODE_ENV = 'production'
  const root = config.root ?? process.cwd()
  const ours = [oneContentManager(root), ourScreens(root), strapiInDutch()]
  return { ...config, plugins: [...(config.plugins ?? []), ...ours] }
}

/**
 * pnpm keeps a copy of a package for every set of peers, and Strapi's plugins have another set than Strapi.
 * Two copies of the content manager would not see each other's panels, contexts and caches.
 */
function oneContentManager(root: string) {
  const strapi = realpathSync(path.join(root, 'node_modules/@strapi/strapi/package.json'))
  return {
    name: 'wijkpers:one-content-manager',
    enforce: 'pre',
    resolveId(this: Resolver, source: string, importer?: string) {
      if (!source.startsWith('@strapi/content-manager/') || importer === strapi) return null
      return this.resolve(source, strapi, { skipSelf: true })
    },
  }
}

/** What stands in the place of something of Strapi's (strapi-edits.ts), by the name it is imported under. */
const OUR_SCREENS: Readonly<Record<string, string>> = {
  [ABOVE_PAGES]: 'AbovePages.tsx',
  [HOME]: 'home/HomePage.tsx',
  [ROW_TITLE]: 'row-title.ts',
  [FETCH_ERRORS]: 'fetch-errors.ts',
}

function ourScreens(root: string) {
  return {
    name: 'wijkpers:our-screens',
    enforce: 'pre',
    resolveId: (source: string) =>
      source in OUR_SCREENS ? path.join(root, 'src/admin', OUR_SCREENS[source]!) : null,
  }
}

function strapiInDutch() {
  const open = new Set(strapiEdits)
  return {
    name: 'wijkpers:strapi-in-dutch',
    apply: 'build',
    transform(code: string, id: string) {
      const file = id.split('?')[0]!.replaceAll('\\', '/')
      const edits = strapiEdits.filter(({ module, find }) => file.endsWith(module) && code.includes(find))
      if (edits.length === 0) return null
      for (const edit of edits) open.delete(edit)
      return {
        code: edits.reduce((text, { find, replace }) => text.replaceAll(find, replace), code),
        map: null,
      }
    },
    buildEnd(error?: Error) {
      if (error || open.size === 0) return
      const missed = [...open].map(({ module, find }) => `${find} in ${module}`)
      throw new Error(`Not found any more in Strapi's admin (see strapi-edits.ts):\n${missed.join('\n')}`)
    },
    generateBundle: {
      // After Strapi's own plugin has written the page.
      order: 'post',
      handler(_options: unknown, bundle: Record<string, Asset>) {
        const page = bundle['index.html']
        if (typeof page?.source !== 'string') throw new Error('Strapi wrote no index.html')
        for (const { find, replace } of pageEdits) {
          if (!page.source.includes(find)) throw new Error(`Not found any more in index.html: ${find}`)
          page.source = page.source.replace(find, replace)
        }
      },
    },
  }
}
