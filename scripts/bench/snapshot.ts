/** Generated content as the publisher has it after reading the CMS, for benches of what comes after that. */
import type { Entry, EntryId, Slug, Wijk, WijkId } from '@wijkpers/content'
import type { VersionedEntry } from '@wijkpers/content/strapi'
import type { Snapshot } from '@wijkpers/publishing'
import type { DemoEntry } from '../../demo/demo-wijk.ts'
import { generateWijk } from '../../demo/generate.ts'

/** Ids have the form of Strapi's. */
const idOf = (slug: string, kind: string) =>
  `${kind}${slug}`.replaceAll('-', '').slice(0, 64).padEnd(24, '0') as EntryId

/** A wijk with `pages` entries at revision 1; without photos, as the generator makes it. */
export function generatedSnapshot(slug: string, pages: number, now: Date): Snapshot & { wijk: Wijk } {
  const { wijk, entries } = generateWijk({ slug, pages, seed: 1, now })
  const { editors: _, ...settings } = wijk
  return {
    revision: 1,
    held: null,
    wijk: {
      ...settings,
      id: `wijk${slug}`.replaceAll('-', '').padEnd(24, '0') as WijkId,
      slug: slug as Slug,
    },
    entries: new Map(
      entries.map((entry) => {
        const made = entryOf(entry, now)
        return [made.id, { version: '1', entry: made } satisfies VersionedEntry] as const
      }),
    ),
  }
}

function entryOf(entry: DemoEntry, now: Date): Entry {
  const same = { id: idOf(entry.slug, entry.kind), slug: entry.slug as Slug, updatedAt: now.toISOString() }
  switch (entry.kind) {
    case 'article': {
      const { organisation, firstPublishedAt } = entry
      return {
        ...entry,
        ...same,
        photo: null,
        organisation: organisation === null ? null : idOf(organisation, 'organisation'),
        updatedAt: firstPublishedAt,
      }
    }
    case 'event': {
      const { allDay, cancelled, organisation, ...event } = entry
      return {
        ...event,
        ...same,
        photo: null,
        organisation: organisation === null ? null : idOf(organisation, 'organisation'),
        isAllDay: allDay,
        isCancelled: cancelled,
      }
    }
    case 'organisation':
      return { ...entry, ...same, photo: null }
    case 'infoPage':
      return { ...entry, ...same }
  }
}
