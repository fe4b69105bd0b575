/**
 * Makes the draft of an entry visible on the real site: the pages that differ from the live release, in a folder of previews. Nothing
 * is published by it, and nothing that is live, waits or is told changes.
 */
import { type EntryId, isDocumentId, nameOf, parseWijkId, pathOf, type WijkId } from '@wijkpers/content'
import { CmsUnavailableError, type CmsClient, InvalidContentError } from '@wijkpers/content/strapi'
import {
  type ContentReader,
  type FileWithBody,
  type FirstTarget,
  hashOfFormat,
  makePlan,
  UploadFailedError,
  type Renderer,
  renderJobOf,
  type RenderJobOptions,
} from '@wijkpers/publishing'
import { type PreviewFile, type Previews, previewId, previewKey } from '@wijkpers/releases'
import { z } from 'zod'

/** Largest body of a request for one, in bytes. */
export const MAX_PREVIEW_BYTES = 1024
/** How long a link is good. */
const GOOD_FOR_MS = 7 * 86_400_000

/** 200 with `{url, until}`; 400 malformed; 404 no such draft; 409 no page can be made of it now; 503 no CMS. Sentences are Dutch, for editors. */
export interface PreviewAnswer {
  readonly status: 200 | 400 | 404 | 409 | 503
  readonly body: { readonly url: string; readonly until: string } | { readonly error: string }
}

export interface PreviewMakerOptions {
  readonly cms: Pick<CmsClient, 'drafts'>
  readonly content: Pick<ContentReader, 'read'>
  readonly target: Pick<FirstTarget, 'live'>
  readonly making: RenderJobOptions
  /** Works with a renderer of this format that no publish uses. */
  readonly use: <T>(format: string, work: (renderer: Renderer) => Promise<T>) => Promise<T>
  readonly previews: Previews
  readonly secret: string
  readonly sitesUrl: string
  /** The machine's clock: links end by it. */
  readonly now: () => Date
}

const id = z.string().refine(isDocumentId, 'expected a documentId')
const requestSchema = z.object({ wijk: id, entry: id })

export function createPreviewMaker(options: PreviewMakerOptions) {
  const { cms, content, target, making, use, previews, secret, sitesUrl, now } = options

  async function make(wijk: WijkId, entryId: EntryId): Promise<PreviewAnswer> {
    const [draft] = await cms.drafts(wijk, [entryId], secret)
    const snapshot = await content.read(wijk)
    if (!draft || !snapshot) return refused(404, 'Dit is er niet meer.')
    const live = target.live(wijk)
    // Of a draft that expired there is something to see all the same.
    const entries = new Map(snapshot.entries).set(entryId, { ...draft, version: 'preview', expiresAt: null })
    const site = await renderJobOf({ ...snapshot, entries }, making)
    if (!site || !live || live.files.size === 0)
      return refused(
        409,
        'De site van deze wijk staat nog niet online. Daarna kun je een voorbeeld bekijken.',
      )

    const plan = await use(hashOfFormat(live.format), async (renderer) => {
      const pages = await renderer.render(site.job, null, live.files)
      return makePlan({ live: live.files, pages, carried: [...site.mediaFiles, ...renderer.files] })
    })
    const files = await Promise.all(plan.put.map(whole))
    const until = new Date(now().getTime() + GOOD_FOR_MS).toISOString()
    const ownId = previewId(secret, wijk, entryId)
    previews.sweep(now())
    previews.write(
      {
        id: ownId,
        site: wijk,
        title: nameOf(draft.entry),
        path: pathOf(draft.entry),
        until,
        removed: new Set(plan.remove),
      },
      files,
    )
    const host = sitesUrl.replace('{slug}', `voorbeeld-${ownId}`).replace(/\/$/, '')
    return { status: 200, body: { url: `${host}/?voorbeeld=${previewKey(secret, ownId, until)}`, until } }
  }

  /** Answers a request for a preview, whose signature was found to hold. */
  return async function preview(body: string): Promise<PreviewAnswer> {
    try {
      const { wijk, entry } = requestSchema.parse(JSON.parse(body))
      return await make(parseWijkId(wijk), entry as EntryId)
    } catch (error) {
      const answer = answerTo(error)
      if (answer) return answer
      throw error
    }
  }
}

async function whole(file: FileWithBody): Promise<PreviewFile> {
  const { path, hash, size } = file
  return { path, hash, size, body: await file.body() }
}

function answerTo(error: unknown): PreviewAnswer | null {
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return refused(400, 'expected {"wijk", "entry"}')
  if (error instanceof CmsUnavailableError || isOfCms(error))
    return refused(503, 'De redactie-omgeving antwoordt even niet. Probeer het zo nog eens.')
  if (error instanceof InvalidContentError)
    return refused(409, 'Vul eerst de velden met een sterretje in. Dan is er iets te zien.')
  if (error instanceof UploadFailedError)
    return refused(
      409,
      'Een foto of pdf is niet te lezen. Kies een andere, dan kan het voorbeeld gemaakt worden.',
    )
  return null
}

const isOfCms = (error: unknown) =>
  error instanceof UploadFailedError && error.cause instanceof CmsUnavailableError

function refused(status: PreviewAnswer['status'], error: string): PreviewAnswer {
  return { status, body: { error } }
}
