/** The logo of a wijk: one picture, on every page of its site. What it shows is said by the name beside it. */
import { WIJK } from '../entries/entry-types.ts'
import type { Queries } from '../database/transaction.ts'

/** The wijken (`w`) that have a logo, with the links to those files (`link.file_id`). */
export function wijkenWithLogo(queries: Queries) {
  return queries('wijken as w')
    .join('files_related_mph as link', 'link.related_id', 'w.id')
    .where({ 'link.related_type': WIJK, 'link.field': 'logo' })
}

/** A logo as a site needs it. */
export interface Logo {
  /** Path on the CMS, `/uploads/…`. */
  readonly url: string
  readonly version: string
}

/** The logo of a wijk; null when it has none. */
export async function logoOf(queries: Queries, wijk: string): Promise<Logo | null> {
  const file = await wijkenWithLogo(queries)
    .join('files as f', 'f.id', 'link.file_id')
    .where({ 'w.document_id': wijk })
    .whereRaw('coalesce(f.wijk_key, w.document_id) = w.document_id')
    .first<{ url: string; bytes_version: string | null } | undefined>('f.url', 'f.bytes_version')
  return file ? { url: file.url, version: file.bytes_version ?? '' } : null
}
