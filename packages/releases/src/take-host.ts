import type { Index } from './index-file.ts'

/** Another site answers on this host. Trying again helps once that site has moved or was taken down. */
export class HostTakenError extends Error {
  override readonly name = 'HostTakenError'
  readonly host: string
  /** The site that has the host. */
  readonly holder: string
  constructor(host: string, holder: { key: string; slug: string }) {
    super(`[releases] ${host} belongs to wijk ${holder.slug} (${holder.key}); two sites cannot have one host`)
    this.host = host
    this.holder = holder.key
  }
}

/** Which site answers on which host, and which hosts lead to it. A host has one site at most, and then leads to no other. */
export function prepareHosts(index: Index) {
  const findHolder = index.prepare<[string, string], { key: string; slug: string }>(
    'SELECT key, slug FROM site WHERE host = ? AND files > 0 AND key <> ?',
  )
  const move = index.prepare<[string, string]>('UPDATE site SET host = ? WHERE key = ?')
  const forget = index.prepare<[string]>(
    'DELETE FROM former_host WHERE site = (SELECT id FROM site WHERE key = ?)',
  )
  const free = index.prepare<[string]>('DELETE FROM former_host WHERE host = ?')
  const lead = index.prepare<[string, string]>(
    'INSERT OR REPLACE INTO former_host (host, site) SELECT ?, id FROM site WHERE key = ?',
  )

  return {
    /**
     * Makes room for a site on a host. Who answers there and is to be elsewhere, by `moving`, goes there with what it shows now; so does
     * who is there, in turn. HostTakenError when one of them is to stay.
     */
    makeRoom(site: string, host: string, moving: ReadonlyMap<string, string>): void {
      const moves = new Map<string, string>()
      let wanted = host
      for (;;) {
        const holder = findHolder.get(wanted, site)
        if (!holder) break
        const to = moving.get(holder.key)
        if (to === undefined || to === wanted || moves.has(holder.key))
          throw new HostTakenError(wanted, holder)
        moves.set(holder.key, to)
        wanted = to
      }
      // The last one goes first, to where nobody is, which may be where the site itself was.
      if (moves.size > 0) move.run('', site)
      for (const [key, to] of [...moves].toReversed()) {
        move.run(to, key)
        free.run(to)
      }
    },
    /** The hosts that lead to a site from now on, but for those where another site is. */
    leadHere(site: string, hosts: readonly string[]): void {
      forget.run(site)
      for (const host of hosts) if (!findHolder.get(host, site)) lead.run(host, site)
    },
    /** Where a site is now, none was before: also not when it leaves again. */
    free: (host: string) => void free.run(host),
  }
}
