/** Days and moments that editors type: a slip of the finger makes them of a year that nobody means, such as 9999 or 20226. */
import type { Core, UID } from '@strapi/strapi'
import type { DocumentData } from '../document-call.ts'
import { componentFields, componentsIn } from '../media-places.ts'
import { refusalOf, type Fault } from '../refusal.ts'
import { dutchDay } from './values.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2099

export const ODD_YEAR = `Dit jaartal klopt niet. Kies een datum van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`

/** Whether a day or moment is of a year that somebody can mean; what is no date at all is for others to refuse. */
export function isOfSoundYear(value: unknown): boolean {
  const date =
    value instanceof Date || typeof value === 'string' || typeof value === 'number' ? new Date(value) : null
  if (date === null || Number.isNaN(date.getTime())) return true
  const year = Number(dutchDay(date).split('-')[0])
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Refuses what a write says of another year, in a field of its own or in a component. */
export function refuseOddYears(strapi: Core.Strapi, uid: UID.ContentType, data: DocumentData): void {
  const inComponents = componentFields(strapi, uid).flatMap(([field, component]) =>
    componentsIn(data[field]).flatMap((one, index) =>
      oddYears(strapi, component, one, Array.isArray(data[field]) ? `${field}.${index}.` : `${field}.`),
    ),
  )
  const faults = [...oddYears(strapi, uid, data, ''), ...inComponents]
  if (faults.length > 0) throw refusalOf(faults)
}

function oddYears(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
  data: DocumentData,
  before: string,
): readonly Fault[] {
  return Object.entries(strapi.getModel(uid).attributes).flatMap(([field, { type }]) =>
    (type === 'date' || type === 'datetime') && !isOfSoundYear(data[field])
      ? [{ path: `${before}${field}`, message: ODD_YEAR }]
      : [],
  )
}
