/** Decide, then do: the difference between what is live and what should be, as a value without effects. */
import { PHOTO_FOLDER } from '@wijkpers/images'
import type { LiveFiles, Rendering, SiteFile } from './ports.ts'

/** What turns the live files into the wanted ones. */
export interface Plan<F extends SiteFile> {
  readonly put: readonly F[]
  readonly remove: readonly string[]
  /** Whether what is live is all that is wanted, and no more. */
  readonly isEmpty: boolean
  /** Pages a reader opens that are new or different. */
  readonly pages: number
  /** The new or different file that shows best that this plan is live; null when there is none. */
  readonly proof: SiteFile | null
}

export interface PlanInput<F extends SiteFile> {
  /** Absent when nothing is. */
  readonly live?: LiveFiles | undefined
  /** Pages: all of them, or those that differ from what is live. */
  readonly pages: Pick<Rendering, 'basis' | 'kept' | 'removed'> & { readonly rendered: readonly F[] }
  /** All photos of the site, and what every site of this format carries. */
  readonly carried: readonly F[]
  /** Paths of live files that are wrong, whatever their hash says: these are put again. */
  readonly wrong?: ReadonlySet<string> | null
}

/** The folders of carried files. Pages are never in these, so a carried file is known by its path alone. */
export const CARRIED_FOLDERS = ['_astro/', PHOTO_FOLDER, 'pdf/']
const isCarried = (path: string) => CARRIED_FOLDERS.some((folder) => path.startsWith(folder))
const isPage = (path: string) => path.endsWith('.html')
/** Whether a reader gets the file itself at its address, as a page. */
export const isShownPage = ({ path, movedTo }: Pick<SiteFile, 'path' | 'movedTo'>) =>
  isPage(path) && path !== '404.html' && movedTo === undefined

/** The plan for going from what is live to what should be. */
export function makePlan<F extends SiteFile>({
  live = new Map<string, string>(),
  pages,
  carried,
  wrong = null,
}: PlanInput<F>): Plan<F> {
  const made = [...pages.rendered, ...carried]
  const wanted = new Set([...made.map(({ path }) => path), ...pages.kept])
  // Of the difference from what is live only carried files are looked through; all files when all pages were made.
  const inFolders = CARRIED_FOLDERS.flatMap((folder) => Array.from(filesBelow(live, folder)))
  const carriedNow = new Map(inFolders)
  const mayBeGone = pages.basis === null ? live.keys() : carriedNow.keys()
  const gone = Array.from(mayBeGone).filter((path) => !wanted.has(path))
  const hashOf = (path: string) => (isCarried(path) ? carriedNow : live).get(path)
  const put = made.filter(({ path, hash }) => hashOf(path) !== hash || wrong?.has(path))
  const remove = [...pages.removed.filter((path) => live.get(path) !== undefined), ...gone]
  return {
    put,
    remove,
    isEmpty: put.length + remove.length === 0,
    pages: put.filter(isShownPage).length,
    proof: put.find((file) => isShownPage(file)) ?? put.find(({ movedTo }) => movedTo === undefined) ?? null,
  }
}

/** The live files in a folder, each with its hash. */
export function filesBelow(live: LiveFiles, folder: string): Iterable<readonly [string, string]> {
  if (live.below) return live.below(folder)
  const paths = Array.from(live.keys()).filter((path) => path.startsWith(folder))
  return paths.map((path) => [path, live.get(path)!])
}
