/**
 * What a write asks of a relation or media field. Strapi takes many shapes: an id, an object, a list,
 * `{ set }`, `{ connect, disconnect }`.
 */

/** A document as a write points at it: by documentId, or by the id of one of its rows. */
export type Reference = { readonly documentId: string } | { readonly id: number }

export interface RelationInput {
  /** What will be linked, besides or instead of what is. */
  readonly linked: readonly Reference[]
  /** Whether what was linked stays linked, where it is not named. */
  readonly keepsOthers: boolean
  readonly unlinks: boolean
}

/** What `input` asks; undefined when the write does not touch the field. */
export function readRelationInput(input: unknown): RelationInput | undefined {
  if (input === undefined) return undefined
  if (isRecord(input) && ('set' in input || 'connect' in input || 'disconnect' in input)) {
    if (input['set'] !== undefined)
      return { linked: references(input['set']), keepsOthers: false, unlinks: true }
    return {
      linked: references(input['connect']),
      keepsOthers: true,
      unlinks: references(input['disconnect']).length > 0,
    }
  }
  return { linked: references(input), keepsOthers: false, unlinks: true }
}

function references(value: unknown): Reference[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(references)
  if (isRecord(value)) {
    if (typeof value['documentId'] === 'string') return [{ documentId: value['documentId'] }]
    return references(value['id'])
  }
  if (typeof value === 'number') return [{ id: value }]
  if (typeof value === 'string')
    return /^\d+$/.test(value) ? [{ id: Number(value) }] : [{ documentId: value }]
  return []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
