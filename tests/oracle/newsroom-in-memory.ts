/** Content of two wijken in memory, with the manners of the CMS: what is wanted, what changed since, which photo is which. */
import { plain } from '@wijkpers/content/plain'
import { hash } from 'node:crypto'
import {
  addressKey,
  ENTRY_KINDS,
  type Entry,
  type EntryId,
  type FormerAddress,
  type Photo,
  type Wijk,
  type WijkId,
} from '@wijkpers/content'
import type { ReceiptReport, VersionedEntry, WijkRevision } from '@wijkpers/content/strapi'
import type { ContentSource } from '../../packages/publishing/src/ports.ts'
import { entryOf } from './entry-of.ts'
import type { Fields, OracleKind, Newsroom, PhotoOf, Picture, Place, Settings } from './newsroom.ts'

interface Row {
  readonly kind: OracleKind
  readonly wijk: Place
  readonly fields: Fields
}
type LiveRow = Row & { readonly updatedAt: string }
/** All that a site of one wijk is made from, at one revision. */
interface Revision {
  readonly settings: string
  readonly versions: ReadonlyMap<EntryId, string>
  readonly addresses: readonly FormerAddress[]
  /** When it became the wanted one, ISO in UTC. */
  readonly changedAt: string
}

type Left = Map<string, FormerAddress & { readonly since: number }>

export function createNewsroomInMemory(settings: readonly [Settings, Settings], start: Date) {
  const ids = ['wijknul00000' as WijkId, 'wijkeen00000' as WijkId] as const
  const wijken = [...settings] as [Settings, Settings]
  const drafts = new Map<string, Row>()
  const published = new Map<string, LiveRow>()
  const files = new Map<number, { readonly picture: Picture; readonly version: number }>()
  const revisions: [Revision[], Revision[]] = [[], []]
  /** Where something was online, by address, with the revision after which it was not. */
  const former: [Left, Left] = [new Map(), new Map()]
  const reported = new Map<WijkId, { live: number; release: number }>()
  let number = 0
  let now = start

  const wijkOf = (place: Place): Wijk => ({
    ...plain.wijk,
    id: ids[place],
    ...(wijken[place] as Settings & { slug: Wijk['slug'] }),
  })
  const placeOf = (id: WijkId) => ids.indexOf(id) as Place

  function photoOf(photo: PhotoOf | null): Photo | null {
    if (!photo) return null
    const { file, alt, maker } = photo
    const said = { alt, maker, source: '', licence: 'ownWork' as const, focus: null }
    return { url: `/uploads/${file}.jpg`, version: String(files.get(file)!.version), ...said }
  }

  function entryOfRow(id: string, { kind, wijk, fields, updatedAt }: LiveRow): Entry {
    const linkTo = (to: string | null) =>
      to !== null && published.get(to)?.wijk === wijk ? (to as EntryId) : null
    return entryOf({ id, kind, fields, updatedAt, photo: photoOf(fields.photo), linkTo })
  }

  /** What is published in a wijk, fresh from the table each time, in the order of the ids. */
  function liveOf(place: Place): Map<EntryId, VersionedEntry> {
    const rows = [...published]
      .filter(([, row]) => row.wijk === place)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return new Map(
      rows.map(([id, row]) => {
        const entry = entryOfRow(id, row)
        const { expiresAt } = row.fields
        return [entry.id, { version: hash('md5', JSON.stringify([entry, expiresAt])), entry, expiresAt }]
      }),
    )
  }

  /** Raises the wanted revision of each wijk that looks different. */
  function note(): void {
    for (const place of [0, 1] as const) {
      const online = liveOf(place)
      const next: Revision = {
        settings: JSON.stringify(wijkOf(place)),
        versions: new Map(Array.from(online, ([id, { version }]) => [id, version])),
        addresses: Array.from(online.values(), ({ entry: { id, kind, slug } }) => ({
          kind,
          slug,
          entry: id,
        })),
        changedAt: now.toISOString(),
      }
      const last = revisions[place].at(-1)
      const isSame =
        last?.settings === next.settings &&
        last.versions.size === next.versions.size &&
        [...next.versions].every(([id, version]) => last.versions.get(id) === version)
      if (isSame) continue
      revisions[place].push(next)
      for (const left of last?.addresses ?? []) {
        const { slug } = online.get(left.entry)?.entry ?? {}
        if (slug !== left.slug)
          former[place].set(addressKey(left), { ...left, since: revisions[place].length })
      }
    }
  }
  note()

  const changedAtOf = (place: Place) => revisions[place].at(-1)!.changedAt

  /** The former addresses of a wijk that were noted after a revision. */
  const formerOf = (place: Place, after = 0): FormerAddress[] =>
    Array.from(former[place].values()).flatMap(({ since, ...address }) => (since > after ? address : []))

  function publish(id: string, at: string): void {
    const draft = drafts.get(id)!
    const row = { ...draft, fields: { ...draft.fields, publishAt: null } }
    drafts.set(id, row)
    published.set(id, { ...row, updatedAt: at })
  }

  const newsroom: Newsroom = {
    kinds: ENTRY_KINDS,
    create(kind, wijk, fields) {
      // Ids in no order, as those of the CMS.
      const id = `${(7919 * ++number) % 9973}entry${number}`.padStart(16, 'x')
      drafts.set(id, { kind, wijk, fields })
      return Promise.resolve(id)
    },
    async save({ id }, fields, wijk) {
      const draft = drafts.get(id)!
      drafts.set(id, { ...draft, wijk: wijk ?? draft.wijk, fields: { ...draft.fields, ...fields } })
    },
    async publish({ id }) {
      publish(id, now.toISOString())
      note()
    },
    async unpublish({ id }) {
      published.delete(id)
      note()
    },
    async remove({ id }) {
      drafts.delete(id)
      published.delete(id)
      note()
    },
    async change(wijk, change) {
      wijken[wijk] = { ...wijken[wijk], ...change }
      note()
    },
    upload(picture) {
      files.set(++number, { picture, version: 1 })
      return Promise.resolve(number)
    },
    async replace(file, picture) {
      files.set(file, { picture, version: files.get(file)!.version + 1 })
      note()
    },
    async passTime(later) {
      // What expired by now is taken back a step later: until then it is the publisher alone that leaves it out.
      for (const [id, { fields }] of published)
        if (fields.expiresAt !== null && fields.expiresAt <= now.toISOString()) published.delete(id)
      now = later
      for (const [id, { fields }] of drafts)
        if (fields.publishAt !== null && fields.publishAt <= now.toISOString()) publish(id, fields.publishAt)
      note()
    },
  }

  const source: ContentSource = {
    async manifest(id) {
      const place = placeOf(id)
      const entries = Array.from(liveOf(place), ([entry, { version }]) => ({ id: entry, version }))
      return {
        revision: revisions[place].length,
        changedAt: changedAtOf(place),
        cmsStartedAt: '',
        wijk: wijkOf(place),
        held: null,
        entries,
        formerAddresses: formerOf(place),
      }
    },
    async entries(id, wanted) {
      const place = placeOf(id)
      const live = liveOf(place)
      return { revision: revisions[place].length, entries: wanted.flatMap((each) => live.get(each) ?? []) }
    },
    async changes(id, since) {
      const place = placeOf(id)
      const before = revisions[place][since - 1]!.versions
      const live = liveOf(place)
      return {
        revision: revisions[place].length,
        changedAt: changedAtOf(place),
        cmsStartedAt: '',
        wijk: wijkOf(place),
        held: null,
        entries: [...live].flatMap(([entry, it]) => (before.get(entry) === it.version ? [] : it)),
        gone: [...before.keys()].filter((entry) => !live.has(entry)),
        formerAddresses: formerOf(place, since),
      }
    },
  }

  return {
    newsroom,
    ids,
    source,
    now: () => now,
    /** The two numbers of each wijk. */
    wijken: (): Promise<WijkRevision[]> =>
      Promise.resolve(
        ([0, 1] as const).map((place) => {
          const id = ids[place]
          const { live, release } = reported.get(id) ?? { live: 0, release: 0 }
          const wanted = revisions[place].length
          const { slug } = wijkOf(place)
          const changedAt = changedAtOf(place)
          return { id, slug, wanted, awaited: wanted, changedAt, live, release, held: null, targets: null }
        }),
      ),
    report(receipt: ReceiptReport): Promise<void> {
      if (receipt.state === 'live' && receipt.release !== null)
        reported.set(receipt.wijk, { live: receipt.revision, release: receipt.release })
      return Promise.resolve()
    },
    /** Which picture is behind the address of an original now. */
    pictureAt: (url: string): Picture => files.get(Number(/\d+/.exec(url)![0]))!.picture,
  }
}

export type NewsroomInMemory = ReturnType<typeof createNewsroomInMemory>
