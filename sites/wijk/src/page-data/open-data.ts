/** What of a wijk has a place, as data for others: a table of each kind, and a map of what is on it. */
import {
  firstDayOf,
  lastDayOf,
  occurrencesOf,
  pathOf,
  type Business,
  type Event,
  type Occurrence,
  type Organisation,
} from '@wijkpers/content'
import { csvFile, geoJsonFile, type Row } from '@wijkpers/feeds'
import type { Site } from '@wijkpers/content/site'

type Placed = Organisation | Business | Event

const COLUMNS = [
  'naam',
  'wat',
  'adres',
  'breedtegraad',
  'lengtegraad',
  'begint',
  'eindigt',
  'afgelast',
  'pagina',
] as const

/** Everything of a kind, by the name of its files. */
const KINDS: Readonly<Record<string, (site: Site) => readonly Placed[]>> = {
  organisaties: (site) => site.fullOrganisations(),
  ondernemers: (site) => site.fullBusinesses(),
  activiteiten: (site) => site.calendarEvents(0),
}

/** Names of the files below `/open-data/`, without what stands behind the point. */
export const openDataNames = Object.keys(KINDS)

/** Where the data of a kind is. */
export const openDataPath = (name: string, extension: 'csv' | 'geojson') => `/open-data/${name}.${extension}`

/** All of a kind as a table, also what has no place on the map. */
export function openDataCsv(site: Site, name: string): string {
  return csvFile(
    COLUMNS,
    kindOf(name)(site).flatMap((entry) => rowsOf(site, entry)),
  )
}

/** What of a kind is on the map. */
export function openDataGeoJson(site: Site, name: string): string {
  const places = kindOf(name)(site).flatMap((entry) => {
    const { id, point } = entry
    if (point === null) return []
    // Of what comes back each time has an id of its own, by the day on which it was planned.
    const times = entry.kind === 'event' && entry.recurrence !== null ? occurrencesOf(entry) : null
    return rowsOf(site, entry).map((properties, index) => ({
      id: times ? `${id}-${times[index]!.day}` : id,
      point,
      properties,
    }))
  })
  return geoJsonFile(places)
}

function kindOf(name: string): (site: Site) => readonly Placed[] {
  const kind = KINDS[name]
  if (!kind) throw new Error(`no open data of ${name}`)
  return kind
}

// Without mail and telephone: those are for neighbours who look somebody up, not for whoever gathers addresses.
function rowsOf(site: Site, entry: Placed): readonly Row[] {
  const { point } = entry
  const row: Row = {
    naam: entry.kind === 'event' ? entry.title : entry.name,
    wat: entry.summary,
    adres: entry.address || (entry.kind === 'event' ? entry.place : ''),
    ...(point && { breedtegraad: String(point.latitude), lengtegraad: String(point.longitude) }),
    pagina: site.siteUrl() + pathOf(entry),
  }
  if (entry.kind !== 'event') return [row]
  // Of what comes back every time is a line, also those that do not go on.
  return occurrencesOf(entry).map((one) => Object.assign(timesOf(one), row))
}

function timesOf(one: Occurrence): Row {
  const { startsAt, endsAt, isAllDay, isCancelled } = one
  return {
    begint: isAllDay ? firstDayOf(one) : startsAt,
    eindigt: isAllDay ? lastDayOf(one) : (endsAt ?? ''),
    afgelast: isCancelled ? 'ja' : '',
  }
}
