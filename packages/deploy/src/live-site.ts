import type { LiveSite } from '@wijkpers/publishing'

/** What is live, with its files read only when they are asked for: most often it is just asked which release it is. */
export function liveSite(
  { release, revision, format }: Omit<LiveSite, 'files'>,
  filesOf: () => Iterable<readonly [path: string, hash: string]>,
): LiveSite {
  let files: Map<string, string> | undefined
  return {
    release,
    revision,
    format,
    get files() {
      files ??= new Map(filesOf())
      return files
    },
  }
}
