import type { PageParams } from './page-path.ts'

/**
 * `Astro` in a component, and the context of an endpoint. A page is made of its parameters, its props and the current site:
 * what else Astro offers (an address, a request, cookies) a publish knows nothing of, so asking for it throws.
 */
export class PageGlobal {
  readonly params: PageParams
  readonly props: Readonly<Record<string, unknown>>
  readonly self = null
  constructor(params: PageParams, props: Readonly<Record<string, unknown>>) {
    this.params = params
    this.props = props
  }
}

const nothingElse = new Proxy(Object.create(null) as object, {
  get(_, name) {
    if (typeof name === 'symbol') return undefined
    throw new Error(`reads Astro.${name}, but a page has only Astro.params, Astro.props and the current site`)
  },
})
Object.setPrototypeOf(PageGlobal.prototype, nothingElse)
