/** What a wijk has as data for others: tables (CSV, RFC 4180) and places on the map (GeoJSON, RFC 7946). Pure. */
import type { MapPoint } from '@wijkpers/content'

export type Row = Readonly<Record<string, string>>

/** A table with the names of `columns` on top. */
export function csvFile(columns: readonly string[], rows: readonly Row[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(text: string): string {
  // A sheet takes what begins like this for a formula, and runs it: https://owasp.org/www-community/attacks/CSV_Injection
  const isFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)
  const harmless = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

export interface Place {
  readonly id: string
  readonly point: MapPoint
  readonly properties: Row
}

/** Places as points, longitude first. */
export function geoJsonFile(places: readonly Place[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: places.map(({ id, point: { longitude, latitude }, properties }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties,
    })),
  })
}
