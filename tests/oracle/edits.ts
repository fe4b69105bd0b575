/** Every kind of edit that two wijken get, each as one function: it picks what it is done to by chance that repeats. */
import { dayOf } from '@wijkpers/content'
import { randomOf } from '../support/random.ts'
import type { Fields, OracleKind, KnownEntry, Newsroom, PhotoOf, Place, Settings } from './newsroom.ts'

/** One edit, before it is known to what it is done. */
export interface Edit {
  readonly kind: EditKind
  readonly wijk: Place
  /** Decides all that is left to chance. */
  readonly luck: number
}

/** What the editor knows of both wijken. */
export interface Desk {
  readonly newsroom: Newsroom
  readonly entries: KnownEntry[]
  readonly settings: [Settings, Settings]
  now: Date
}

interface Chance {
  /** A whole number from 0 up to `below`. */
  below(below: number): number
  of<T>(list: readonly T[]): T
}

type Act = (desk: Desk, wijk: Place, chance: Chance) => Promise<string>

/** Makes the edit; answers in a sentence what was done. */
export async function makeEdit(desk: Desk, { kind, wijk, luck }: Edit): Promise<string> {
  const random = randomOf(luck)
  const below = (count: number) => Math.floor(random() * count)
  const done = await acts[kind](desk, wijk, { below, of: (list) => list[below(list.length)]! })
  return `${kind}: ${done}`
}

/** Texts that were saved and not published, or have expired: on no site may they be found. */
export function unpublishedTexts({ entries, now }: Desk): string[] {
  const isShown = (is: Fields | null) =>
    is !== null && (is.expiresAt === null || is.expiresAt > now.toISOString())
  const shown = new Set(entries.flatMap(({ live: is }) => (isShown(is) ? is!.text : [])))
  const all = entries.flatMap(({ fields, live: is }) => [fields.text, ...(is ? [is.text] : [])])
  return [...new Set(all)].filter((text) => !shown.has(text))
}

// Few words, so that titles and addresses collide, come back and sort side by side.
const words = [
  'Markt',
  'markt',
  'Fietsles',
  'Één tuin',
  '10 bomen',
  '9 bomen',
  'Koffie & <koek>',
  'Straatfeest',
]
const slugWords = ['markt', 'fietsles', 'een-tuin', '10-bomen', '9-bomen', 'koffie', 'straatfeest', 'a', 'z']
const sentences = [
  'De bollen staan in bloei.',
  'Kom je ook? Neem een stoel mee.',
  'Voor iedereen & gratis, <ook> voor wie "nieuw" is.',
  '',
]
const afterDraft = ['active'] as const
// Not archived: nothing can be edited there any more.
const afterOthers = ['active', 'resting', 'draft'] as const
const colours = ['#2f6f4e', '#8c2f39', '#e8b23a', '#ffffff', '#000000']
const newKinds = [
  'notice',
  'business',
  'deal',
  'person',
  'liveabilityProject',
  'edition',
  'advertisement',
] as const
const withPhoto: readonly OracleKind[] = ['article', 'event', 'organisation', ...newKinds]
const withSummary = withPhoto.filter((kind) => kind !== 'deal')
const withOrganisation: readonly OracleKind[] = ['article', 'event', 'notice', 'person', 'liveabilityProject']
const withBusiness: readonly OracleKind[] = ['deal', 'advertisement']
const withDay: readonly OracleKind[] = ['event', 'deal', 'advertisement']
/** Nothing is linked to these. */
const movable: readonly OracleKind[] = [
  'article',
  'event',
  'infoPage',
  'notice',
  'deal',
  'person',
  'advertisement',
]
const noLinks = { organisation: null, business: null, edition: null } as const

const DAY_MS = 86_400_000
/** A moment around now, in whole hours: two entries of one moment are common. */
const around = (now: Date, chance: Chance, daysBack: number, daysAhead: number) => {
  const hours = chance.below((daysBack + daysAhead) * 4) * 6 - daysBack * 24
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS + hours * 3_600_000).toISOString()
}

function freeSlug(desk: Desk, kind: OracleKind, wijk: Place, chance: Chance): string {
  const taken = new Set(
    desk.entries
      .filter((entry) => entry.kind === kind)
      .flatMap(({ fields, live, wijk: of }) => [
        `${of} ${fields.slug}`,
        `0 ${live?.slug}`,
        `1 ${live?.slug}`,
      ]),
  )
  const word = chance.of(slugWords)
  for (let number = 1; ; number++) {
    const slug = number === 1 ? word : `${word}-${number}`
    if (!taken.has(`${wijk} ${slug}`)) return slug
  }
}

function someFields(desk: Desk, kind: OracleKind, wijk: Place, chance: Chance): Fields {
  const startsAt = around(desk.now, chance, 10, 60)
  return {
    title: chance.of(words),
    slug: freeSlug(desk, kind, wijk, chance),
    text: `Tekst ${chance.below(1e9)}.`,
    summary: chance.of(sentences),
    firstPublishedAt: around(desk.now, chance, 500, 1),
    startsAt,
    ...someEnd(startsAt, chance),
    isCancelled: false,
    place: chance.of(['', 'Het plein', 'De Brug']),
    position: chance.below(4),
    choice: chance.below(60),
    ...noLinks,
    photo: null,
    publishAt: null,
    expiresAt: null,
  }
}

function someEnd(startsAt: string, chance: Chance): Pick<Fields, 'endsAt' | 'isAllDay'> {
  const hours = chance.of([null, 1, 8, 30, 24 * 5])
  const endsAt = hours === null ? null : new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString()
  return { endsAt, isAllDay: chance.below(4) === 0 }
}

async function appear(desk: Desk, kind: OracleKind, wijk: Place, chance: Chance): Promise<KnownEntry> {
  const fields = someFields(desk, kind, wijk, chance)
  const entry: KnownEntry = {
    id: await desk.newsroom.create(kind, wijk, fields),
    kind,
    wijk,
    fields,
    live: null,
  }
  desk.entries.push(entry)
  await publish(desk, entry)
  return entry
}

async function publish(desk: Desk, entry: KnownEntry): Promise<void> {
  await desk.newsroom.publish(entry)
  becomeLive(entry)
}

function becomeLive(entry: KnownEntry): void {
  entry.fields = { ...entry.fields, publishAt: null }
  entry.live = entry.fields
}

async function save(desk: Desk, entry: KnownEntry, fields: Partial<Fields>, wijk?: Place): Promise<void> {
  await desk.newsroom.save(entry, fields, wijk)
  entry.fields = { ...entry.fields, ...fields }
  if (wijk !== undefined) entry.wijk = wijk
}

async function saveAndPublish(desk: Desk, entry: KnownEntry, fields: Partial<Fields>): Promise<string> {
  await save(desk, entry, fields)
  await publish(desk, entry)
  return `${nameOf(entry)} ${JSON.stringify(fields)}`
}

const nameOf = (entry: KnownEntry) =>
  `${entry.kind} ${entry.live?.slug ?? entry.fields.slug} in wijk ${entry.wijk}`

/** A live entry of the wijk of one of these kinds; made when there is none. */
async function live(
  desk: Desk,
  wijk: Place,
  chance: Chance,
  wanted: readonly OracleKind[] = desk.newsroom.kinds,
): Promise<KnownEntry> {
  const kinds = wanted.filter((kind) => desk.newsroom.kinds.includes(kind))
  const found = desk.entries.filter(
    (entry) => entry.wijk === wijk && entry.live && kinds.includes(entry.kind),
  )
  return found.length > 0 ? chance.of(found) : appear(desk, chance.of(kinds), wijk, chance)
}

/** A live entry with a photo; made when there is none. */
async function withAPhoto(
  desk: Desk,
  wijk: Place,
  chance: Chance,
): Promise<{ entry: KnownEntry; photo: PhotoOf }> {
  const found = desk.entries.filter((entry) => entry.wijk === wijk && entry.live?.photo)
  const entry = found.length > 0 ? chance.of(found) : await live(desk, wijk, chance, withPhoto)
  if (!entry.live?.photo) await saveAndPublish(desk, entry, { photo: await aPhoto(desk, chance) })
  return { entry, photo: entry.live!.photo! }
}

const aPhoto = async ({ newsroom }: Desk, chance: Chance): Promise<PhotoOf> => ({
  file: await newsroom.upload(chance.below(6)),
  alt: `Foto met "${chance.of(words)}"`,
  maker: chance.of(['Anna de Vries', 'Bram & Zn.']),
})

async function change(desk: Desk, wijk: Place, settings: Partial<Settings>): Promise<string> {
  await desk.newsroom.change(wijk, settings)
  desk.settings[wijk] = { ...desk.settings[wijk], ...settings }
  return `wijk ${wijk} ${JSON.stringify(settings)}`
}

async function passTime(desk: Desk, now: Date): Promise<string> {
  await desk.newsroom.passTime(now)
  desk.now = now
  for (const entry of desk.entries)
    if (entry.fields.publishAt !== null && entry.fields.publishAt <= now.toISOString()) becomeLive(entry)
  return `it is ${now.toISOString()}`
}

/** The moments in a year, in UTC, at which the clocks of the Netherlands change: on the last Sunday of March and October. */
function clockChanges(year: number): number[] {
  return [2, 9].map((month) => {
    const lastDay = new Date(Date.UTC(year, month + 1, 0, 1))
    return lastDay.getTime() - lastDay.getUTCDay() * DAY_MS
  })
}

function firstAfter(now: Date, momentsOf: (year: number) => readonly number[]): Date {
  const year = now.getUTCFullYear()
  return new Date([...momentsOf(year), ...momentsOf(year + 1)].find((moment) => moment > now.getTime())!)
}

/** The first quarter of an hour of the next day in the Netherlands. */
function nextMidnight(now: Date): Date {
  const QUARTER_MS = 900_000
  const today = dayOf(now.toISOString())
  let at = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS
  while (dayOf(new Date(at).toISOString()) === today) at += QUARTER_MS
  return new Date(at)
}

const appearing =
  (kind: OracleKind): Act =>
  async (desk, wijk, chance) =>
    nameOf(await appear(desk, kind, wijk, chance))

const actsEverywhere = {
  'an article appears': appearing('article'),
  'an event appears': appearing('event'),
  'an organisation appears': appearing('organisation'),
  'an info page appears': appearing('infoPage'),

  async 'a text is edited'(desk, wijk, chance) {
    return saveAndPublish(desk, await live(desk, wijk, chance), { text: `Anders ${chance.below(1e9)}.` })
  },
  async 'a title is edited'(desk, wijk, chance) {
    return saveAndPublish(desk, await live(desk, wijk, chance), { title: chance.of(words) })
  },
  async 'a summary is edited'(desk, wijk, chance) {
    return saveAndPublish(desk, await live(desk, wijk, chance, withSummary), {
      summary: chance.of(sentences),
    })
  },
  async 'an address is edited'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance)
    return saveAndPublish(desk, entry, { slug: freeSlug(desk, entry.kind, wijk, chance) })
  },
  async 'two entries swap addresses'(desk, wijk, chance) {
    const one = await live(desk, wijk, chance)
    const other = desk.entries.find(
      (entry) => entry !== one && entry.kind === one.kind && entry.wijk === wijk && entry.live,
    )
    if (!other) return saveAndPublish(desk, one, { slug: freeSlug(desk, one.kind, wijk, chance) })
    const [first, second] = [one.fields.slug, other.fields.slug]
    await saveAndPublish(desk, one, { slug: 'even-ergens-anders' })
    await saveAndPublish(desk, other, { slug: first })
    return saveAndPublish(desk, one, { slug: second })
  },
  async 'an article is dated anew'(desk, wijk, chance) {
    const firstPublishedAt = around(desk.now, chance, 900, 1)
    return saveAndPublish(desk, await live(desk, wijk, chance, ['article']), { firstPublishedAt })
  },
  async 'an event moves to another day'(desk, wijk, chance) {
    const startsAt = around(desk.now, chance, 5, 50)
    return saveAndPublish(desk, await live(desk, wijk, chance, withDay), {
      startsAt,
      ...someEnd(startsAt, chance),
    })
  },
  async 'an event is cancelled, or goes on after all'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance, ['event'])
    return saveAndPublish(desk, entry, { isCancelled: !entry.fields.isCancelled })
  },

  async 'an article is news of a death, or no longer'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance, ['article'])
    return saveAndPublish(desk, entry, { isCancelled: !entry.fields.isCancelled })
  },

  async 'an entry is taken back'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance)
    const was = nameOf(entry)
    await desk.newsroom.unpublish(entry)
    entry.live = null
    return was
  },
  async 'an entry that was taken back is published again'(desk, wijk, chance) {
    const drafts = desk.entries.filter((entry) => entry.wijk === wijk && !entry.live)
    if (drafts.length === 0) return saveAndPublish(desk, await live(desk, wijk, chance), {})
    const entry = chance.of(drafts)
    // An address that was free while it was away may be taken by now, and it may be linked to what is gone.
    return saveAndPublish(desk, entry, { slug: freeSlug(desk, entry.kind, wijk, chance), ...noLinks })
  },
  async 'an entry is deleted'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance)
    await desk.newsroom.remove(entry)
    desk.entries.splice(desk.entries.indexOf(entry), 1)
    for (const other of desk.entries)
      for (const link of Object.keys(noLinks) as (keyof typeof noLinks)[])
        if (other.fields[link] === entry.id) other.fields = { ...other.fields, [link]: null }
    return nameOf(entry)
  },
  async 'an edit is saved, and not published'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance)
    await save(desk, entry, { title: chance.of(words), text: `Nog niet klaar ${chance.below(1e9)}.` })
    return nameOf(entry)
  },
  async 'an entry moves to the other wijk'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance, movable)
    const to = wijk === 0 ? 1 : 0
    const fields = { slug: freeSlug(desk, entry.kind, to, chance), ...noLinks, photo: null }
    await save(desk, entry, fields, to)
    await publish(desk, entry)
    return `${nameOf(entry)} from wijk ${wijk}`
  },

  async 'an entry comes to belong to an organisation'(desk, wijk, chance) {
    const organisation = await live(desk, wijk, chance, ['organisation'])
    const entry = await live(desk, wijk, chance, withOrganisation)
    return saveAndPublish(desk, entry, { organisation: organisation.id })
  },
  async 'an entry belongs to an organisation no longer'(desk, wijk, chance) {
    const linked = desk.entries.filter((entry) => entry.wijk === wijk && entry.live?.organisation)
    const entry = linked.length > 0 ? chance.of(linked) : await live(desk, wijk, chance, withOrganisation)
    return saveAndPublish(desk, entry, { organisation: null })
  },

  async 'an entry gets a photo'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance, withPhoto)
    return saveAndPublish(desk, entry, { photo: await aPhoto(desk, chance) })
  },
  async 'an entry loses its photo'(desk, wijk, chance) {
    const { entry } = await withAPhoto(desk, wijk, chance)
    return saveAndPublish(desk, entry, { photo: null })
  },
  async 'another photo takes the place of one'(desk, wijk, chance) {
    const { entry, photo } = await withAPhoto(desk, wijk, chance)
    const file = await desk.newsroom.upload(chance.below(6))
    return saveAndPublish(desk, entry, { photo: { ...photo, file } })
  },
  async 'a photo is replaced'(desk, wijk, chance) {
    const { entry, photo } = await withAPhoto(desk, wijk, chance)
    await desk.newsroom.replace(photo.file, chance.below(6))
    return `photo ${photo.file} of ${nameOf(entry)}`
  },
  async 'an alt text is edited'(desk, wijk, chance) {
    const { entry, photo } = await withAPhoto(desk, wijk, chance)
    const alt = `${chance.of(words)} ${chance.below(1000)}`
    return saveAndPublish(desk, entry, { photo: { ...photo, alt } })
  },

  'the wijk gets another name': (desk, wijk, chance) =>
    change(desk, wijk, {
      name: `${chance.of(['De wijk', 'Onze buurt', 'Het dorp'])} ${wijk} ${chance.below(9)}`,
    }),
  'the wijk gets another colour': (desk, wijk, chance) => change(desk, wijk, { colour: chance.of(colours) }),
  'the wijk gets another welcome': (desk, wijk, chance) =>
    change(desk, wijk, {
      tagline: chance.of(sentences),
      welcome: chance.of(sentences),
      contactEmail: chance.of([null, 'wij@wijk.example']),
    }),
  async 'the menu changes'(desk, wijk, chance) {
    return saveAndPublish(desk, await live(desk, wijk, chance, ['infoPage']), { position: chance.below(4) })
  },
  'the wijk rests, wakes up, or is a draft again'(desk, wijk, chance) {
    // A draft shows nothing, so there is little to find.
    const states = desk.settings[wijk].state === 'draft' ? afterDraft : afterOthers
    return change(desk, wijk, { state: chance.of(states) })
  },
  'the wijk gets another address': (desk, wijk, chance) =>
    change(desk, wijk, { slug: chance.of(wijk === 0 ? ['molenwijk', 'de-molen'] : ['oosterhaar', 'haar']) }),
  'the wijk gets a domain, or gives it up': (desk, wijk, chance) =>
    change(desk, wijk, { domain: chance.of([null, `wijk-${wijk}.example`]) }),

  'an hour passes': (desk) => passTime(desk, new Date(desk.now.getTime() + 3_600_000)),
  'midnight passes': (desk) => passTime(desk, nextMidnight(desk.now)),
  async 'an event ends'(desk, wijk, chance) {
    const now = desk.now.toISOString()
    const coming = desk.entries.flatMap(({ live: is }) => (is?.endsAt && is.endsAt > now ? is.endsAt : []))
    const end = coming.length > 0 ? Date.parse(chance.of(coming)) : desk.now.getTime() + 60_000
    // A moment before it, at it, or after it.
    return passTime(desk, new Date(Math.max(end + chance.of([-1, 0, 1]), desk.now.getTime() + 1)))
  },
  'the clocks change': (desk) => passTime(desk, firstAfter(desk.now, clockChanges)),
  'the year ends': (desk) =>
    passTime(
      desk,
      firstAfter(desk.now, (year) => [Date.UTC(year, 11, 31, 23)]),
    ),
} satisfies Record<string, Act>

/** Edits of what an editor of the CMS in these tests does not make (newsroom-of-strapi.ts). */
const actsInMemory = {
  'a notice appears': appearing('notice'),
  'a business appears': appearing('business'),
  'a deal appears': appearing('deal'),
  'a person appears': appearing('person'),
  'a project appears': appearing('liveabilityProject'),
  'an edition appears': appearing('edition'),
  'an advertisement appears': appearing('advertisement'),
  async 'it turns out another kind, or is over'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance, newKinds)
    const isCancelled = chance.below(2) === 0
    return saveAndPublish(desk, entry, { choice: chance.below(60), position: chance.below(4), isCancelled })
  },
  async 'an entry comes to belong to a business, or no longer'(desk, wijk, chance) {
    const business = await live(desk, wijk, chance, ['business'])
    const entry = await live(desk, wijk, chance, withBusiness)
    return saveAndPublish(desk, entry, { business: chance.of([business.id, business.id, null]) })
  },
  async 'an article stands in an edition, or no longer'(desk, wijk, chance) {
    const edition = await live(desk, wijk, chance, ['edition'])
    const article = await live(desk, wijk, chance, ['article'])
    return saveAndPublish(desk, article, { edition: chance.of([edition.id, edition.id, null]) })
  },
  async 'an entry gets an end, or goes on for ever'(desk, wijk, chance) {
    const expiresAt = chance.of([null, around(desk.now, chance, 1, 3), around(desk.now, chance, 1, 3)])
    return saveAndPublish(desk, await live(desk, wijk, chance), { expiresAt })
  },
  async 'an edit is planned'(desk, wijk, chance) {
    const entry = await live(desk, wijk, chance)
    const publishAt = new Date(desk.now.getTime() + (1 + chance.below(72)) * 3_600_000).toISOString()
    await save(desk, entry, { text: `Straks ${chance.below(1e9)}.`, publishAt })
    return `${nameOf(entry)} at ${publishAt}`
  },
  async 'what is planned comes, or what has an end expires'(desk, _wijk, chance) {
    const now = desk.now.toISOString()
    const moments = desk.entries
      .flatMap(({ fields, live: is }) => [fields.publishAt, is?.expiresAt])
      .filter((moment): moment is string => typeof moment === 'string' && moment > now)
    const at = moments.length > 0 ? Date.parse(chance.of(moments)) : desk.now.getTime() + 60_000
    return passTime(desk, new Date(Math.max(at + chance.of([-1, 0, 1]), desk.now.getTime() + 1)))
  },
} satisfies Record<string, Act>

const acts = { ...actsEverywhere, ...actsInMemory }

export type EditKind = keyof typeof acts

/** The edits that can be made in every newsroom. */
export const editKinds = Object.keys(actsEverywhere) as EditKind[]
/** With those that only the newsroom in memory knows. */
export const allEditKinds = Object.keys(acts) as EditKind[]
