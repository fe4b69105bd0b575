/** A site as files behind nginx, answered as our own file server answers it: the same tables make both. */
import {
  ASK_EACH_TIME,
  CACHE_FOREVER,
  contentTypeOf,
  IMMUTABLE_FOLDERS,
  securityHeaders,
} from '@wijkpers/releases'

export interface NginxConfOptions {
  /** Folder with the files of the site. */
  readonly root: string
  readonly listen: string
  readonly serverName: string
  readonly isHttps: boolean
  readonly paths: Iterable<string>
}

/**
 * A `server` block with what it needs above it, to be included in the `http` block. All headers stand at one level,
 * because an `add_header` further in takes away those further out.
 */
export function nginxConf({ root, listen, serverName, isHttps, paths }: NginxConfOptions): string {
  const folders = IMMUTABLE_FOLDERS.map((folder) => folder.replace(/\/$/, '')).join('|')
  const types = [...new Set(Array.from(paths, (path) => path))]
    .map((path) => [path, contentTypeOf(path)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byExtension = new Map<string, string>()
  const byPath: string[] = []
  for (const [path, type] of types) {
    const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]
    if (extension && (byExtension.get(extension) ?? type) === type) byExtension.set(extension, type)
    else byPath.push(`  location = ${quoted(`/${path}`)} { types { } default_type ${quoted(type)}; }`)
  }
  const headers = [...securityHeaders({ isHttps }), ['cache-control', '$wijkpers_cache'] as const]
  return [
    'map $uri $wijkpers_cache {',
    `  default ${quoted(ASK_EACH_TIME)};`,
    `  ${quoted(`~^/(${folders})/`)} ${quoted(CACHE_FOREVER)};`,
    '}',
    'server {',
    `  listen ${listen};`,
    `  server_name ${serverName};`,
    `  root ${quoted(root)};`,
    '  index index.html;',
    '  absolute_redirect off;',
    '  error_page 404 /404.html;',
    '  if ($request_uri ~ "^([^?]*/)index\\.html(\\?.*)?$") { return 301 $1$2; }',
    '  types {',
    ...Array.from(byExtension, ([extension, type]) => `    ${quoted(type)} ${extension};`),
    '  }',
    '  default_type application/octet-stream;',
    ...byPath,
    ...headers.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
    '}',
    '',
  ].join('\n')
}

const quoted = (text: string) => `"${text.replaceAll(/(["\\])/g, '\\$1')}"`
