import {
  ASK_EACH_TIME,
  CACHE_FOREVER,
  cacheControlOf,
  emptyListAt,
  fileBeside,
  type Header,
  hostOf,
  isImmutableAsset,
  type LiveRelease,
  mayBeFramed,
  pageBeside,
  type ReleaseReader,
  type StoredFile,
  type WatchingReader,
} from '@wijkpers/releases'
import { type Content, objectContent } from './content.ts'
import {
  faultPage,
  healthJson,
  malformedPage,
  movedPage,
  notFoundPage,
  readOnlyPage,
  stylesheet,
  unknownWijkPage,
  wijkenJson,
  wijkenPage,
} from './pages.ts'
import { answerOfPreview, previewIn, type PreviewOptions } from './preview.ts'
import { parseTarget, type RequestTarget } from './request-target.ts'
import type { SitesAddress } from './sites-address.ts'

/** What a request says that decides what is shown. */
export interface Question {
  readonly method: string
  /** As it stood in the first line. */
  readonly target: string
  /** Every `Host` header it had: one, if all is well. */
  readonly hosts: readonly string[]
  /** The `Cookie` header; only the host of a preview looks at it. */
  readonly cookie?: string
}

/** What is shown, before it is agreed with the reader in which form. */
export interface Answer {
  readonly status: 200 | 301 | 302 | 400 | 403 | 404 | 405 | 410 | 500 | 503
  /** Number of the release it comes from; null when it is not of a site. */
  readonly release: number | null
  /** The files of a site that this answer changes with. */
  readonly shows?: { readonly site: string; readonly paths: readonly string[] }
  readonly content: Content
  readonly cacheControl: string
  readonly headers?: readonly Header[]
  /** It may stand in a page of another site. */
  readonly isFramed?: boolean
  /** In the place of the security headers of every page. */
  readonly security?: readonly Header[]
}

/** Answers from one release of one site: it is decided here, once, and everything is looked up in it. */
export function answerTo(
  question: Question,
  reader: WatchingReader,
  address: SitesAddress,
  previews: PreviewOptions | null = null,
): Answer {
  const target = parseTarget(question.target)
  // Two hosts in one request may be read differently by whatever stands in front of us.
  const named = question.hosts.length > 1 ? null : hostOf(target?.host ?? question.hosts[0] ?? '')
  const isList = named === address.listHost
  const site = named === null || isList ? null : reader.siteByHost(named)
  const release = site?.release ?? null

  if (!target || question.hosts.length > 1) return plain(400, malformedPage, release)
  if (question.method !== 'GET' && question.method !== 'HEAD') {
    return { ...plain(405, readOnlyPage, release), headers: [['allow', 'GET, HEAD']] }
  }
  if (pathOf(target) === stylesheet.path) {
    return { status: 200, release, content: stylesheet.content, cacheControl: CACHE_FOREVER }
  }
  if (site) {
    const isFramed = mayBeFramed(target.parts.join('/'))
    return { ...answerOfSite(target, site, reader), isFramed }
  }
  const id = previews && named !== null ? previewIn(named, address.listHost) : null
  if (previews && id !== null) {
    const asked = { id, target, cookie: question.cookie ?? '' }
    return answerOfPreview(asked, previews, reader, (at, files, preview) => {
      const live = reader.current(preview.site)
      return live ? answerOfSite(at, live, files) : plain(404, notFoundPage, null)
    })
  }
  const elsewhere = named === null ? null : reader.siteByFormerHost(named)
  if (elsewhere) {
    // In one step, also to what moved there in the meantime.
    const { headers = [], shows } = answerOfSite(target, elsewhere, reader)
    const [, location = locationOf(target)] = headers.find(([name]) => name === 'location') ?? []
    return { ...redirect(`${address.urlOf(elsewhere)}${location}`, null), ...(shows && { shows }) }
  }
  // Only where no site answers, so that a page of a wijk can have this address.
  // Before the first release of an installation, or when its folder was removed: then nobody knows whose host this is.
  const isWithoutStore = reader.moment() === null
  if (pathOf(target) === 'health') {
    const status = isWithoutStore ? 503 : 200
    return {
      ...plain(status, healthJson(isWithoutStore ? null : reader.sites()), null),
      cacheControl: 'no-store',
    }
  }
  if (isList) return answerOfList(target, reader, address)
  return isWithoutStore ? comeBack() : plain(404, unknownWijkPage(address), null)
}

type Files = Pick<ReleaseReader, 'find' | 'findAsset'>

function answerOfSite(target: RequestTarget, site: LiveRelease, reader: Files): Answer {
  const { release } = site
  const find = (path: string) => reader.find(site.site, path, release)
  const showing = (...paths: string[]) => ({ shows: { site: site.site, paths } })
  const path = pathOf(target)
  const file = path === null ? null : (find(path) ?? findOlderAsset(path, site, reader))
  if (path !== null && file?.movedTo !== undefined) return formerly(file, path)
  if (path !== null && file) {
    const folder = target.parts.slice(0, -1)
    if (!target.isFolder && target.parts.at(-1) === 'index.html')
      return { ...moved(folder, target, release), ...showing(path) }
    const content = objectContent(path, file)
    return { status: 200, release, content, cacheControl: cacheControlOf(path), ...showing(path) }
  }
  const page = target.isFolder ? path : `${path}/index.html`
  const found = path !== null && page !== null && page !== path ? find(page) : null
  if (found?.movedTo !== undefined) return formerly(found, page!)
  if (found) return { ...moved(target.parts, target, release), ...showing(page!) }
  const beside = path === null ? null : pageBeside(path)
  const left = beside ? find(beside.page) : null
  if (beside && left?.movedTo !== undefined) return formerly(left, beside.page, beside.end)
  const standIns = [path === null ? null : emptyListAt(path), '404.html'].flatMap((one) => one ?? [])
  const own = standIns.map((one) => [one, find(one)] as const).find(([, standIn]) => standIn !== null)
  const missing = path === null ? [] : [...new Set([path, page!]), ...standIns]
  return {
    ...plain(404, own?.[1] ? objectContent(own[0], own[1]) : notFoundPage, release),
    ...showing(...missing),
  }

  /** At an address that was left: to where what was there is now, or the word that it is gone. */
  function formerly({ movedTo = '', ...file }: StoredFile, page: string, end = '/'): Answer {
    if (movedTo !== '') {
      return { ...redirect(`${fileBeside(movedTo, end)}${target.query}`, release), ...showing(page) }
    }
    const own = find(GONE_PAGE)
    const content = own ? objectContent(GONE_PAGE, own) : objectContent(page, file)
    return { ...plain(410, content, release), ...showing(page, GONE_PAGE) }
  }
}

/** The page of a site for who comes to what is gone. */
const GONE_PAGE = '410/index.html'

/** Whoever has a page of an earlier release still gets the styles and photos that belong to it. */
function findOlderAsset(path: string, site: LiveRelease, reader: Files): StoredFile | null {
  return isImmutableAsset(path) ? reader.findAsset(site.site, path) : null
}

function answerOfList(target: RequestTarget, reader: ReleaseReader, address: SitesAddress): Answer {
  const path = pathOf(target)
  if (path === 'index.html') return plain(200, wijkenPage(reader.sites(), address), null)
  if (path === 'wijken.json') return plain(200, wijkenJson(reader.sites(), address), null)
  return plain(404, notFoundPage, null)
}

/** The path of the file that is asked for; null when no file can have it, whatever it would mean on a disk. */
function pathOf({ parts, isFolder }: RequestTarget): string | null {
  const isPlain = parts.every((part) => !['', '.', '..'].includes(part) && !/[/\\]/.test(part))
  if (!isPlain) return null
  return (isFolder ? [...parts, 'index.html'] : parts).join('/')
}

/** To the address of a folder's page. Relative, so it stays on the host that was asked. */
function moved(folder: readonly string[], { query }: RequestTarget, release: number): Answer {
  const path = ['', ...folder.map(encodeURIComponent), ''].join('/')
  return redirect(`${path}${query}`, release)
}

/** What was asked for, as it stands behind a host. */
function locationOf({ parts, isFolder, query }: RequestTarget): string {
  return `${['', ...parts.map(encodeURIComponent), ...(isFolder ? [''] : [])].join('/')}${query}`
}

function redirect(location: string, release: number | null): Answer {
  return { ...plain(301, movedPage(location), release), headers: [['location', location]] }
}

/** What is wrong with the store may be over in a moment: then asking again helps. */
export function comeBack(release: number | null = null): Answer {
  return {
    ...plain(503, faultPage, release),
    cacheControl: 'no-store',
    headers: [['retry-after', '10']],
  }
}

function plain(status: Answer['status'], content: Content, release: number | null): Answer {
  return { status, release, content, cacheControl: ASK_EACH_TIME }
}
