import type { LiveabilityProject, ProjectStage } from '../entries.ts'
import type { Slug } from '../ids.ts'
import { createShelf } from '../shelf.ts'
import type { Sources } from '../sources.ts'
import { projectTeaser, type ProjectTeaser } from '../teasers.ts'
import { ofKind, order, type List } from './list.ts'

/** What a page may ask of the liveability projects. */
export interface Projects {
  /** All projects: what is underway first, what is done or stopped last, and within a stage by title. */
  projects(): readonly ProjectTeaser[]
  hasProjects(): boolean
  project(slug: Slug): LiveabilityProject | null
}

const PLACE: Readonly<Record<ProjectStage, number>> = {
  underway: 0,
  planned: 1,
  idea: 2,
  done: 3,
  stopped: 4,
}
const byStage = (a: LiveabilityProject, b: LiveabilityProject) =>
  PLACE[a.stage] - PLACE[b.stage] || order(a.title, b.title) || order(a.id, b.id)

export function projects(sources: Sources): List<Projects> {
  const all = createShelf('projects', byStage, sources)
  return {
    queries: {
      projects: () => all.all().map(projectTeaser),
      hasProjects: () => all.slugs().length > 0,
      project: (slug) => all.at(slug),
    },
    pages: [all],
    take: (changes) => all.change(ofKind(changes, 'liveabilityProject')),
  }
}
