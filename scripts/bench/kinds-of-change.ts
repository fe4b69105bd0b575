/** What editors do to a wijk, each as something that can be measured: prepared first, then done, then seen by a reader. */
import { ARTICLE, aPhoto, EVENT, type Editor, paragraph, WIJK } from '../../tests/support/editor.ts'
import { pictures } from '../../tests/oracle/pictures.ts'

export interface Newsroom {
  readonly anna: Editor
  readonly operator: Editor
  /** documentId of the wijk. */
  readonly wijk: string
}

/** One change, ready to be made. */
export interface Change {
  /** Where a reader sees it: the answer there becomes another one. */
  readonly path: string
  readonly make: () => Promise<unknown>
}

/** Makes the change of each round ready; the parts that need no round are made once. */
type Kind = (newsroom: Newsroom) => Promise<(round: number) => Promise<Change>>

const anArticle = (slug: string, title: string, text = 'Tekst.') => ({ title, slug, body: [paragraph(text)] })
const of = ({ wijk }: Newsroom) => ({ wijk: { connect: [{ documentId: wijk }] } })

async function publishedArticle(newsroom: Newsroom, slug: string, more: object = {}): Promise<string> {
  const id = await newsroom.anna.create(ARTICLE, {
    ...anArticle(slug, `Meting ${slug}`),
    ...more,
    ...of(newsroom),
  })
  await newsroom.anna.publish(ARTICLE, id)
  return id
}

async function upload({ anna }: Newsroom, picture: number, path = '/upload'): Promise<number> {
  const form = new FormData()
  const bytes = new Uint8Array(pictures[picture % pictures.length]!)
  form.set('files', new File([bytes], 'meting.jpg', { type: 'image/jpeg' }))
  const { status, body } = await anna.ask('POST', path, form)
  if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`)
  // One that is new comes in a list.
  const made = (Array.isArray(body) ? body[0] : body) as { id: number }
  return made.id
}

export const kindsOfChange = {
  'edited text': async (newsroom) => {
    const id = await publishedArticle(newsroom, 'meting')
    const make = (round: number) =>
      newsroom.anna.publish(ARTICLE, id, anArticle('meting', 'Meting', `Ronde ${round}.`))
    return (round) => Promise.resolve({ path: '/nieuws/meting/', make: () => make(round) })
  },
  'edited title': async (newsroom) => {
    const id = await publishedArticle(newsroom, 'titel')
    const make = (round: number) => newsroom.anna.publish(ARTICLE, id, anArticle('titel', `Titel ${round}`))
    return (round) => Promise.resolve({ path: '/nieuws/titel/', make: () => make(round) })
  },
  'new article': (newsroom) =>
    Promise.resolve(async (round) => {
      const slug = `nieuw-${round}`
      const id = await newsroom.anna.create(ARTICLE, {
        ...anArticle(slug, `Nieuw ${round}`),
        ...of(newsroom),
      })
      return { path: `/nieuws/${slug}/`, make: () => newsroom.anna.publish(ARTICLE, id) }
    }),
  unpublish: (newsroom) =>
    Promise.resolve(async (round) => {
      const slug = `weg-${round}`
      const id = await publishedArticle(newsroom, slug)
      return { path: `/nieuws/${slug}/`, make: () => newsroom.anna.unpublish(ARTICLE, id) }
    }),
  'event moved': async (newsroom) => {
    const dayOf = (round: number) => new Date(Date.now() + (10 + (round % 60)) * 86_400_000).toISOString()
    const event = (round: number) => ({
      title: 'Meetdag',
      slug: 'meetdag',
      startsAt: dayOf(round),
      allDay: true,
    })
    const id = await newsroom.anna.create(EVENT, {
      ...event(70),
      body: [paragraph('Tekst.')],
      ...of(newsroom),
    })
    await newsroom.anna.publish(EVENT, id)
    return (round) =>
      Promise.resolve({
        path: '/agenda/meetdag/',
        make: () => newsroom.anna.publish(EVENT, id, event(round)),
      })
  },
  'photo replaced': async (newsroom) => {
    const file = await upload(newsroom, 0)
    await publishedArticle(newsroom, 'met-foto', { photo: aPhoto(file) })
    return (round) =>
      Promise.resolve({
        path: '/nieuws/met-foto/',
        make: () => upload(newsroom, 1 + (round % (pictures.length - 1)), `/upload/files/${file}/replace`),
      })
  },
  settings: (newsroom) =>
    Promise.resolve((round) =>
      Promise.resolve({
        path: '/',
        make: () => newsroom.operator.update(WIJK, newsroom.wijk, { tagline: `Ronde ${round}.` }),
      }),
    ),
} satisfies Record<string, Kind>

export type KindOfChange = keyof typeof kindsOfChange
