/** What record-disk.ts noted, and what a power cut would take of it. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DiskEvent } from './record-disk.ts'

/** What was noted in this file so far, in order. */
export function eventsIn(record: string): DiskEvent[] {
  return readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as DiskEvent)
}

/** Follows what a program asks of its disk, event by event. */
export function createLosses() {
  /** Files by their path as a reader sees them now, and whether their bytes would survive. */
  const bytesAreSafe = new Map<string, boolean>()
  /** Of files and folders, by the folder that they are in. */
  const namesAtRisk = new Map<string, Set<string>>()
  function atRiskIn(path: string): void {
    const names = namesAtRisk.get(dirname(path)) ?? new Set()
    namesAtRisk.set(dirname(path), names.add(path))
  }

  return {
    happened(event: DiskEvent): void {
      switch (event.did) {
        case 'wrote':
          bytesAreSafe.set(event.path, false)
          break
        case 'synced':
          if (bytesAreSafe.has(event.path)) bytesAreSafe.set(event.path, true)
          namesAtRisk.delete(event.path)
          break
        case 'renamed': {
          bytesAreSafe.set(event.to, bytesAreSafe.get(event.path) ?? false)
          bytesAreSafe.delete(event.path)
          atRiskIn(event.to)
          break
        }
        case 'made':
          for (let folder = event.path; ; folder = dirname(folder)) {
            atRiskIn(folder)
            if (folder === event.first) break
          }
          break
        case 'commits':
        case 'said':
      }
    },
    /** Every file that was written so far, with what a power cut at this moment would lose of it; null for nothing. */
    now(): Map<string, string | null> {
      const atRisk = new Set(Array.from(namesAtRisk.values(), (names) => [...names]).flat())
      /** What goes with the file: its own name, or that of a folder that it is in. */
      const lost = (path: string): string | null =>
        atRisk.has(path) ? path : path === dirname(path) ? null : lost(dirname(path))
      const lossOf = (path: string, isSafe: boolean) => {
        const name = lost(path)
        if (!isSafe) return 'its bytes are lost'
        return name === null ? null : name === path ? 'its name is lost' : `its folder ${name} is lost`
      }
      return new Map(Array.from(bytesAreSafe, ([path, isSafe]) => [path, lossOf(path, isSafe)]))
    },
  }
}

/** Every file that was written by the end of this record, with what a power cut would lose of it; null for nothing. */
export function lossesIn(record: string): Map<string, string | null> {
  const losses = createLosses()
  for (const event of eventsIn(record)) losses.happened(event)
  return losses.now()
}
