export {
  createPageGraph,
  type OpenSite,
  type PageGraph,
  type PagePath,
  type Reason,
  type Update,
} from './graph.ts'
export type { Subject } from './subjects.ts'
