import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES } from '../entries/entry-types.ts'

/** Entries by where they stand; `modified` ones are live with a newer draft. */
export interface EntryCounts {
  readonly draft: number
  readonly published: number
  readonly modified: number
}

interface Row {
  readonly documentId: string
  readonly publishedAt: string | null
  readonly updatedAt: string
}

/** Counts the entries of some wijken, as Strapi's home screen counts those of all. */
export async function countEntries(strapi: Core.Strapi, wijken: readonly string[]): Promise<EntryCounts> {
  const counts = { draft: 0, published: 0, modified: 0 }
  for (const { uid } of ENTRY_TYPES) {
    const rows = (await strapi.db.query(uid).findMany({
      where: { wijkKey: { $in: wijken } },
      select: ['documentId', 'publishedAt', 'updatedAt'],
    })) as Row[]
    for (const versions of Map.groupBy(rows, ({ documentId }) => documentId).values())
      counts[standing(versions)]++
  }
  return counts
}

function standing(versions: readonly Row[]): keyof EntryCounts {
  const live = versions.find(({ publishedAt }) => publishedAt !== null)
  const draft = versions.find(({ publishedAt }) => publishedAt === null)
  if (!live) return 'draft'
  return draft && draft.updatedAt !== live.updatedAt ? 'modified' : 'published'
}
