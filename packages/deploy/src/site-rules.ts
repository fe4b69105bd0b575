/**
 * The rules of a site as the two files that Netlify and the like read: `_headers` and `_redirects`.
 * What they say comes from the same tables as the answers of our own file server.
 */
import {
  cacheControlOf,
  contentSecurityPolicy,
  contentTypeOf,
  EMPTY_LISTS,
  fileBeside,
  filesBeside,
  type Header,
  IMMUTABLE_FOLDERS,
  isImmutableAsset,
  mayBeFramed,
  securityOfAll,
} from '@wijkpers/releases'

export interface SiteRules {
  readonly paths: Iterable<string>
  readonly isHttps: boolean
  /** Said in every answer, as our file server does; null leaves it out. */
  readonly release: number | null
}

/**
 * `_headers`. What is not the same for all is said by the first part of an address. No path gets one header from two rules, because
 * what a host makes of that differs: so the page that says that an address never was has no content security policy there.
 */
export function headersFile({ paths, isHttps, release }: SiteRules): string {
  const rules = new Map<string, Header[]>()
  const add = (pattern: string, header: Header) => rules.set(pattern, [...(rules.get(pattern) ?? []), header])
  for (const header of securityOfAll({ isHttps })) add('/*', header)
  if (release !== null) add('/*', ['wijkpers-release', String(release)])
  const sorted = [...paths].toSorted()
  const known = [
    ...IMMUTABLE_FOLDERS.map((folder) => `/${folder}*`),
    ...Array.from(EMPTY_LISTS.keys(), firstPart),
    ...sorted.filter((path) => !isImmutableAsset(path)).map(firstPart),
  ]
  for (const pattern of new Set(known)) {
    const path = pattern.slice(1)
    add(pattern, contentSecurityPolicy({ isHttps, isFramed: mayBeFramed(path) }))
    add(pattern, ['cache-control', cacheControlOf(path)])
  }
  for (const path of sorted)
    if (!isKnownEverywhere(path)) add(encodeURI(`/${path}`), ['content-type', contentTypeOf(path)])
  return Array.from(
    rules,
    ([pattern, headers]) => `${pattern}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
  ).join('')
}

/** The files of a site by path, as far as its addresses go. */
export type Addresses = Iterable<readonly [path: string, file: { readonly movedTo?: string }]>

/** A site that was elsewhere, too. */
export interface FormerlyAt {
  /** Its public address now. */
  readonly url: string
  readonly formerHosts: readonly string[]
}

/**
 * `_redirects`: a host where the site was leads to the same address at the present one. An address that was left leads to where what was there is now, or is gone, with the files that go with it.
 * Forced, because a file is there as well, for hosts that do not know these rules: so at the present host never with a pattern. Then a folder without its slash goes to
 * the folder: not forced, so that a host which shows the page there already (Netlify does) takes no notice of them. Last comes what
 * stands in for a list that is empty now.
 */
export function redirectsFile(files: Addresses, moved: FormerlyAt | null = null): string {
  const all = Array.from(files)
  const shown = new Set(all.flatMap(([path, { movedTo }]) => (movedTo === undefined ? path : [])))
  const folders = all
    .filter(([path]) => path.endsWith(PAGE))
    .map(([path, { movedTo }]) => ({ folder: encodeURI(`/${path.slice(0, -PAGE.length)}`), movedTo }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
  return [
    ...(moved?.formerHosts ?? []).flatMap((host) =>
      ['http', 'https'].map((scheme) => `${scheme}://${host}/* ${moved!.url}/:splat 301!`),
    ),
    ...folders.flatMap(({ folder, movedTo }) => (movedTo === undefined ? [] : formerly(folder, movedTo))),
    ...folders.flatMap(({ folder, movedTo }) => (movedTo === undefined ? [`${folder} ${folder}/ 301`] : [])),
    ...[...EMPTY_LISTS].flatMap(([folder, page]) =>
      shown.has(page) ? [`/${folder}* /${page.replace(/index\.html$/, '')} 404`] : [],
    ),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

const PAGE = '/index.html'
/** The page of a site for who comes to what is gone. */
export const GONE_PAGE = '/410/'

function formerly(folder: string, movedTo: string): string[] {
  return ['', '/', ...filesBeside(folder)].map((end) => {
    if (movedTo === '') return `${folder}${end} ${GONE_PAGE} 410!`
    return `${folder}${end} ${fileBeside(movedTo, end || '/')} 301!`
  })
}

function firstPart(path: string): string {
  if (path === 'index.html') return '/'
  const [first = '', ...rest] = path.split('/')
  return rest.length > 0 ? encodeURI(`/${first}/*`) : encodeURI(`/${path}`)
}

// Of these every host says the same as contentTypeOf.
const knownEverywhere = /\.(html|css|txt|webp|avif|jpg|png|gif|woff2|pdf)$/
const isKnownEverywhere = (path: string) => knownEverywhere.test(path)
