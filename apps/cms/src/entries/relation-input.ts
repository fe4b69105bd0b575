/**
 * What a write asks of a field that links one thing: an entry, a wijk or a file. Strapi takes many shapes, and its layers do not
 * read a mix of them alike: of `{ id, connect }` one takes the id, another what is connected. A wall that looks at one of the
 * two has a hole. So the shapes that the admin panel, our own code and scripts use are taken, and every other is refused:
 *
 * nothing       - `null`, `[]`, `{ set: [] }`; with `{}` and `{ connect: [], disconnect: [] }` all stays as it is
 * one thing     - its number or documentId, an object that has it, or a list with one of these
 * in a relation - `{ set: one }`, `{ connect: one, disconnect: any }`
 */
import { rowNumber } from '../routes/row-number.ts'
import { refusal } from './refusal.ts'

/** A document as a write points at it: by documentId, or by the id of one of its rows. */
export type Reference = { readonly documentId: string } | { readonly id: number }

export interface RelationInput {
  /** What will be linked in the place of what is; null when it names nothing. */
  readonly linked: Reference | null
  readonly unlinks: boolean
}

/** The words of a relation; an object that is a thing itself has none of them. */
const FORMS = ['set', 'connect', 'disconnect']
/** With these Strapi writes other columns of its link tables, or another type. */
const INTERNAL = ['__pivot', '__type', 'options']

/** What `input` asks of `field`; undefined when the write does not touch it. Refuses what is in no known shape. */
export function readRelationInput(field: string, input: unknown): RelationInput | undefined {
  if (input === undefined) return undefined
  if (!isRecord(input) || isThing(input)) return { linked: oneOf(field, input), unlinks: true }
  const words = Object.keys(input)
  if (words.some((word) => !FORMS.includes(word))) throw unknownShape(field)
  if (!words.includes('set')) {
    const unlinked = thingsIn(field, input['disconnect'])
    return { linked: oneOf(field, input['connect']), unlinks: unlinked.length > 0 }
  }
  // Strapi takes what is false for no `set` at all, and looks further.
  if (words.length > 1 || !input['set']) throw unknownShape(field)
  return { linked: oneOf(field, input['set']), unlinks: true }
}

function oneOf(field: string, value: unknown): Reference | null {
  const things = thingsIn(field, value)
  if (things.length > 1) throw unknownShape(field)
  return things[0] ?? null
}

function thingsIn(field: string, value: unknown): readonly Reference[] {
  return listOf(value).map((thing) => referenceTo(field, thing))
}

// As Strapi does: where an object has both, its documentId counts.
function referenceTo(field: string, thing: unknown): Reference {
  if (isRecord(thing)) {
    if (!isThing(thing) || [...FORMS, ...INTERNAL].some((word) => word in thing)) throw unknownShape(field)
    const { documentId, id } = thing
    if (typeof documentId === 'string' && documentId !== '') return { documentId }
    if (documentId === undefined || documentId === null) return plainReferenceTo(field, id)
    throw unknownShape(field)
  }
  return plainReferenceTo(field, thing)
}

function plainReferenceTo(field: string, thing: unknown): Reference {
  if (typeof thing === 'string' && thing !== '' && !/^\d+$/.test(thing)) return { documentId: thing }
  const id = rowNumber(thing)
  if (id === null) throw unknownShape(field)
  return { id }
}

/** Refuses components in a shape in which their files would not be seen. */
export function refuseOddParts(field: string, value: unknown): void {
  if (!listOf(value).every(isRecord)) throw unknownShape(field)
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]

const isThing = (value: Record<string, unknown>) => 'id' in value || 'documentId' in value

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const unknownShape = (field: string) =>
  refusal(field, 'Dit veld is niet goed ingevuld. Ververs de pagina en kies opnieuw.')
