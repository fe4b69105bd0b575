/**
 * Reads a demo wijk from its folder: `wijk.json`, articles in `nieuws/<slug>.md`, events in `agenda/<slug>.md`,
 * organisations in `organisaties/<slug>.md`, info pages in `paginas/<slug>.md`; read-lists.ts tells of the rest.
 *
 * An article says when it was published: `daysAgo: 12`, or for something of a season `on: 04-26` (the last
 * 26 April) with `yearsAgo: 1` for a year earlier; and at what `time`. Days in its text are filled in from there.
 * An event says on which `day` it is, seen from now: `zaterdag+1`, `vandaag-12`; at what `time` and `until` when.
 * Without a `time` it lasts all day; `days: 3` makes it three days long. README.md tells how it says that it comes back.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { OrganisationKind } from '@wijkpers/content'
import { at, dateText, dayNamed, dayOf, fillInDays, lastDayOn } from './calendar.ts'
import type {
  DemoArticle,
  DemoEntry,
  DemoEvent,
  DemoException,
  DemoInfoPage,
  DemoOrganisation,
  DemoRecurrence,
  DemoSettings,
  DemoWijk,
} from './demo-wijk.ts'
import { field, photoOf, readFrontMatter, type TextFile } from './front-matter.ts'
import { openingOf, readLists } from './read-lists.ts'
import { accessOf, placeOf, topicOf } from './read-place.ts'
import { textToBlocks } from './text-to-blocks.ts'

/** The wijk in the folder `name` beside this file, with dates as they are at `now`; newest article first. */
export async function readWijk(name: string, now: Date): Promise<DemoWijk> {
  const folder = new URL(`${name}/`, import.meta.url)
  const wijk = JSON.parse(await readFile(new URL('wijk.json', folder), 'utf8')) as DemoSettings
  const pages = await readFolder(new URL('paginas/', folder), (slug, file) => toInfoPage(slug, file, now))
  const articles = await readFolder(new URL('nieuws/', folder), (slug, file) => toArticle(slug, file, now))
  const events = await readFolder(new URL('agenda/', folder), (slug, file) => toEvent(slug, file, now))
  const organisations = await readFolder(new URL('organisaties/', folder), (slug, file) =>
    toOrganisation(slug, file, now),
  )
  const lists = await readLists(folder, now, readFolder)
  return {
    wijk,
    entries: [
      // First, because what follows can belong to one.
      ...organisations.toSorted((one, other) => one.slug.localeCompare(other.slug)),
      ...lists,
      ...pages.toSorted((one, other) => one.position - other.position),
      ...articles.toSorted((one, other) => other.firstPublishedAt.localeCompare(one.firstPublishedAt)),
      ...events.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
    ],
  }
}

async function readFolder<E extends DemoEntry>(
  folder: URL,
  toEntry: (slug: string, file: TextFile) => E,
): Promise<E[]> {
  // A wijk need not have something of everything.
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const url = new URL(name, folder)
      try {
        return toEntry(name.slice(0, -'.md'.length), readFrontMatter(await readFile(url, 'utf8')))
      } catch (cause) {
        throw new Error(`${url.pathname}: ${cause instanceof Error ? cause.message : String(cause)}`, {
          cause,
        })
      }
    }),
  )
}

function toArticle(slug: string, file: TextFile, now: Date): DemoArticle {
  const day = publicationDay(file, now)
  return {
    kind: 'article',
    slug,
    title: fillInDays(field(file, 'title'), day),
    summary: fillInDays(field(file, 'summary'), day),
    body: textToBlocks(fillInDays(file.text, day)),
    photo: photoOf(file),
    organisation: file.fields.get('organisation') ?? null,
    edition: file.fields.get('edition') ?? null,
    firstPublishedAt: at(day, field(file, 'time')),
    ...topicOf(file),
    ...(file.fields.has('author') && { author: field(file, 'author') }),
    ...(file.fields.has('correction') && {
      correction: fillInDays(field(file, 'correction'), day),
      correctedOn: dateText(day + 1),
    }),
  }
}

function toInfoPage(slug: string, file: TextFile, now: Date): DemoInfoPage {
  return {
    kind: 'infoPage',
    slug,
    title: field(file, 'title'),
    body: textToBlocks(fillInDays(file.text, dayOf(now))),
    position: Number(field(file, 'position')),
  }
}

function toEvent(slug: string, file: TextFile, now: Date): DemoEvent {
  const first = dayNamed(field(file, 'day'), dayOf(now))
  const last = first + Number(file.fields.get('days') ?? 1) - 1
  const time = file.fields.get('time')
  const until = file.fields.get('until')
  const today = dayOf(now)
  const movedFrom = file.fields.get('movedFrom')?.split(' ')
  return {
    kind: 'event',
    slug,
    title: field(file, 'title'),
    summary: fillInDays(field(file, 'summary'), first),
    body: textToBlocks(fillInDays(file.text, first)),
    startsAt: at(first, time ?? '00:00'),
    endsAt: until !== undefined || last > first ? at(last, until ?? '00:00') : null,
    allDay: time === undefined,
    ...recurrenceOf(file, today),
    movedFrom: movedFrom ? at(dayNamed(movedFrom[0]!, today), movedFrom[1]!) : null,
    ...placeOf(file),
    ...accessOf(file),
    ...topicOf(file),
    place: field(file, 'place'),
    price: file.fields.get('price') ?? '',
    cancelled: file.fields.has('cancelled'),
    organisation: file.fields.get('organisation') ?? null,
  }
}

/** `repeats: weekly`, `last: vrijdag+20` or `times: 6`; `not: dinsdag+2 Herfstvakantie`; `moved: dinsdag+3 14:00 15:30 Verbouwing`. */
function recurrenceOf(file: TextFile, today: number): Pick<DemoEvent, 'recurrence' | 'exceptions'> {
  const { fields } = file
  if (!fields.has('repeats')) return {}
  const last = fields.get('last')
  const times = fields.get('times')
  const exceptions: DemoException[] = []
  const [off, ...why] = fields.get('not')?.split(' ') ?? []
  if (off !== undefined)
    exceptions.push({
      date: dateText(dayNamed(off, today)),
      change: 'notOn',
      startsAt: null,
      endsAt: null,
      reason: why.join(' '),
    })
  const [moved, from, to, ...reason] = fields.get('moved')?.split(' ') ?? []
  if (moved !== undefined) {
    const day = dayNamed(moved, today)
    exceptions.push({
      date: dateText(day),
      change: 'moved',
      startsAt: at(day, from!),
      endsAt: at(day, to!),
      reason: reason.join(' '),
    })
  }
  return {
    recurrence: {
      pattern: field(file, 'repeats') as DemoRecurrence['pattern'],
      lastDay: last === undefined ? null : dateText(dayNamed(last, today)),
      count: times === undefined ? null : Number(times),
    },
    exceptions,
  }
}

function toOrganisation(slug: string, file: TextFile, now: Date): DemoOrganisation {
  const kind = file.fields.get('kind')
  const helpsWith = file.fields.get('helps')
  const contactName = file.fields.get('ask')
  return {
    kind: 'organisation',
    slug,
    name: field(file, 'name'),
    summary: field(file, 'summary'),
    body: textToBlocks(file.text),
    ...(kind !== undefined && { organisationKind: kind as OrganisationKind }),
    ...(helpsWith !== undefined && { helpsWith }),
    ...(contactName !== undefined && { contactName }),
    ...placeOf(file),
    ...accessOf(file),
    ...openingOf(file, dayOf(now)),
    website: file.fields.get('website') ?? null,
    email: file.fields.get('email') ?? null,
    phone: file.fields.get('phone') ?? null,
  }
}

function publicationDay(file: TextFile, now: Date): number {
  const on = file.fields.get('on')
  if (on !== undefined) return lastDayOn(on, Number(file.fields.get('yearsAgo') ?? 0), now)
  return dayOf(now) - Number(field(file, 'daysAgo'))
}
