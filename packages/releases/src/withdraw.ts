import type { Index } from './index-file.ts'

/** Files of a site that nobody may get any more, from no release. */
export interface Withdrawal {
  readonly site: string
  readonly paths: Iterable<string>
  /** Also from the release that is shown now: it is an earlier one that is held. Otherwise that one shows them rightfully. */
  readonly alsoShown: boolean
}

/**
 * Takes files out of every earlier release, as if they never were in it: no address answers with them, and no rollback brings
 * them back. Their bytes go with the next sweep. Answers in how many releases they were changed.
 */
export function prepareWithdraw(index: Index): (withdrawal: Withdrawal) => number {
  const ofSite = 'site = (SELECT id FROM site WHERE key = ?) AND path = ?'
  const earlier = index.prepare<[string, string]>(`DELETE FROM file WHERE ${ofSite} AND until IS NOT NULL`)
  const shown = index.prepare<[string, string]>(`DELETE FROM file WHERE ${ofSite} AND until IS NULL`)
  const count = index.prepare<[number, string]>('UPDATE site SET files = files - ? WHERE key = ?')
  const transaction = index.transaction(({ site, paths, alsoShown }: Withdrawal) => {
    let rows = 0
    for (const path of paths) {
      rows += earlier.run(site, path).changes
      if (!alsoShown) continue
      const { changes } = shown.run(site, path)
      if (changes > 0) count.run(changes, site)
      rows += changes
    }
    return rows
  })
  return (withdrawal) => transaction.immediate(withdrawal)
}
