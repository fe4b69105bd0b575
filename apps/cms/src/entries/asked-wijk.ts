import type { Core } from '@strapi/strapi'
import { WIJK } from './entry-types.ts'
import { refusal } from './refusal.ts'
import { readRelationInput } from './relation-input.ts'

/** The documentId of the wijk that a write asks for; null when it asks for none, undefined when it leaves that be. */
export async function askedWijk(strapi: Core.Strapi, input: unknown): Promise<string | null | undefined> {
  const asked = readRelationInput('wijk', input)
  if (!asked?.linked) return asked?.unlinks ? null : undefined
  return existingWijk(strapi, asked.linked)
}

async function existingWijk(strapi: Core.Strapi, where: object): Promise<string> {
  const wijk = (await strapi.db.query(WIJK).findOne({ where, select: ['documentId'] })) as {
    documentId: string
  } | null
  if (!wijk) throw noSuchWijk()
  return wijk.documentId
}

export const noSuchWijk = () => refusal('wijk', 'Deze wijk bestaat niet meer. Kies een andere wijk.')
