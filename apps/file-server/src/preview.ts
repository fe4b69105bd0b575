/**
 * Answers the host of a preview, `voorbeeld-<id>.<host of the list>`: the draft where it differs from the live release, that release
 * elsewhere. Whoever comes by the signed link gets a cookie for that host; nobody else sees anything, no cache keeps it and no
 * search engine is told of it.
 */
import {
  type Header,
  opensPreview,
  type Preview,
  type Previews,
  type ReleaseReader,
  type StoredFile,
} from '@wijkpers/releases'
import type { Answer } from './answer.ts'
import { closedPreviewPage, noPreviewPage, previewPage } from './preview-pages.ts'
import type { RequestTarget } from './request-target.ts'

export interface PreviewOptions {
  readonly previews: Previews
  /** Signs the links; without it no preview opens. */
  readonly secret: string
  readonly isHttps: boolean
  readonly now: () => Date
}

/** The name of the parameter of the link, and of the cookie. */
const KEY = 'voorbeeld'
/** The page around the preview, with its two widths; no page of a site can have this address. */
const FRAME = '~voorbeeld'

const HOST = /^voorbeeld-([a-z2-7]{16})\.(.+)$/

/** The id in the host of a preview below `listHost`; null for any other host. */
export function previewIn(host: string, listHost: string): string | null {
  const [, id = null, below] = HOST.exec(host) ?? []
  return below === listHost ? id : null
}

export interface PreviewQuestion {
  readonly id: string
  readonly target: RequestTarget
  /** The `Cookie` header; empty for none. */
  readonly cookie: string
}

/** What the host of a preview answers; `ofSite` answers what a site has at an address, from what it is given to find. */
export function answerOfPreview(
  { id, target, cookie }: PreviewQuestion,
  { previews, secret, isHttps, now }: PreviewOptions,
  reader: ReleaseReader,
  ofSite: (
    target: RequestTarget,
    reader: Pick<ReleaseReader, 'find' | 'findAsset'>,
    preview: Preview,
  ) => Answer,
): Answer {
  const preview = previews.read(id)
  if (!preview || Date.parse(preview.until) <= now().getTime()) return hidden(404, noPreviewPage)
  const shown = new URLSearchParams(target.query).get(KEY)
  if (shown !== null) {
    if (!opensPreview(secret, id, shown, now())) return hidden(403, closedPreviewPage)
    const maxAge = Math.floor((Date.parse(preview.until) - now().getTime()) / 1000)
    const set = `${KEY}=${shown}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`
    return {
      ...hidden(302, closedPreviewPage),
      headers: [...HIDDEN, ['location', `/${FRAME}`], ['set-cookie', set]],
    }
  }
  const key = new RegExp(`(?:^|;\\s*)${KEY}=([^;]*)`).exec(cookie)?.[1] ?? ''
  if (!opensPreview(secret, id, key, now())) return hidden(403, closedPreviewPage)
  if (target.parts.length === 1 && target.parts[0] === FRAME)
    return hidden(200, previewPage(preview, new URLSearchParams(target.query).get('breedte') === 'telefoon'))
  const answer = ofSite(target, overlaid(reader, preview), preview)
  const { shows: _, ...rest } = answer
  return {
    ...rest,
    ...own(previews, preview, answer),
    cacheControl: 'private, no-store',
    headers: [...HIDDEN, ...(answer.headers ?? [])],
    security: SECURITY,
  }
}

/** What a site finds: the files of the preview first. */
function overlaid(reader: ReleaseReader, preview: Preview): Pick<ReleaseReader, 'find' | 'findAsset'> {
  const find = (site: string, path: string, release?: number): StoredFile | null =>
    preview.files.get(path) ?? (preview.removed.has(path) ? null : reader.find(site, path, release))
  return { find, findAsset: (site, path) => reader.findAsset(site, path) }
}

/** The bytes of a preview lie in its own folder, not in the store. */
function own(previews: Previews, preview: Preview, { content }: Answer): Pick<Answer, 'content'> {
  const isOwn =
    content.kind === 'object' && [...preview.files.values()].some(({ hash: of }) => of === content.hash)
  if (!isOwn) return { content }
  const body = previews.body(preview.id, content.hash)
  return { content: { kind: 'made', hash: content.hash, size: body.byteLength, type: content.type, body } }
}

function hidden(status: Answer['status'], content: Answer['content']): Answer {
  return {
    status,
    release: null,
    content,
    cacheControl: 'private, no-store',
    headers: HIDDEN,
    security: SECURITY,
  }
}

const HIDDEN: readonly Header[] = [['x-robots-tag', 'noindex, nofollow']]

/** As of every page, but for the frame around it: our own. */
const SECURITY: readonly Header[] = [
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
]
