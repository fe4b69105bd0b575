import type { DocumentData } from '../document-call.ts'
import { refusal } from '../refusal.ts'

/** A place on earth in degrees (WGS 84). */
interface MapPoint {
  readonly latitude: number
  readonly longitude: number
}

/**
 * A typed point in the form in which it is kept, `52.09083, 5.12222`; nothing when the write leaves it be. Takes two
 * numbers, or a link as OpenStreetMap and Google Maps give it.
 */
export function mapPointIn(data: DocumentData): DocumentData {
  const given = data['mapPoint']
  if (typeof given !== 'string') return {}
  if (given.trim() === '') return { mapPoint: null }
  const point = read(given)
  if (!point)
    throw refusal(
      'mapPoint',
      'Dit punt begrijpen we niet. Plak een link uit OpenStreetMap of Google Maps, of schrijf twee getallen: 52.09083, 5.12222.',
    )
  return { mapPoint: `${point.latitude}, ${point.longitude}` }
}

/** The point that is kept; null for none. */
export function pointOf(kept: unknown): MapPoint | null {
  return typeof kept === 'string' ? read(kept) : null
}

// What is kept has no decimals where there are none: `52, 5.1`.
const NUMBER = String.raw`(-?\d{1,3}(?:\.\d+)?)(?![\d.])`
const DECIMAL = String.raw`(-?\d{1,3}\.\d+)`
/** Where the two numbers stand: the marker of a link before the middle of its map. */
const FORMS = [
  // openstreetmap.org/?mlat=52.09&mlon=5.12
  new RegExp(`mlat=${NUMBER}&mlon=${NUMBER}`),
  // google.nl/maps/place/…!3d52.09!4d5.12
  new RegExp(`!3d${NUMBER}!4d${NUMBER}`),
  // openstreetmap.org/#map=17/52.09/5.12
  new RegExp(`#map=[\\d.]+/${NUMBER}/${NUMBER}`),
  // google.nl/maps/@52.09,5.12,17z and maps.google.com/?q=52.09,5.12
  new RegExp(`[@=]${NUMBER},(?:\\+|%20)?${NUMBER}`),
  // Only behind a space can a comma not be a decimal one, as in `52,5`.
  new RegExp(`^\\s*${NUMBER}(?:\\s*;\\s*|\\s*,?\\s+)${NUMBER}\\s*$`),
  new RegExp(`^\\s*${DECIMAL}\\s*,${DECIMAL}\\s*$`),
]

function read(text: string): MapPoint | null {
  for (const form of FORMS) {
    const [, first, second] = form.exec(text) ?? []
    if (first === undefined || second === undefined) continue
    // Five decimals are a metre.
    const [latitude, longitude] = [first, second].map((part) => Number(Number(part).toFixed(5)))
    if (Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180)
      return { latitude: latitude!, longitude: longitude! }
  }
  return null
}
