import { errors } from '@strapi/utils'
import { isOnSite } from '../entries/entry-types.ts'

/** An entry, or a wijk, that a question to one of our routes is about. */
export interface AskedEntry {
  readonly uid: string
  readonly documentId: string
}

/** Reads which entry is meant; refuses what is none. */
export function askedEntry(input: unknown): AskedEntry {
  const { uid, documentId } = (input ?? {}) as Record<string, unknown>
  if (typeof uid !== 'string' || typeof documentId !== 'string' || !isOnSite(uid))
    throw new errors.ValidationError('uid and documentId of an entry or a wijk are needed')
  return { uid, documentId }
}
