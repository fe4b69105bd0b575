/** A process that holds many wijken as the publisher does, and answers what memory that takes: `node resident.ts <wijken> <pages>`. */
import { readFileSync } from 'node:fs'
import { allOf, startFleet } from './fleet.ts'

/** Bytes. */
export interface Resident {
  readonly publisher: number
  readonly renderers: number
}

const PROCESSES = 2
const [wijken, pages] = process.argv.slice(2).map(Number)
await using fleet = await startFleet({
  wijken: wijken!,
  pages: pages!,
  processes: PROCESSES,
  now: new Date('2026-11-28T10:00:00Z'),
  isEachItsOwn: true,
})
await allOf(fleet.ids, PROCESSES, (wijk) => fleet.publish(wijk))
globalThis.gc?.()
const renderers = fleet.pids().reduce((sum, pid) => sum + residentBytes(pid), 0)
process.send!({ publisher: residentBytes(process.pid), renderers } satisfies Resident)

function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
