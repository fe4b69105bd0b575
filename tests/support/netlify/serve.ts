/** How Netlify shows the files of a deploy: rules first that are forced, then files, then the other rules, then 404.html. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { fits, fitsAddress, rulesOf } from './rules.ts'

/** The bytes of a published deploy. */
export interface ShownDeploy {
  /** The file at a path without a slash in front. */
  body(path: string): Buffer | null
}

// What Netlify says of files that no rule says it of.
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.js': 'application/javascript; charset=UTF-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.ics': 'text/calendar',
  '.txt': 'text/plain; charset=UTF-8',
  '.json': 'application/json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
// Rules are read from these; they are not shown.
const hidden = new Set(['_headers', '_redirects', 'netlify.toml'])

/** Answers a reader; `deploy` is null for a host that no site has, or a site that shows nothing yet. */
export function serveSite(
  deploy: ShownDeploy | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0]!)
  if (!deploy) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not Found - Request ID: 01')
    return
  }
  const { headers, redirects } = rulesOf((name) => deploy.body(name)?.toString() ?? null)
  const added = new Map<string, string[]>()
  for (const { pattern, values } of headers)
    if (fits(pattern, path))
      for (const [name, value] of values) added.set(name, [...(added.get(name) ?? []), value])

  function show(status: number, name: string, body: Buffer): void {
    const all = new Map<string, string>([
      ['cache-control', 'public,max-age=0,must-revalidate'],
      ['content-type', types[extname(name)] ?? 'application/octet-stream'],
    ])
    // What Netlify does with one header in two rules is not known: joined, so that a test sees it.
    for (const [header, values] of added) all.set(header, values.join(','))
    response.writeHead(status, Object.fromEntries(all)).end(request.method === 'HEAD' ? undefined : body)
  }
  function redirect(isForced: boolean): boolean {
    const [host = ''] = (request.headers.host ?? '').split(':')
    const rule = redirects.find((each) => each.isForced === isForced && fitsAddress(each.from, host, path))
    if (!rule) return false
    // Anything but a redirect shows what is at the other address.
    if (rule.status < 300 || rule.status > 399) {
      const name = `${rule.to.slice(1)}${rule.to.endsWith('/') ? 'index.html' : ''}`
      show(rule.status, name, deploy?.body(name) ?? Buffer.from('Not Found'))
      return true
    }
    const splat = path.slice(rule.from.replace(/^https?:\/\/[^/]+/, '').length - 1)
    const location = rule.to.replace(':splat', splat)
    response.writeHead(rule.status, { ...Object.fromEntries(added), location }).end()
    return true
  }

  const file = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
  if (redirect(true)) return
  const body = hidden.has(file) ? null : deploy.body(file)
  if (body) return show(200, file, body)
  if (redirect(false)) return
  const missing = deploy.body('404.html')
  if (missing) return show(404, '404.html', missing)
  response.writeHead(404, { ...Object.fromEntries(added), 'content-type': 'text/plain' }).end('Not Found')
}
