/**
 * What a target elsewhere remembers of each wijk on this machine. Every note may be deleted: it is then found out there again. Of all wijken
 * only the gist of a note is at hand, which each look at them asks for; whole notes are kept of those used last.
 */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { createTurns, KEPT_WIJKEN, writeSafely } from '@wijkpers/publishing'
import { makeFolderNow } from '@wijkpers/releases/sync-folder'

export interface Notes<T, Gist> {
  /** Null when there is none, or it cannot be read. */
  read(wijk: WijkId): T | null
  /** What is asked of it most, without reading it again; null when there is none. Of one that was lost since, what it was. */
  gist(wijk: WijkId): Gist | null
  /** Resolves when the note is on disk, whole and safe from a power cut: what is live there, or is still to be forgotten, has changed since. */
  write(wijk: WijkId, note: T): Promise<void>
  forget(wijk: WijkId): Promise<void>
  /** Whoever needs the whole note found it lost: its gist is no longer believed, and all of it is found out there again. */
  lose(wijk: WijkId): void
}

export interface NotesOptions<T, Gist> {
  readonly folder: string
  /** Raised when old notes mean something else: they are then not read. */
  readonly form: number
  /** Small: it stays in memory of every wijk. */
  readonly gistOf: (note: T) => Gist
  /** Wijken whose whole note stays in memory. */
  readonly keptWijken?: number
}

/** Notes in a folder, a file a wijk. */
export function openNotes<T, Gist>(options: NotesOptions<T, Gist>): Notes<T, Gist> {
  const { folder, form, gistOf, keptWijken = KEPT_WIJKEN } = options
  makeFolderNow(folder)
  /** The one used last comes last. */
  const held = new Map<WijkId, T>()
  const gists = new Map<WijkId, Gist | null>()
  /** How many writes of a note are under way: until they end it is read from here. */
  const writing = new Map<WijkId, number>()
  // One change of a note after another, so that the last one is what stays.
  const inTurn = createTurns()
  const pathOf = (wijk: WijkId) => join(folder, `${wijk}.json`)

  function hold(wijk: WijkId, note: T | null): void {
    held.delete(wijk)
    gists.set(wijk, note === null ? null : gistOf(note))
    if (note !== null) held.set(wijk, note)
    if (held.size <= keptWijken) return
    for (const each of held.keys())
      if (!writing.has(each)) {
        held.delete(each)
        break
      }
  }

  function read(wijk: WijkId): T | null {
    if (!held.has(wijk) && gists.get(wijk) === null) return null
    const note = held.get(wijk) ?? (readNote(pathOf(wijk), form) as T | null)
    // One that was deleted meanwhile is known to be lost by its gist.
    if (note !== null || !gists.has(wijk)) hold(wijk, note)
    return note
  }

  async function change(wijk: WijkId, work: () => Promise<void>): Promise<void> {
    writing.set(wijk, (writing.get(wijk) ?? 0) + 1)
    try {
      await inTurn([wijk], work)
    } finally {
      const left = writing.get(wijk)! - 1
      if (left > 0) writing.set(wijk, left)
      else writing.delete(wijk)
    }
  }

  return {
    read,
    gist(wijk) {
      if (!gists.has(wijk)) read(wijk)
      return gists.get(wijk) ?? null
    },
    async write(wijk, note) {
      const written = change(wijk, () => writeSafely(pathOf(wijk), JSON.stringify({ form, note })))
      hold(wijk, note)
      await written
    },
    async forget(wijk) {
      const gone = change(wijk, () => rm(pathOf(wijk), { force: true }))
      hold(wijk, null)
      await gone
    },
    lose(wijk) {
      held.delete(wijk)
      gists.delete(wijk)
    },
  }
}

function readNote(path: string, form: number): unknown {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { form?: number; note?: unknown }
    return kept.form === form ? (kept.note ?? null) : null
  } catch {
    return null
  }
}
