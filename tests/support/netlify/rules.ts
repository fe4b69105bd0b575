/** `_headers` and `_redirects`, and the `netlify.toml` that the CLI makes of them, as rules. Netlify's documented subset that a static site uses. */
import { parse } from 'smol-toml'

export interface HeaderRule {
  readonly pattern: string
  readonly values: readonly (readonly [name: string, value: string])[]
}

export interface RedirectRule {
  readonly from: string
  readonly to: string
  readonly status: number
  /** Goes before a file at the same address. */
  readonly isForced: boolean
}

export interface Rules {
  readonly headers: readonly HeaderRule[]
  readonly redirects: readonly RedirectRule[]
}

/** The rules in the files of a deploy. */
export function rulesOf(text: (path: string) => string | null): Rules {
  const made = text('netlify.toml')
  if (made !== null) return fromToml(made)
  return {
    headers: parseHeaders(text('_headers') ?? ''),
    redirects: parseRedirects(text('_redirects') ?? ''),
  }
}

function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; values: [string, string][] }[] = []
  for (const line of linesOf(text)) {
    if (/^\S/.test(line)) rules.push({ pattern: line.trim(), values: [] })
    else {
      const [, name, value] = /^\s+([^:\s]+):\s*(.*)$/.exec(line) ?? []
      if (!name || !rules.at(-1)) throw new Error(`_headers: cannot read ${JSON.stringify(line)}`)
      rules.at(-1)!.values.push([name.toLowerCase(), value!.trim()])
    }
  }
  return rules
}

function parseRedirects(text: string): RedirectRule[] {
  return linesOf(text).map((line) => {
    const [from, to, status = '301'] = line.trim().split(/\s+/)
    if (!from || !to) throw new Error(`_redirects: cannot read ${JSON.stringify(line)}`)
    return { from, to, status: Number.parseInt(status, 10), isForced: status.endsWith('!') }
  })
}

interface Toml {
  headers?: { for: string; values: Record<string, string | string[]> }[]
  redirects?: { from: string; to: string; status?: number; force?: boolean }[]
}

function fromToml(text: string): Rules {
  const { headers = [], redirects = [] } = parse(text) as unknown as Toml
  return {
    headers: headers.map(({ for: pattern, values }) => ({
      pattern,
      values: Object.entries(values).map(([name, value]) => [name.toLowerCase(), String(value)] as const),
    })),
    redirects: redirects.map(({ from, to, status = 301, force = false }) => ({
      from,
      to,
      status,
      isForced: force,
    })),
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
}

/** Whether a path fits a pattern with `*` at its end. */
export function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

/** The same for a redirect, that may be of one host only: `http://…/*`. */
export function fitsAddress(from: string, host: string, path: string): boolean {
  const [, of, pattern = ''] = /^http:\/\/([^/]+)(\/.*)$/.exec(from) ?? [null, null, from]
  return of === null ? fits(pattern, path) : of === host && fits(pattern, path)
}
