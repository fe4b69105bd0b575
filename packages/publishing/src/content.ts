/** The newest content of a wijk, at the price of what changed. */
import { addressKey, type EntryId, type FormerAddress, type Wijk, type WijkId } from '@wijkpers/content'
import {
  type Changes,
  CmsUnavailableError,
  type Held,
  InvalidContentError,
  type VersionedEntry,
} from '@wijkpers/content/strapi'
import { KEPT_WIJKEN } from './kept-wijken.ts'
import type { ContentSource } from './ports.ts'

/** All that is published in one wijk, at one revision. Unchanged entries are the same objects as in the snapshot before. */
export interface Snapshot {
  readonly revision: number
  /** When the CMS came to want this revision: ISO in UTC. */
  readonly changedAt: string
  /** When the CMS that said so was started: ISO in UTC. */
  readonly cmsStartedAt: string
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  /** Null when the site follows the content, as it should. */
  readonly held: Held | null
  readonly entries: ReadonlyMap<EntryId, VersionedEntry>
  /** Addresses at which something was online before; the same list for as long as it says the same. */
  readonly formerAddresses: readonly FormerAddress[]
}

/** After this many reads by change alone, all versions are compared once: what nobody noted is found then. */
const READS_BY_CHANGE = 500
/** What need not be the newest waits so long for the CMS, in milliseconds. */
const SOON_MS = 2_000

interface Kept {
  readonly snapshot: Snapshot
  /** How often in a row it was read by change alone. */
  readonly reads: number
  /** When it was kept, as `moments` are counted. */
  readonly keptAt: number
}

/** Keeps the entries of the wijken read last from publish to publish; forgetting them costs one full read. */
export function createContentReader(source: ContentSource, keptWijken = KEPT_WIJKEN) {
  /** The one read last comes last. */
  const kept = new Map<WijkId, Kept>()
  /** Counted, as the clock may be put back. */
  let moments = 0
  /** What the CMS was asked, and did not answer soon. */
  const hanging = new Set<Promise<unknown>>()

  /**
   * The content of a wijk now; null when the CMS never knew it. With `orLast`, what it said last when it does not
   * answer now, or not soon, or with an entry that cannot be read: what it said to this process, so before its first read there is no
   * last, and it throws. With `isAnew` all of it, trusting nothing that was read before, answer or not: that may be what is wrong.
   */
  async function read(wijk: WijkId, { orLast = false, isAnew = false } = {}): Promise<Snapshot | null> {
    const before = kept.get(wijk)
    if (isAnew || !orLast || !before) return readNow(wijk, isAnew ? undefined : before)
    // One that hangs for another wijk need not be waited for again.
    if (hanging.size > 0) return before.snapshot
    return soonOr(before.snapshot, readNow(wijk, before))
  }

  /** What is read, or `last` when there is nothing to be read, or not soon: what comes later is kept all the same. */
  async function soonOr(last: Snapshot, reading: Promise<Snapshot | null>): Promise<Snapshot | null> {
    const answer = reading.catch((error: unknown) => {
      if (error instanceof CmsUnavailableError || error instanceof InvalidContentError) return last
      throw error
    })
    const late = Promise.withResolvers<Snapshot>()
    const timer = setTimeout(() => {
      hanging.add(answer)
      void answer.catch(() => undefined).finally(() => hanging.delete(answer))
      late.resolve(last)
    }, SOON_MS)
    try {
      return await Promise.race([answer, late.promise])
    } finally {
      clearTimeout(timer)
    }
  }

  async function readNow(wijk: WijkId, before: Kept | undefined): Promise<Snapshot | null> {
    const askedAt = ++moments
    const isByChange = before !== undefined && before.reads < READS_BY_CHANGE
    const snapshot = isByChange
      ? await readChanges(before.snapshot, wijk)
      : await readAll(before?.snapshot, wijk)
    if (snapshot && !isOlder(snapshot, askedAt, kept.get(wijk)))
      keep(wijk, { snapshot, reads: isByChange ? before.reads + 1 : 0, keptAt: ++moments })
    return snapshot
  }

  function keep(wijk: WijkId, news: Kept): void {
    kept.delete(wijk)
    kept.set(wijk, news)
    const [oldest] = kept.keys()
    if (kept.size > keptWijken && oldest !== undefined) kept.delete(oldest)
  }

  async function readChanges(before: Snapshot, wijk: WijkId): Promise<Snapshot | null> {
    const changes = await source.changes(wijk, before.revision)
    // What it says of changes is no news to us.
    if (changes && wasPutBack(before, changes)) return readAll(undefined, wijk)
    // Started anew it may have been put back, too, and be past the number of before: then what it says of changes is not all.
    if (changes && changes.cmsStartedAt !== before.cmsStartedAt) return readAll(before, wijk)
    return changes && applyChanges(before, changes)
  }

  async function readAll(before: Snapshot | undefined, wijk: WijkId): Promise<Snapshot | null> {
    const manifest = await source.manifest(wijk)
    if (!manifest) return null
    const wanted = manifest.entries
      .filter(({ id, version }) => before?.entries.get(id)?.version !== version)
      .map(({ id }) => id)
    const fetched = wanted.length > 0 ? await source.entries(wijk, wanted) : null
    const news = new Map(fetched?.entries.map((versioned) => [versioned.entry.id, versioned]))
    const entries = new Map<EntryId, VersionedEntry>()
    for (const { id } of manifest.entries) {
      const versioned = news.get(id) ?? before?.entries.get(id)
      if (versioned) entries.set(id, versioned)
    }
    const { entries: _, ...told } = manifest
    const snapshot = { ...told, entries }
    if (!fetched || fetched.revision === manifest.revision) return snapshot
    // A publish between the two reads: this is of two revisions at once, and whole with all that changed since the first.
    const changes = await source.changes(wijk, manifest.revision)
    if (changes && (changes.cmsStartedAt !== manifest.cmsStartedAt || wasPutBack(snapshot, changes)))
      throw new CmsUnavailableError(`[publishing] the CMS was started anew while wijk ${wijk} was read`)
    return changes && applyChanges(snapshot, changes)
  }

  return {
    read,
    /** Whether it read this wijk before, and keeps what it read; who asks will have it kept a while longer. */
    has(wijk: WijkId): boolean {
      const known = kept.get(wijk)
      if (known) keep(wijk, known)
      return known !== undefined
    },
  }
}

export type ContentReader = ReturnType<typeof createContentReader>

/** Whether what was kept while this was asked is newer: an answer may be long on its way. */
function isOlder(snapshot: Snapshot, askedAt: number, kept: Kept | undefined): boolean {
  if (!kept || askedAt > kept.keptAt || snapshot.cmsStartedAt !== kept.snapshot.cmsStartedAt) return false
  return snapshot.revision < kept.snapshot.revision
}

/** Whether the CMS was put back from a backup since: then revisions come again, and mean something else. */
function wasPutBack(before: Snapshot, { revision, changedAt }: Changes): boolean {
  if (revision === before.revision) return changedAt !== before.changedAt
  return revision < before.revision || changedAt < before.changedAt
}

/** The snapshot after `changes`; an entry whose version did not change stays the same object. */
function applyChanges(before: Snapshot, changes: Changes): Snapshot {
  const { revision, changedAt, cmsStartedAt, wijk, held, entries: changed, gone } = changes
  const entries = new Map(before.entries)
  for (const versioned of changed)
    if (entries.get(versioned.entry.id)?.version !== versioned.version)
      entries.set(versioned.entry.id, versioned)
  for (const id of gone) entries.delete(id)
  const formerAddresses = withChanged(before.formerAddresses, changes.formerAddresses)
  const all = wijk ? entries : new Map()
  return { revision, changedAt, cmsStartedAt, wijk, held, entries: all, formerAddresses }
}

function withChanged(
  before: readonly FormerAddress[],
  changed: readonly FormerAddress[],
): readonly FormerAddress[] {
  if (changed.length === 0) return before
  return [...new Map([...before, ...changed].map((former) => [addressKey(former), former])).values()]
}
