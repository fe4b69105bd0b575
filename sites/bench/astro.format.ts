/** What both builds of the bench's pages have in common. */
import type { AstroUserConfig } from 'astro'

export const benchFormat = {
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  vite: { environments: { prerender: { resolve: { noExternal: true } } } },
} as const satisfies AstroUserConfig
