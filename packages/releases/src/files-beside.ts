/**
 * What goes with an address that was left: the files that an entry has besides its page. The one table from which our own
 * server, and servers of others, are told; all else below an address may be of the site itself, such as `agenda/week/2026-w48/`.
 */

/** By the first part of an address: how such files end, behind the address of the entry without its last slash. */
export const FILES_BESIDE: ReadonlyMap<string, readonly string[]> = new Map([
  ['agenda', ['.ics']],
  ['organisaties', ['/rss.xml', '/feed.json', '/agenda.ics']],
])

/** How the files of an entry end that has its page at `folder`, such as `/agenda/markt`. */
export function filesBeside(folder: string): readonly string[] {
  const [, first = ''] = /^\/([^/]+)\/[^/]+$/.exec(folder) ?? []
  return FILES_BESIDE.get(first) ?? []
}

/** The page of the entry that a file goes with, and how that file ends; null when it goes with none. No slash in front. */
export function pageBeside(path: string): { readonly page: string; readonly end: string } | null {
  for (const end of FILES_BESIDE.get(path.split('/', 1)[0]!) ?? []) {
    const folder = path.slice(0, -end.length)
    if (path.endsWith(end) && filesBeside(`/${folder}`).length > 0)
      return { page: `${folder}/index.html`, end }
  }
  return null
}

/** Where such a file is when the page that it goes with is at `movedTo`, a path with slashes at both ends. */
export function fileBeside(movedTo: string, end: string): string {
  return `${movedTo.slice(0, -1)}${end}`
}
