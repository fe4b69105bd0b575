/** What a target elsewhere remembers of each wijk on this machine. Every note may be lost: it is then found out there again. */
import { mkdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import { createTurns, writeKept } from '@wijkpers/publishing'

export interface Notes<T> {
  /** Null when there is none, or it cannot be read. */
  read(wijk: WijkId): T | null
  /** Resolves when the note is on disk, whole. */
  write(wijk: WijkId, note: T): Promise<void>
  forget(wijk: WijkId): Promise<void>
}

/** Notes in a folder, a file a wijk. `form` is raised when old notes mean something else: they are then not read. */
export function openNotes<T>(folder: string, form: number): Notes<T> {
  mkdirSync(folder, { recursive: true })
  const held = new Map<WijkId, T | null>()
  // One change of a note after another, so that the last one is what stays.
  const inTurn = createTurns()
  const pathOf = (wijk: WijkId) => join(folder, `${wijk}.json`)

  return {
    read(wijk) {
      if (!held.has(wijk)) held.set(wijk, readNote(pathOf(wijk), form) as T | null)
      return held.get(wijk) ?? null
    },
    write(wijk, note) {
      held.set(wijk, note)
      return inTurn([wijk], () => writeKept(pathOf(wijk), JSON.stringify({ form, note })))
    },
    forget(wijk) {
      held.set(wijk, null)
      return inTurn([wijk], () => rm(pathOf(wijk), { force: true }))
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
