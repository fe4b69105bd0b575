/** Generated content as the publisher has it after reading the CMS, for benches of what comes after that. */
import type { Entry, EntryId, Slug, Wijk, WijkId } from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import type { VersionedEntry } from '@wijkpers/content/strapi'
import type { Snapshot } from '@wijkpers/publishing'
import type { DemoEntry, DemoWijk } from '../../demo/demo-wijk.ts'
import { generateWijk } from '../../demo/generate.ts'

/** Ids have the form of Strapi's. */
const idOf = (slug: string, kind: string) =>
  `${kind}${slug}`.replaceAll('-', '').slice(0, 64).padEnd(24, '0') as EntryId

/** A wijk with `pages` entries at revision 1; without photos, as the generator makes it. */
export function generatedSnapshot(slug: string, pages: number, now: Date): Snapshot & { wijk: Wijk } {
  return snapshotOf(generateWijk({ slug, pages, seed: 1, now }), now)
}

/** A wijk of the demo, or a generated one, at revision 1; without photos and what only a reader of its pages would miss. */
export function snapshotOf({ wijk, entries }: DemoWijk, now: Date): Snapshot & { wijk: Wijk } {
  const { editors: _, slug, ...settings } = wijk
  return {
    revision: 1,
    changedAt: now.toISOString(),
    cmsStartedAt: now.toISOString(),
    held: null,
    formerAddresses: [],
    wijk: {
      ...plain.wijk,
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
        ...plain.article,
        ...entry,
        ...same,
        photo: null,
        organisation: linkTo('organisation', organisation),
        correction: null,
        isInMemoriam: false,
        edition: linkTo('edition', entry.edition),
        updatedAt: firstPublishedAt,
      }
    }
    case 'event': {
      // The generator says no more of an event than this.
      const { allDay, cancelled, organisation, recurrence: _, accessibility: __, ...event } = entry
      return {
        ...plain.event,
        ...event,
        ...same,
        photo: null,
        organisation: linkTo('organisation', organisation),
        isAllDay: allDay,
        isCancelled: cancelled,
      }
    }
    case 'organisation': {
      const { name, summary, body, website, email, phone } = entry
      return {
        kind: 'organisation',
        ...plain.organisation,
        name,
        summary,
        body,
        website,
        email,
        phone,
        ...same,
      }
    }
    case 'infoPage':
      return { ...entry, ...same }
    case 'notice': {
      const { fulfilled, organisation, ...notice } = entry
      const hidden = { photo: null, contactEmail: null, contactPhone: null }
      return {
        ...notice,
        ...same,
        ...hidden,
        isFulfilled: fulfilled,
        organisation: linkTo('organisation', organisation),
      }
    }
    case 'business': {
      const { openingHours, openingHoursExceptions: _, byAppointment, ...business } = entry
      return {
        ...plain.business,
        ...business,
        ...same,
        photo: null,
        photos: [],
        openingHours: openingHours.map(({ day, opensAt, closesAt }) => ({ weekday: day, opensAt, closesAt })),
        openingHoursExceptions: [],
        isByAppointment: byAppointment,
      }
    }
    case 'deal':
      return { ...entry, ...same, photo: null, business: linkTo('business', entry.business) }
    case 'person':
      return {
        ...entry,
        ...same,
        photo: null,
        street: entry.street ?? '',
        phone: null,
        organisation: linkTo('organisation', entry.organisation),
      }
    case 'liveabilityProject': {
      const { budget, spent, updates, organisation, ...project } = entry
      return {
        ...project,
        ...same,
        photo: null,
        photos: [],
        budgetCents: centsOf(budget),
        spentCents: centsOf(spent),
        updates: updates.map(({ date, text }) => ({ day: date, text })),
        organisation: linkTo('organisation', organisation),
      }
    }
    case 'edition': {
      const { publicationDate, ...edition } = entry
      return { ...edition, ...same, photo: null, pdf: null, publicationDay: publicationDate }
    }
    case 'advertisement': {
      const { startsOn, endsOn, business, ...advertisement } = entry
      return {
        ...advertisement,
        ...same,
        photo: null,
        firstDay: startsOn,
        lastDay: endsOn,
        business: linkTo('business', business),
      }
    }
  }
}

const linkTo = (kind: string, slug: string | null) => (slug === null ? null : idOf(slug, kind))
const centsOf = (euros: number | null) => (euros === null ? null : Math.round(euros * 100))
