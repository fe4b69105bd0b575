import { type ReleaseReader, UnknownReleaseError } from './reader.ts'
import type { NewRelease, Rollback } from './release.ts'

/**
 * The release that shows release `to` again: the inverse of all that came after it, on the current one.
 * UnknownReleaseError when `to` is not kept.
 */
export function rollbackTo(
  reader: Pick<ReleaseReader, 'current' | 'files' | 'releases'>,
  { to, ...address }: Rollback,
): NewRelease {
  const { site } = address
  const then = reader.releases(site).find(({ release }) => release === to)
  const current = reader.current(site)
  if (!then || !current) throw new UnknownReleaseError(site, to)
  const before = reader.files(site, to)
  const now = reader.files(site)
  const changed = Array.from(before).filter(([path, { hash }]) => now.get(path)?.hash !== hash)
  return {
    ...address,
    revision: then.revision,
    format: then.format,
    // Put back by somebody: it stays, whatever the clock says.
    validity: { from: then.madeAt, until: null },
    base: current.release,
    rollback: to,
    put: changed.map(([path, file]) => Object.assign({ path }, file)),
    remove: Array.from(now.keys()).filter((path) => !before.has(path)),
  }
}
