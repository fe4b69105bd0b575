/**
 * How one page is made. What all pages of a route have in common (styles, scripts, settings) Astro prepares once, for an
 * answer to a request. For each page it would go the whole way of a request again: take an address apart, make headers,
 * cookies and an answer. That is as much work as the page itself, and nobody reads it.
 */
import type { APIContext, APIRoute, AstroGlobal, RouteData, SSRManifest, SSRResult } from 'astro'
import { App } from 'astro/app'
import { createComponent, renderTemplate, renderToString } from 'astro/runtime/server/index.js'
import { encode, readPage } from './page-bytes.ts'
import { PageGlobal } from './page-global.ts'
import type { PageParams } from './page-path.ts'

/** The bytes of the page or feed of one route with these parameters. */
export type PageMaker = (params: PageParams) => Promise<Uint8Array>

/** What of the module of a route makes its pages. */
export interface RouteModule {
  readonly default?: ReturnType<typeof createComponent>
  readonly GET?: APIRoute
}

/** Makes the pages of `route` as `astro build` would. */
export async function pageMaker(
  manifest: SSRManifest,
  route: RouteData,
  module: RouteModule,
): Promise<PageMaker> {
  const { GET, default: component } = module
  if (GET)
    return async (params) => {
      const answer = await GET(new PageGlobal(params, {}) as unknown as APIContext)
      // What failed must not become a file.
      if (answer.status !== 200) throw new Error(`it answers with status ${answer.status}`)
      return readPage(answer)
    }
  if (!component) throw new Error(`[renderer] ${route.component} has neither a page nor a GET()`)
  const prepared = await prepare(manifest, route, component)
  return async (params) => {
    const page = await renderToString(forPage(prepared, params), component, {}, {}, true, route)
    if (typeof page !== 'string') throw new Error('it answers something else than a page')
    return encode(page)
  }
}

/** All that Astro gives to a component of this route, taken from it while it renders a page with nothing on it. */
async function prepare(
  manifest: SSRManifest,
  route: RouteData,
  { moduleId, propagation }: NonNullable<RouteModule['default']>,
): Promise<SSRResult> {
  let prepared: SSRResult | undefined
  const empty = createComponent(
    (result: SSRResult) => {
      prepared = fresh(result)
      return renderTemplate``
    },
    moduleId,
    propagation,
  )
  const pageMap = new Map([[route.component, () => Promise.resolve({ page: () => ({ default: empty }) })]])
  const app = new QuietApp({ ...manifest, pageMap, logLevel: 'silent' } as unknown as SSRManifest, false)
  const routeData = { ...route, pathname: '/' }
  await app.render(new Request('http://wijk.example/'), { routeData })
  if (!prepared) throw new Error(`[renderer] Astro did not come to ${route.component}`)
  return prepared
}

class QuietApp extends App {
  /** Astro would answer with an error page. */
  override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (_request, { status, error }) => Promise.reject(error ?? new Error(`status ${status}`)),
    }
  }
}

function forPage(prepared: SSRResult, params: PageParams): SSRResult {
  const result = fresh(prepared)
  result.params = params
  result.createAstro = (props) => new PageGlobal(params, props) as unknown as AstroGlobal
  return result
}

/** While a page is rendered, Astro adds to lists of it and empties others: those must be its own. */
function fresh({ _metadata: collected, ...rest }: SSRResult): SSRResult {
  return { ...withOwnLists(rest), _metadata: withOwnLists(collected) }
}

function withOwnLists<T extends object>(record: T): T {
  const copy = { ...record }
  for (const name in record) {
    const value = record[name]
    if (value instanceof Set) copy[name] = new Set(value) as typeof value
    else if (Array.isArray(value)) copy[name] = value.slice() as typeof value
  }
  return copy
}
