import { OPENED_ENTRY } from '../../people/opened-entry-header.ts'

/** An entry, or a wijk. */
export interface Opened {
  readonly uid: string
  readonly documentId: string
}

/** The entry whose form an address of the admin panel shows; of a copy that is being made, the one it is made of. Null for a new one, and elsewhere. */
export function openedAt(pathname: string): Opened | null {
  const found = /\/content-manager\/collection-types\/([^/]+)\/(?:clone\/)?([^/]+)\/?$/.exec(pathname)
  const [, uid = '', documentId = ''] = found ?? []
  return found && documentId !== 'create' && documentId !== 'clone' ? { uid, documentId } : null
}

/** What every question of the panel says of where it comes from (src/people/opened-entry.ts). */
export function openedHeader(pathname: string): Readonly<Record<string, string>> {
  const opened = openedAt(pathname)
  return opened ? { [OPENED_ENTRY]: `${opened.uid}/${opened.documentId}` } : {}
}
