/** What the renderer offers, without anything of Astro: for whoever loads the built one. */
import type { Site } from '@wijkpers/content/site'

/** A page of an open site. */
export interface PagePath {
  /** As visitors ask for it, such as `/nieuws/lente/`. */
  readonly pathname: string
  /** As `astro build` would name it, such as `nieuws/lente/index.html`. */
  readonly file: string
  /** The template of its route. */
  readonly madeBy: string
  /** What the renderer needs to find the page again. */
  readonly route: unknown
}

/** A site, open for one publish: its list of paths is made once. */
export interface OpenSite {
  /** Every page of the site, each with a file of its own. */
  paths(site: Site): Promise<PagePath[]>
  /** The bytes of one page. Throws RenderError. */
  render(site: Site, page: PagePath): Promise<Uint8Array>
}

/** The module `renderer/entry.mjs` of a built format. Any number of sites may be open at the same time. */
export interface Renderer {
  readonly openSite: (siteUrl: string) => OpenSite
  readonly RenderError: typeof RenderError
}

/** A page could not be rendered; `cause` is what its template threw. The same content will fail again. */
export class RenderError extends Error {
  override readonly name = 'RenderError'
  readonly pathname: string
  constructor(pathname: string, message: string, options?: ErrorOptions) {
    super(`[renderer] ${pathname}: ${message}`, options)
    this.pathname = pathname
  }
}
