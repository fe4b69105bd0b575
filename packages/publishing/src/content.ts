/** The newest content of a wijk, at the price of what changed: only entries with a new version are fetched. */
import type { EntryId, Wijk, WijkId } from '@wijkpers/content'
import type { Manifest, VersionedEntry } from '@wijkpers/content/strapi'
import type { ContentSource } from './ports.ts'

/** All that is published in one wijk, at one revision. Unchanged entries are the same objects as in the snapshot before. */
export interface Snapshot {
  readonly revision: number
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  readonly entries: ReadonlyMap<EntryId, VersionedEntry>
}

/** Ids of the entries that `manifest` knows under a version that `before` does not have. */
export function changedEntries(before: Snapshot | undefined, manifest: Manifest): EntryId[] {
  return manifest.entries
    .filter(({ id, version }) => before?.entries.get(id)?.version !== version)
    .map(({ id }) => id)
}

/** How often a snapshot is tried again because somebody published between two reads. */
const MAX_READS = 5

/** The entries of one wijk kept going from publish to publish; forgetting them costs one full read. */
export function createContentReader(source: ContentSource) {
  const snapshots = new Map<WijkId, Snapshot>()

  async function read(wijk: WijkId): Promise<Snapshot | null> {
    for (let reads = 1; ; reads++) {
      const manifest = await source.manifest(wijk)
      if (!manifest) return null
      const before = snapshots.get(wijk)
      const wanted = changedEntries(before, manifest)
      const fetched =
        wanted.length > 0 ? await source.entries(wijk, wanted) : { revision: manifest.revision, entries: [] }
      // A publish between the two reads: the answer would be of two revisions at once.
      if (fetched.revision !== manifest.revision && reads < MAX_READS) continue
      const news = new Map(fetched.entries.map((versioned) => [versioned.entry.id, versioned]))
      const entries = new Map<EntryId, VersionedEntry>()
      for (const { id } of manifest.entries) {
        const versioned = news.get(id) ?? before?.entries.get(id)
        if (versioned) entries.set(id, versioned)
      }
      const snapshot: Snapshot = { revision: manifest.revision, wijk: manifest.wijk, entries }
      snapshots.set(wijk, snapshot)
      return snapshot
    }
  }

  return { read }
}

export type ContentReader = ReturnType<typeof createContentReader>
