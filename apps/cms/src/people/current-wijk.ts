import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { PEOPLE_SETTINGS, type PersonSetting } from './tables.ts'

/** Whose current wijk it is, and between which he can choose (null: all). */
export interface Chooser {
  readonly person: number
  readonly within: readonly string[] | null
}

const asked = new WeakMap<object, Promise<string | null>>()

/**
 * documentId of the wijk that somebody works in now; null when he chose none, when it is his no longer, or when it is
 * gone. One query per request.
 */
export function currentWijk(strapi: Core.Strapi, chooser: Chooser): Promise<string | null> {
  const request = strapi.requestContext.get() as object | undefined
  const known = request && asked.get(request)
  if (known) return known
  const found = findCurrentWijk(strapi, chooser)
  if (request) asked.set(request, found)
  return found
}

async function findCurrentWijk(strapi: Core.Strapi, { person, within }: Chooser): Promise<string | null> {
  if (within?.length === 1) return within[0]!
  const setting = (await strapi.db
    .query(PEOPLE_SETTINGS)
    .findOne({ where: { person } })) as PersonSetting | null
  const chosen = setting?.currentWijk ?? null
  if (chosen === null || (within && !within.includes(chosen))) return null
  return (await strapi.db.query(WIJK).count({ where: { documentId: chosen } })) > 0 ? chosen : null
}

/** Remembers in which wijk somebody works from now on; null for all of his. */
export async function chooseWijk(
  strapi: Core.Strapi,
  { person, within }: Chooser,
  wijk: string | null,
): Promise<void> {
  const isThere =
    wijk === null ||
    (within
      ? within.includes(wijk)
      : (await strapi.db.query(WIJK).count({ where: { documentId: wijk } })) > 0)
  if (!isThere) throw forbidden('Deze wijk is niet van jou, of hij bestaat niet meer.')
  const settings = strapi.db.query(PEOPLE_SETTINGS)
  const data = { person, currentWijk: wijk }
  if (await settings.findOne({ where: { person } })) await settings.update({ where: { person }, data })
  else await settings.create({ data })
}
