/** The newsroom of a running CMS: an editor of both wijken, and an operator for their settings, over the admin's own HTTP API. */
import {
  aPhoto,
  ARTICLE,
  type Editor,
  EVENT,
  INFO_PAGE,
  ORGANISATION,
  paragraph,
  WIJK,
} from '../support/editor.ts'
import type { Fields, OracleKind, Newsroom, Picture, Settings } from './newsroom.ts'
import { pictures } from './pictures.ts'

/** What is edited here; the other kinds are, in memory. */
type EditedKind = 'article' | 'event' | 'organisation' | 'infoPage'
const uids: Readonly<Record<EditedKind, string>> = {
  article: ARTICLE,
  event: EVENT,
  organisation: ORGANISATION,
  infoPage: INFO_PAGE,
}
const edited = (kind: OracleKind): EditedKind => {
  if (kind in uids) return kind as EditedKind
  throw new Error(`the newsroom of the CMS makes no ${kind} yet`)
}
const uidOf = (kind: OracleKind) => uids[edited(kind)]

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

  async function send(path: string, picture: Picture): Promise<{ id: number }[]> {
    const form = new FormData()
    const bytes = new Uint8Array(pictures[picture]!)
    form.set('files', new File([bytes], `plaatje-${picture}.jpg`, { type: 'image/jpeg' }))
    const { status, body } = await editor.ask('POST', path, form)
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`)
    return body as unknown as { id: number }[]
  }
  return {
    kinds: Object.keys(uids) as EditedKind[],
    create: (kind, wijk, fields) => editor.create(uidOf(kind), { ...dataOf(kind, fields), ...connect(wijk) }),
    save: ({ id, kind }, fields, wijk) =>
      editor.update(uidOf(kind), id, {
        ...dataOf(kind, fields),
        ...(wijk === undefined ? {} : connect(wijk)),
      }),
    publish: ({ id, kind }) => editor.publish(uidOf(kind), id),
    unpublish: ({ id, kind }) => editor.unpublish(uidOf(kind), id),
    remove: ({ id, kind }) => editor.remove(uidOf(kind), id),
    async change(wijk, { state, ...settings }) {
      if (Object.keys(settings).length > 0) await operator.update(WIJK, wijken[wijk], settings)
      if (state) await bringTo(operator, wijken[wijk], state)
    },
    async upload(picture) {
      const [made] = await send('/upload', picture)
      return made!.id
    },
    async replace(file, picture) {
      await send(`/upload/files/${file}/replace`, picture)
    },
    passTime,
  }
}

/** Which acts bring a wijk to its ordinary state, and which bring it from there. */
const WAKES = { draft: ['begin'], active: [], resting: ['reactivate'], archived: ['reopen', 'reactivate'] }
const LEAVES = { draft: ['withdraw'], active: [], resting: ['pause'], archived: ['archive'] }

async function bringTo(operator: Editor, wijk: string, state: Settings['state']): Promise<void> {
  const { body } = await operator.ask('GET', `/wijkpers/life?wijk=${wijk}`)
  const now = (body.data as unknown as { state: Settings['state'] }).state
  if (now === state) return
  for (const act of [...WAKES[now], ...LEAVES[state]]) await operator.actOnLife(wijk, act, 'Even rust.')
}

/** The fields as the content type of this kind has them; what it lacks is left out. */
function dataOf(kind: OracleKind, fields: Partial<Fields>): object {
  const { title, text, firstPublishedAt, isAllDay, isCancelled, organisation, photo: shown, ...same } = fields
  const { slug, summary, startsAt, endsAt, place, position } = same
  const body = text === undefined ? undefined : [paragraph(text)]
  const photo = shown && aPhoto(shown.file, { alt: shown.alt, maker: shown.maker })
  const link =
    organisation === undefined
      ? undefined
      : { set: organisation === null ? [] : [{ documentId: organisation }] }
  switch (edited(kind)) {
    case 'article': {
      const day = { publishedFirstAt: firstPublishedAt, inMemoriam: isCancelled }
      return { title, slug, summary, body, photo, organisation: link, ...day }
    }
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
