/**
 * The folder that somebody names for what we write. It is emptied only when nothing else is in it than what was written there before, which is
 * noted beside our own data: nobody loses what he put there himself.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { writeWhole } from '@wijkpers/releases'
import { SettingError } from './settings.ts'

export interface WrittenFolder {
  /** Removes what was written there before. */
  empty(): void
  /** Notes that what is in this other folder is about to be written there by us. */
  note(from: string): void
}

/** Throws SettingError for a folder in which something else is. `notes` is the folder of the notes. */
export function openWrittenFolder(path: string, notes: string): WrittenFolder {
  const folder = resolve(path)
  const noted = join(notes, `${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`)
  // What we are in, or live in, is never what we wrote, not even when it is empty.
  if ([process.cwd(), homedir()].some((place) => isWithin(place, folder)))
    throw new SettingError(`De map ${folder} wordt niet leeggemaakt. Kies een nieuwe map.`)
  const written = new Set(readNoted(noted))
  const others = filesIn(folder).filter((file) => !written.has(file))
  if (others.length > 0)
    throw new SettingError(
      `De map ${folder} is niet leeg: ${others[0]} is er niet door een eerdere site:build gekomen. Kies een nieuwe map, dan gaat niets verloren.`,
    )
  return {
    empty: () => rmSync(folder, { recursive: true, force: true }),
    note: (from) => writeWhole(noted, JSON.stringify(filesIn(from))),
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
}

/** Whether a place is this folder, or below it. */
function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, resolve(place))
  return way !== '..' && !way.startsWith(`..${sep}`)
}

function readNoted(file: string): string[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}
