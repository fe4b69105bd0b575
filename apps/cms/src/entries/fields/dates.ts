/**
 * Days and moments that editors type. The database reads more forms of them than our rules do, and some otherwise: what passes here is
 * kept in the one form that both read alike. A slip of the finger makes them of a year that nobody means, such as 9999 or 20226.
 */
import type { Core, UID } from '@strapi/strapi'
import { z } from '@strapi/utils'
import type { DocumentData } from '../document-call.ts'
import { componentFields } from '../media-places.ts'
import { refusalOf, type Fault } from '../refusal.ts'
import { dutchDay } from './values.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2099

export const ODD_YEAR = `Dit jaartal klopt niet. Kies een datum van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`

/** What is read as a day, and as a moment: also in an import. */
export const isoDay = z.iso.date()
export const isoMoment = z.iso.datetime({ offset: true })

/** Whether it is of a year of more than four figures, as a browser writes that. */
const isOfLongYear = (given: unknown) => typeof given === 'string' && /^\+?\d{5,}-\d/.test(given)

const NONE = {
  date: 'Dit is geen dag. Kies een dag uit de lijst.',
  datetime: 'Dit is geen dag met een tijd. Kies een dag en een tijd uit de lijst.',
}

/** Whether a day or moment is of a year that somebody can mean. */
export function isOfSoundYear(value: string): boolean {
  const year = Number(dutchDay(new Date(value)).split('-')[0])
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/**
 * The fields of a write, those of its components too, with every day and moment as it is kept: `2026-12-26`, and in UTC with milliseconds.
 * Refuses what is none, or of another year.
 */
export function soundDates(strapi: Core.Strapi, uid: UID.ContentType, data: DocumentData): DocumentData {
  const faults: Fault[] = []
  const sound = soundFieldsOf(strapi, uid, data, '', faults)
  if (faults.length > 0) throw refusalOf(faults)
  return sound
}

function soundFieldsOf(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
  data: DocumentData,
  before: string,
  faults: Fault[],
): DocumentData {
  const attributes = strapi.getModel(uid).attributes as Readonly<Record<string, { readonly type: string }>>
  const dates = Object.entries(attributes).flatMap(([field, { type }]) => {
    if ((type !== 'date' && type !== 'datetime') || data[field] === undefined) return []
    const kept = asKept(type, data[field])
    const isOdd = kept === undefined ? isOfLongYear(data[field]) : kept !== null && !isOfSoundYear(kept)
    if (isOdd) faults.push({ path: `${before}${field}`, message: ODD_YEAR })
    else if (kept === undefined) faults.push({ path: `${before}${field}`, message: NONE[type] })
    return [[field, kept] as const]
  })
  const components = componentFields(strapi, uid).flatMap(([field, component]) => {
    const value = data[field]
    // What is no component at all is for others to refuse.
    const partAt = (path: string, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? soundFieldsOf(strapi, component, part as DocumentData, `${before}${path}.`, faults)
        : part
    if (value === undefined) return []
    const parts = Array.isArray(value)
      ? value.map((part, index) => partAt(`${field}.${index}`, part))
      : partAt(field, value)
    return [[field, parts] as const]
  })
  return { ...data, ...Object.fromEntries([...dates, ...components]) }
}

/** A day or a moment as it is kept: null for none; undefined for what is no day, or no moment. */
export function asKept(type: 'date' | 'datetime', given: unknown): string | null | undefined {
  if (given === null || given === '') return null
  const text = given instanceof Date ? given.toJSON() : given
  const moment = isoMoment.safeParse(text).data
  if (type === 'datetime') return moment && new Date(moment).toISOString()
  // Of a moment the database keeps no more than its day.
  return moment?.slice(0, 10) ?? isoDay.safeParse(text).data
}
