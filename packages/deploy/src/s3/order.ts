/**
 * The order in which a site goes into a bucket, where every file is switched to by itself: nothing is shown before what
 * it asks for is there, and nothing goes before what points to it has changed.
 */
import { isImmutableAsset } from '@wijkpers/releases'

/** The files to put, in groups that must be finished one after the other. */
export function inPhases<F extends { readonly path: string }>(files: readonly F[]): F[][] {
  const phases: F[][] = [[], [], [], []]
  for (const file of files) phases[phaseOf(file.path)]!.push(file)
  return phases.filter((phase) => phase.length > 0)
}

/** 0: styles and photos; 1: pages and what else stands by itself; 2: lists, feeds and the sitemap; 3: the home page. */
function phaseOf(path: string): 0 | 1 | 2 | 3 {
  if (isImmutableAsset(path)) return 0
  if (path === 'index.html') return 3
  const depth = path.replace(/(^|\/)index\.html$/, '').split('/').length
  return depth > 1 ? 1 : 2
}
