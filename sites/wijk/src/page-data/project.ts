import { blocksToHtml, shareCardOf, pathOf, type ProjectStage, type Slug } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { texts } from '../texts.ts'
import { longDay, type Moment } from './dates.ts'
import { emptyList, type EmptyList } from './empty-list.ts'
import { descriptionOf } from './excerpt.ts'
import { frameOf, type Frame } from './frame.ts'
import type { Link } from './link.ts'
import { cardOf, type Card } from './card.ts'
import { organisationLinkOf } from './organisation-link.ts'
import { picturesOf, pictureOf, type Picture } from './picture.ts'
import { titleNote } from './title-note.ts'

export interface ProjectsPage {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  readonly groups: readonly {
    readonly title: string
    readonly id: ProjectStage
    readonly projects: readonly Card[]
  }[]
  readonly empty: EmptyList | null
}

export interface ProjectPage {
  readonly frame: Frame
  readonly title: string
  readonly label: string
  readonly summary: string
  readonly goal: string
  /** What it costs, in words; empty when nothing was said. */
  readonly money: readonly { readonly title: string; readonly text: string }[]
  readonly organisation: Link | null
  readonly result: string
  readonly updates: readonly { readonly day: Moment; readonly text: string }[]
  readonly picture: Picture | null
  readonly pictures: readonly Picture[]
  /** Safe HTML; empty when the editor wrote no more. */
  readonly body: string
}

export function projectsPage(site: Site): ProjectsPage {
  const { name } = site.wijk()
  const groups = Array.from(
    Map.groupBy(site.projects(), ({ stage }) => stage),
    ([stage, some]) => ({
      title: texts.projectStages[stage],
      id: stage,
      projects: some.map((project) =>
        cardOf({
          href: pathOf(project),
          title: project.title,
          summary: project.summary,
          picture: pictureOf(site, project.photo),
        }),
      ),
    }),
  )
  return {
    frame: frameOf(site, {
      path: '/projecten/',
      title: texts.projects,
      description: texts.projectsDescription(name),
    }),
    title: texts.projects,
    intro: groups.length > 0 ? texts.projectsIntro(name) : '',
    groups,
    empty: groups.length > 0 ? null : emptyList(site, texts.noProjects),
  }
}

/** Throws when there is no such project: its page is made from the list of projects. */
export function projectPage(site: Site, slug: Slug): ProjectPage {
  const project = site.project(slug)
  if (!project) throw new Error(`no project with the slug ${slug}`)
  const { title, summary, body, stage, goal, result } = project
  const picture = pictureOf(site, project.photo)
  const description = descriptionOf(summary, body, texts.projectDescription(title, site.wijk().name))
  return {
    frame: frameOf(site, {
      path: pathOf(project),
      card: shareCardOf(project, site.wijk()),
      title,
      titleNote: titleNote(site, project),
      description,
      picture,
      updatedAt: project.updatedAt,
    }),
    title,
    label: texts.projectStages[stage],
    summary,
    goal,
    money: [...amount(texts.budget, project.budgetCents), ...amount(texts.spent, project.spentCents)],
    organisation: organisationLinkOf(site, project.organisation),
    result,
    updates: project.updates
      .toSorted((a, b) => (a.day < b.day ? 1 : -1))
      .map(({ day, text }) => ({ day: longDay(day), text })),
    picture,
    pictures: picturesOf(site, project.photos),
    body: blocksToHtml(body),
  }
}

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })

function amount(title: string, cents: number | null): ProjectPage['money'] {
  // Whole euros stand without cents.
  return cents === null ? [] : [{ title, text: euros.format(cents / 100).replace(/,00$/, '') }]
}
