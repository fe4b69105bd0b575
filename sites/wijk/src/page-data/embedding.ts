/** How whoever has a site can show the agenda or the news of the wijk there: the line to copy, for each. */
import { escapeHtml } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { AGENDA_EMBED, NEWS_EMBED, organisationEmbed, topicEmbed } from './embed.ts'
import { frameOf, type Frame } from './frame.ts'
import { topicPath } from './topic-link.ts'

export const EMBEDDING_PATH = '/op-je-eigen-site/'

export interface EmbeddingPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly whole: readonly Embeddable[]
  readonly topics: readonly Embeddable[]
  readonly organisations: readonly Embeddable[]
}

/** Something that can stand in another site. */
export interface Embeddable {
  readonly title: string
  /** Where to see how it looks. */
  readonly href: string
  /** HTML as text, to be copied. */
  readonly line: string
}

export function embeddingPage(site: Site): EmbeddingPage {
  const { name } = site.wijk()
  const one = (href: string, title: string, named = title): Embeddable => ({
    title,
    href,
    line: lineFor(site.siteUrl() + href, named),
  })
  return {
    frame: frameOf(site, {
      path: EMBEDDING_PATH,
      title: texts.embedding,
      description: texts.embeddingDescription(name),
    }),
    title: texts.embedding,
    intro: texts.embeddingIntro(name),
    whole: [
      one(AGENDA_EMBED, texts.agenda, texts.calendarTitle(name)),
      one(NEWS_EMBED, texts.news, texts.feedTitle(name)),
    ],
    topics: site
      .agendaTopics()
      .map((topic) =>
        one(topicEmbed(topicPath(topic)), texts.topics[topic], texts.embedAbout(texts.topics[topic], name)),
      ),
    organisations: site
      .organisationIds()
      .flatMap((id) => {
        const organisation = site.organisationById(id)
        return organisation ? one(organisationEmbed(id), organisation.name) : []
      })
      .toSorted((a, b) => inDutch(a.title, b.title)),
  }
}

const { compare: inDutch } = new Intl.Collator('nl', { numeric: true })

/** High enough for four events, without a bar beside it on most screens. */
const HEIGHT = 480

function lineFor(url: string, title: string): string {
  return `<iframe src="${url}" title="${escapeHtml(title)}" width="100%" height="${HEIGHT}" loading="lazy" style="border: 0"></iframe>`
}
