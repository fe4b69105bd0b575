import { isOnSite, WIJK } from '../../entries/entry-types.ts'
import type { EntryOnScreen } from './story.ts'

/** The parts of Strapi's document and its metadata that tell whether it is published. */
interface StrapiDocument {
  readonly [field: string]: unknown
}
interface StrapiMeta {
  readonly availableStatus?: readonly StrapiDocument[] | null | undefined
}

/** Whether the way of this content to the site is worth following; Strapi shows its panels with every type. */
export function isPublicType(uid: string): boolean {
  return isOnSite(uid)
}

export function isEntry(uid: string): boolean {
  return isPublicType(uid) && uid !== WIJK
}

export function entryOnScreen(uid: string, document: StrapiDocument | undefined): EntryOnScreen {
  if (uid === WIJK) return { kind: 'wijk', isPublished: document?.state !== 'draft', isModified: false }
  const isModified = document?.status === 'modified'
  return { kind: 'entry', isPublished: isModified || document?.status === 'published', isModified }
}

/** Changes with every save, publish and unpublish, of the draft as well as of what is published. */
export function versionOnScreen(document: StrapiDocument | undefined, meta: StrapiMeta | undefined): string {
  const rows = [document, ...(meta?.availableStatus ?? [])]
  return JSON.stringify(rows.map((row) => [row?.status, row?.updatedAt, row?.publishedAt]))
}
