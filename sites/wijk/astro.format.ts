/** What every build of the site format has in common: `astro dev`, `astro build` and the renderer. */
import type { AstroUserConfig } from 'astro'

export const siteFormat = {
  output: 'static',
  trailingSlash: 'always',
  build: {
    format: 'directory',
    // The content security policy allows no inline styles.
    inlineStylesheets: 'never',
  },
  // Photos are ready files of a release; nothing is transformed while rendering.
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  devToolbar: { enabled: false },
  vite: {
    // Nor inline scripts: the one script there is comes as a file, however small.
    build: { assetsInlineLimit: 0 },
    environments: {
      // The pages bundle needs no node_modules, so it runs from any folder.
      prerender: { resolve: { noExternal: true } },
    },
  },
} as const satisfies AstroUserConfig
