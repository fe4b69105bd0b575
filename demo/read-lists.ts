/**
 * Reads what a demo wijk has besides news, activities, organisations and pages: `ondernemers/`, `wijkkrant/`, `prikbord/`,
 * `aanbiedingen/`, `wie-is-wie/`, `projecten/` and `sponsors/`, a file each.
 *
 * Days are seen from now, as in the agenda: `vandaag-12`, `zaterdag+1`. A shop says its `hours` as
 * `di-vr 9.00-12.30 13.30-18.00; za 9.00-17.00`, and may say a day on which it is `closed` and why: `vandaag+9 verbouwing`.
 * What happened in a project stands below a heading `## Stappen`, one line each: `- vandaag-40: het hout is besteld`.
 */
import type { AdvertisementKind, BusinessKind, NoticeKind, ProjectStage, Weekday } from '@wijkpers/content'
import { at, dateText, dayNamed, dayOf, fillInDays } from './calendar.ts'
import type {
  DemoAdvertisement,
  DemoBusiness,
  DemoDeal,
  DemoEdition,
  DemoEntry,
  DemoNotice,
  DemoPerson,
  DemoProject,
} from './demo-wijk.ts'
import { field, photoOf, type TextFile } from './front-matter.ts'
import { placeOf } from './read-place.ts'
import { textToBlocks } from './text-to-blocks.ts'

type ReadFolder = <E extends DemoEntry>(
  folder: URL,
  toEntry: (slug: string, file: TextFile) => E,
) => Promise<E[]>

/** All of them, what others link to first. */
export async function readLists(folder: URL, now: Date, readFolder: ReadFolder): Promise<DemoEntry[]> {
  const today = dayOf(now)
  const of = <E extends DemoEntry>(name: string, make: (slug: string, file: TextFile, today: number) => E) =>
    readFolder(new URL(`${name}/`, folder), (slug, file) => make(slug, file, today))
  return [
    ...(await of('ondernemers', toBusiness)),
    ...(await of('wijkkrant', toEdition)),
    ...(await of('prikbord', toNotice)),
    ...(await of('aanbiedingen', toDeal)),
    ...(await of('wie-is-wie', toPerson)),
    ...(await of('projecten', toProject)),
    ...(await of('sponsors', toAdvertisement)),
  ]
}

const optional = ({ fields }: TextFile, name: string) => fields.get(name) ?? null

function toNotice(slug: string, file: TextFile, today: number): DemoNotice {
  const day = dayNamed(field(file, 'day'), today)
  const fulfilled = optional(file, 'fulfilled')
  return {
    kind: 'notice',
    slug,
    title: field(file, 'title'),
    noticeKind: field(file, 'kind') as NoticeKind,
    summary: fillInDays(field(file, 'summary'), day),
    body: textToBlocks(fillInDays(file.text, day)),
    photo: photoOf(file),
    place: optional(file, 'place') ?? '',
    contactName: optional(file, 'name') ?? '',
    contactEmail: optional(file, 'email'),
    showContact: file.fields.has('email'),
    fulfilled: fulfilled !== null,
    fulfilledAt: fulfilled === null ? null : at(dayNamed(fulfilled, today), '12:00'),
    organisation: optional(file, 'organisation'),
    firstPublishedAt: at(day, optional(file, 'time') ?? '09:30'),
  }
}

function toBusiness(slug: string, file: TextFile, today: number): DemoBusiness {
  return {
    kind: 'business',
    slug,
    name: field(file, 'name'),
    businessKind: field(file, 'kind') as BusinessKind,
    summary: field(file, 'summary'),
    body: textToBlocks(file.text),
    photo: photoOf(file),
    ...placeOf(file),
    address: optional(file, 'address') ?? '',
    website: optional(file, 'website'),
    email: optional(file, 'email'),
    phone: optional(file, 'phone'),
    ...openingOf(file, today),
  }
}

/** When it is open, of a shop or an organisation. */
export function openingOf(file: TextFile, today: number) {
  const closed = optional(file, 'closed')?.split(' ')
  return {
    openingHours: hoursOf(optional(file, 'hours') ?? ''),
    openingHoursExceptions: closed
      ? [
          {
            date: dateText(dayNamed(closed[0]!, today)),
            closed: true as const,
            reason: closed.slice(1).join(' '),
          },
        ]
      : [],
    byAppointment: file.fields.has('appointment'),
  }
}

const WEEK: readonly (readonly [short: string, Weekday])[] = [
  ['ma', 'monday'],
  ['di', 'tuesday'],
  ['wo', 'wednesday'],
  ['do', 'thursday'],
  ['vr', 'friday'],
  ['za', 'saturday'],
  ['zo', 'sunday'],
]

function hoursOf(text: string): DemoBusiness['openingHours'] {
  return text.split(/; */).flatMap((part) => {
    const [days = '', ...ranges] = part.split(' ')
    if (days === '') return []
    const [first, last = first] = days.split('-').map((day) => WEEK.findIndex(([short]) => short === day))
    if (first === undefined || first < 0 || last! < 0)
      throw new RangeError(`${days}: expected days such as di-vr`)
    return WEEK.slice(first, last! + 1).flatMap(([, day]) =>
      ranges.map((range) => {
        const [opensAt = '', closesAt = ''] = range.split('-').map(clock)
        return { day, opensAt, closesAt }
      }),
    )
  })
}

function clock(time: string): string {
  const [hours = '', minutes = ''] = time.split('.')
  return `${hours.padStart(2, '0')}:${minutes}`
}

function toDeal(slug: string, file: TextFile, today: number): DemoDeal {
  return {
    kind: 'deal',
    slug,
    title: field(file, 'title'),
    business: field(file, 'business'),
    body: textToBlocks(file.text),
    startsAt: at(dayNamed(field(file, 'from'), today), '00:00'),
    // Until the end of that day.
    endsAt: at(dayNamed(field(file, 'until'), today) + 1, '00:00'),
  }
}

function toPerson(slug: string, file: TextFile, today: number): DemoPerson {
  return {
    kind: 'person',
    slug,
    name: field(file, 'name'),
    role: field(file, 'role'),
    summary: field(file, 'summary'),
    body: textToBlocks(file.text),
    street: optional(file, 'street'),
    email: optional(file, 'email'),
    organisation: optional(file, 'organisation'),
    consentOn: dateText(dayNamed(field(file, 'consent'), today)),
    oldEnough: true,
  }
}

function toProject(slug: string, file: TextFile, today: number): DemoProject {
  const [text = '', steps = ''] = file.text.split('\n## Stappen\n')
  const euros = (name: string) => {
    const value = optional(file, name)
    return value === null ? null : Number(value)
  }
  return {
    kind: 'liveabilityProject',
    slug,
    title: field(file, 'title'),
    stage: field(file, 'stage') as ProjectStage,
    summary: field(file, 'summary'),
    goal: optional(file, 'goal') ?? '',
    budget: euros('budget'),
    spent: euros('spent'),
    result: optional(file, 'result') ?? '',
    body: textToBlocks(text),
    updates: Array.from(steps.matchAll(/^- (\S+): (.+)$/gm), ([, day, what]) => ({
      date: dateText(dayNamed(day!, today)),
      text: what!,
    })),
    photo: photoOf(file),
    organisation: optional(file, 'organisation'),
  }
}

function toEdition(slug: string, file: TextFile, today: number): DemoEdition {
  const day = dayNamed(field(file, 'day'), today)
  const title = field(file, 'title')
  const paper = optional(file, 'paper')
  return {
    kind: 'edition',
    slug,
    title,
    number: Number(field(file, 'number')),
    publicationDate: dateText(day),
    summary: field(file, 'summary'),
    body: textToBlocks(fillInDays(file.text, day)),
    photo: photoOf(file),
    pdf: paper === null ? null : { title, lines: paper.split(' / ') },
  }
}

function toAdvertisement(slug: string, file: TextFile, today: number): DemoAdvertisement {
  return {
    kind: 'advertisement',
    slug,
    title: field(file, 'title'),
    advertisementKind: field(file, 'kind') as AdvertisementKind,
    sponsor: field(file, 'sponsor'),
    business: optional(file, 'business'),
    startsOn: dateText(dayNamed(field(file, 'from'), today)),
    endsOn: dateText(dayNamed(field(file, 'until'), today)),
    political: 'no',
    summary: field(file, 'summary'),
    body: textToBlocks(file.text),
    photo: photoOf(file),
    link: optional(file, 'website'),
  }
}
