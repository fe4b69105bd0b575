/** Makes the renderer of `astro build`: bundles `entry.ts` where Astro bundles what prerenders pages, and keeps it. */
import { cp, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration, ViteUserConfig } from 'astro'
import { putFormat } from './format.ts'

export interface RendererOptions {
  /** Folder of the finished format. */
  readonly out: URL
}

/** Astro overwrites an input that is given with `vite.environments`; not one that a plugin gives. */
const vite: ViteUserConfig = {
  plugins: [
    {
      name: 'wijkpers:renderer-entry',
      configEnvironment(name) {
        if (name !== 'prerender') return undefined
        const input = { 'prerender-entry': fileURLToPath(new URL('./entry.ts', import.meta.url)) }
        return { build: { rolldownOptions: { input } } }
      },
    },
  ],
}

/**
 * Astro writes environment variables into the bundle wherever a module has a word that is the name of one:
 * neither a secret nor the caller's NODE_ENV may become part of the format. So the build runs without any.
 */
function forgetEnvironment(): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, {
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    // Encrypts nothing, because no page has a server island; a random key would make every build a new format.
    ASTRO_KEY: Buffer.alloc(32).toString('base64'),
  })
}

/** For `astro build` only, and only in a process of its own: it takes the environment away. */
export function renderer({ out }: RendererOptions): AstroIntegration {
  forgetEnvironment()
  const name = 'wijkpers:renderer'
  let config: AstroConfig
  let bundle: string
  return {
    name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite })
      },
      'astro:config:done': (options) => {
        config = options.config
        options.setAdapter({
          name,
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static' },
          supportedAstroFeatures: { staticOutput: 'stable' },
        })
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name,
          getStaticPaths: async () => [],
          render: async () => {
            throw new Error('no page is rendered while the renderer is built')
          },
          // Astro removes the bundle after this.
          async teardown() {
            bundle = fileURLToPath(config.outDir).replace(/\/$/, '-bundle')
            await cp(fileURLToPath(new URL('./.prerender/', config.outDir)), bundle, { recursive: true })
          },
        })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const built = fileURLToPath(dir)
        try {
          const root = fileURLToPath(config.root)
          logger.info(`site format ${await putFormat({ root, built, bundle, out: fileURLToPath(out) })}`)
        } finally {
          await Promise.all([bundle, built].map((folder) => rm(folder, { recursive: true })))
        }
      },
    },
  }
}
