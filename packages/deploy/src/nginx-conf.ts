/** A site as files behind nginx, answered as our own file server answers it: the same tables make both. */
import {
  ASK_EACH_TIME,
  CACHE_FOREVER,
  contentSecurityPolicy,
  contentTypeOf,
  EMBEDS,
  EMPTY_LISTS,
  FILES_BESIDE,
  IMMUTABLE_FOLDERS,
  securityOfAll,
} from '@wijkpers/releases'
import { type Addresses, GONE_PAGE } from './site-rules.ts'

export interface NginxConfOptions {
  /** Folder with the files of the site. */
  readonly root: string
  readonly listen: string
  readonly serverName: string
  readonly isHttps: boolean
  readonly files: Addresses
}

/**
 * A `server` block with what it needs above it, to be included in the `http` block. All headers stand at one level,
 * because an `add_header` further in takes away those further out.
 */
export function nginxConf({ root, listen, serverName, isHttps, files }: NginxConfOptions): string {
  const paths = Array.from(files, ([path]) => path)
  const left = leftFolders(files)
  const folders = IMMUTABLE_FOLDERS.map((folder) => folder.replace(/\/$/, '')).join('|')
  const types = [...new Set(paths)]
    .map((path) => [path, contentTypeOf(path)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const byExtension = new Map<string, string>()
  const byPath: string[] = []
  for (const [path, type] of types) {
    const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]
    if (extension && (byExtension.get(extension) ?? type) === type) byExtension.set(extension, type)
    else byPath.push(`  location = ${quoted(`/${path}`)} { types { } default_type ${quoted(type)}; }`)
  }
  const [policy, framed] = [false, true].map((isFramed) => contentSecurityPolicy({ isHttps, isFramed }))
  const headers = [
    [policy![0], '$wijkpers_policy'] as const,
    ...securityOfAll({ isHttps }),
    ['cache-control', '$wijkpers_cache'] as const,
  ]
  return [
    // Of what was asked for, also when another page is shown for it.
    'map $request_uri $wijkpers_policy {',
    `  default ${quoted(policy![1])};`,
    `  ${quoted(`~^/${EMBEDS}([/?]|$)`)} ${quoted(framed![1])};`,
    '}',
    'map $uri $wijkpers_cache {',
    `  default ${quoted(ASK_EACH_TIME)};`,
    `  ${quoted(`~^/(${folders})/`)} ${quoted(CACHE_FOREVER)};`,
    '}',
    ...(left.length > 0 ? mapsOf(left) : []),
    'server {',
    `  listen ${listen};`,
    `  server_name ${serverName};`,
    `  root ${quoted(root)};`,
    '  index index.html;',
    '  absolute_redirect off;',
    '  error_page 404 /404.html;',
    ...(left.length > 0
      ? [
          `  error_page 410 ${GONE_PAGE}index.html;`,
          '  if ($wijkpers_moved = "gone") { return 410; }',
          '  if ($wijkpers_moved ~ "^/") { return 301 $wijkpers_moved$wijkpers_rest$is_args$args; }',
        ]
      : []),
    '  if ($request_uri ~ "^([^?]*/)index\\.html(\\?.*)?$") { return 301 $1$2; }',
    '  types {',
    ...Array.from(byExtension, ([extension, type]) => `    ${quoted(type)} ${extension};`),
    '  }',
    '  default_type application/octet-stream;',
    ...byPath,
    ...Array.from(EMPTY_LISTS)
      .filter(([, page]) => paths.includes(page))
      .map(
        ([folder, page]) => `  location ^~ ${quoted(`/${folder}`)} { error_page 404 ${quoted(`/${page}`)}; }`,
      ),
    ...RULES_FOR_OTHERS.map((path) => `  location = ${quoted(path)} { return 404; }`),
    ...headers.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
    '}',
    '',
  ].join('\n')
}

const quoted = (text: string) => `"${text.replaceAll(/(["\\])/g, '\\$1')}"`

/** What Netlify and the like read, and never show: it names every address that was left. */
const RULES_FOR_OTHERS = ['/_headers', '/_redirects']

const PAGE = '/index.html'

/** The addresses that were left, without a slash at the end, and where each leads: the same, or `gone`. */
function leftFolders(files: Addresses): (readonly [folder: string, to: string])[] {
  return Array.from(files)
    .flatMap(([path, { movedTo }]) =>
      movedTo !== undefined && path.endsWith(PAGE)
        ? [[`/${path.slice(0, -PAGE.length)}`, movedTo === '' ? 'gone' : movedTo.slice(0, -1)] as const]
        : [],
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Where a request leads that is at an address that was left, or asks for a file that goes with it. Patterns, though they are whole
 * addresses: for names nginx wants a table whose size is the business of whoever has the `http` block.
 */
function mapsOf(left: ReturnType<typeof leftFolders>): string[] {
  const beside = Array.from(FILES_BESIDE, ([first, ends]) => ({
    folder: `/${first}/[a-z0-9-]+`,
    end: ends.map((end) => end.replaceAll('.', String.raw`\.`)).join('|'),
  }))
  return [
    // Looked up again for the page that says what is gone.
    'map $uri $wijkpers_folder {',
    '  volatile;',
    String.raw`  "~^(?<wijkpers_left>/[a-z0-9-]+(?:/[a-z0-9-]+)?)(?:/(?:index\.html)?)?$" $wijkpers_left;`,
    ...beside.map(({ folder, end }) => `  "~^(?<wijkpers_left>${folder})(?:${end})$" $wijkpers_left;`),
    '}',
    'map $uri $wijkpers_rest {',
    '  default "/";',
    ...beside.map(({ folder, end }) => `  "~^${folder}(?<wijkpers_end>${end})$" $wijkpers_end;`),
    '}',
    'map $wijkpers_folder $wijkpers_moved {',
    '  volatile;',
    ...left.map(([folder, to]) => `  ${quoted(`~^${folder}$`)} ${quoted(to)};`),
    '}',
  ]
}
