import { realpathSync } from 'node:fs'
import path from 'node:path'
import { strapiEdits } from './strapi-edits/index.ts'
import { OUR_MODULES } from './strapi-edits/our-modules.ts'
import { pageEdits } from './strapi-edits/words.ts'

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
  const ours = [oneContentManager(root), ourModules(root), editedStrapi()]
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

function ourModules(root: string) {
  return {
    name: 'wijkpers:our-modules',
    enforce: 'pre',
    resolveId: (source: string) =>
      source in OUR_MODULES ? path.join(root, 'src/admin', OUR_MODULES[source]!) : null,
  }
}

function editedStrapi() {
  const open = new Set(strapiEdits)
  return {
    name: 'wijkpers:edited-strapi',
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
      throw new Error(`Not found any more in Strapi's admin (see strapi-edits):\n${missed.join('\n')}`)
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
