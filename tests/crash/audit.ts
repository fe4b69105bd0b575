/** Looks at what is left when all is quiet again. Answers sentences about what is wrong; none when nothing is. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { WijkId } from '@wijkpers/content'
import type { ReleaseReader } from '@wijkpers/releases'
import { askOnce } from '../support/own-connection.ts'
import type { Wijkpers } from '../support/wijkpers.ts'

/** Every release that is kept: all of its files are there with the bytes they should have, and revisions only grow. */
export function faultsInReleases(reader: ReleaseReader, wijk: WijkId): string[] {
  const faults: string[] = []
  const looked = new Set<string>()
  let newer = Number.POSITIVE_INFINITY
  for (const { release, revision, files } of reader.releases(wijk)) {
    if (revision > newer)
      faults.push(`release ${release} has revision ${revision}, the one after it ${newer}`)
    newer = revision
    const shown = reader.files(wijk, release)
    if (shown.size !== files) faults.push(`release ${release} has ${shown.size} files of ${files}`)
    for (const [path, { hash }] of shown) {
      if (looked.has(hash)) continue
      looked.add(hash)
      const body = readFileSync(reader.objectPath(hash))
      if (createHash('sha256').update(body).digest('hex') !== hash)
        faults.push(`${path} of release ${release} is not what it was`)
    }
  }
  return faults
}

/** The books of CMS, store and publisher tell the same: what is wanted is live, and every receipt came that far. */
export async function faultsInBooks(
  wijkpers: Wijkpers,
  reader: ReleaseReader,
  slug: string,
): Promise<string[]> {
  const known = (await wijkpers.cms.wijken()).find((wijk) => wijk.slug === slug)!
  const current = reader.current(known.id)!
  const receipts = (await (
    await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/${slug}/receipts`)
  ).json()) as { revision: number; state: string }[]
  const [newest] = receipts
  return [
    ...(known.wanted === current.revision ? [] : [`wanted is ${known.wanted}, live ${current.revision}`]),
    ...(known.live === current.revision && known.release === current.release
      ? []
      : [
          `the CMS was told ${known.live} in release ${known.release}, not ${current.revision} in ${current.release}`,
        ]),
    ...(newest?.state === 'live' && newest.revision === current.revision
      ? []
      : [`the newest receipt says ${newest?.state} of ${newest?.revision}`]),
  ]
}

/** What must never stand in the publisher's log: two publishes of one wijk were in each other's way. */
export function faultsInLog(wijkpers: Wijkpers): string[] {
  const log = readFileSync(wijkpers.logOf('publisher'), 'utf8')
  return ['StaleReleaseError', 'MissingObjectError', 'WrongHashError', 'CorruptIndexError'].filter((name) =>
    log.includes(name),
  )
}
