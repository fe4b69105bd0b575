/** The newsroom of a running CMS: an editor of both wijken, and an operator for their settings, over the admin's own HTTP API. */
import type { EntryKind } from '@wijkpers/content'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, ORGANISATION, paragraph, WIJK } from '../support/editor.ts'
import type { Fields, Newsroom, Picture } from './newsroom.ts'
import { pictures } from './pictures.ts'

const uids: Record<EntryKind, string> = {
  article: ARTICLE,
  event: EVENT,
  organisation: ORGANISATION,
  infoPage: INFO_PAGE,
}

export interface StrapiNewsroomOptions {
  readonly editor: Editor
  readonly operator: Editor
  /** The wijken by their place. */
  readonly wijken: readonly [string, string]
  readonly passTime: (now: Date) => Promise<void>
}

export function createNewsroomOfStrapi({
  editor,
  operator,
  wijken,
  passTime,
}: StrapiNewsroomOptions): Newsroom {
  const connect = (wijk: 0 | 1) => ({ wijk: { connect: [{ documentId: wijken[wijk] }] } })

  async function send(
    method: string,
    path: string,
    fill: (form: FormData) => void,
  ): Promise<{ id: number }[]> {
    const form = new FormData()
    fill(form)
    const { status, body } = await editor.ask(method, path, form)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
    return body as unknown as { id: number }[]
  }
  const fileOf = (picture: Picture) =>
    new File([new Uint8Array(pictures[picture]!)], `plaatje-${picture}.jpg`, { type: 'image/jpeg' })

  return {
    create: (kind, wijk, fields) => editor.create(uids[kind], { ...dataOf(kind, fields), ...connect(wijk) }),
    save: ({ id, kind }, fields, wijk) =>
      editor.update(uids[kind], id, {
        ...dataOf(kind, fields),
        ...(wijk === undefined ? {} : connect(wijk)),
      }),
    publish: ({ id, kind }) => editor.publish(uids[kind], id),
    unpublish: ({ id, kind }) => editor.unpublish(uids[kind], id),
    remove: ({ id, kind }) => editor.remove(uids[kind], id),
    change: (wijk, settings) => operator.update(WIJK, wijken[wijk], settings),
    async upload(picture, alt) {
      const [made] = await send('POST', '/upload', (form) => {
        form.set('files', fileOf(picture))
        form.set('fileInfo', JSON.stringify({ alternativeText: alt, caption: '' }))
      })
      return made!.id
    },
    async describe(photo, alt) {
      await send('PUT', `/upload/files/${photo}`, (form) =>
        form.set('fileInfo', JSON.stringify({ alternativeText: alt, caption: '' })),
      )
    },
    async replace(photo, picture) {
      await send('POST', `/upload/files/${photo}/replace`, (form) => form.set('files', fileOf(picture)))
    },
    passTime,
  }
}

/** The fields as the content type of this kind has them; what it lacks is left out. */
function dataOf(kind: EntryKind, fields: Partial<Fields>): object {
  const { title, text, firstPublishedAt, isAllDay, isCancelled, organisation, photo, ...same } = fields
  const { slug, summary, startsAt, endsAt, place, position } = same
  const body = text === undefined ? undefined : [paragraph(text)]
  const link =
    organisation === undefined
      ? undefined
      : { set: organisation === null ? [] : [{ documentId: organisation }] }
  switch (kind) {
    case 'article':
      return { title, slug, summary, body, photo, organisation: link, publishedFirstAt: firstPublishedAt }
    case 'event': {
      const day = { startsAt, endsAt, place, allDay: isAllDay, cancelled: isCancelled }
      return { title, slug, summary, body, photo, organisation: link, ...day }
    }
    case 'organisation':
      return { name: title, slug, summary, body, photo }
    case 'infoPage':
      return { title, slug, body, position }
  }
}
