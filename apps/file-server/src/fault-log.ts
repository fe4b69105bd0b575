/** The same fault is told once a minute: a damaged store would otherwise fill the log. */
const QUIET_MS = 60_000

/** A log of faults, each told by `write`. */
export function createFaultLog(write: (fault: unknown) => void, now: () => number): (error: unknown) => void {
  const toldAt = new Map<string, number>()
  return (error) => {
    const at = now()
    for (const [told, time] of toldAt) if (at - time >= QUIET_MS) toldAt.delete(told)
    const fault = String(error)
    if (toldAt.has(fault)) return
    toldAt.set(fault, at)
    write(error)
  }
}
