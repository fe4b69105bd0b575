import { dataIn, rowIn, rowsIn, text } from '../answer.ts'

/** Who is signed in: the answer of `GET /wijkpers/me`. */
export interface Me {
  readonly name: string
  readonly isOperator: boolean
  readonly wijken: readonly { readonly documentId: string; readonly name: string }[]
  /** documentId of the wijk that he works in now; null for all of his. */
  readonly currentWijk: string | null
  may(ability: string): boolean
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseMe(body: unknown): Me {
  const data = rowIn(dataIn(body))
  if (!data || typeof data.name !== 'string' || !Array.isArray(data.wijken))
    throw new TypeError('[me] Expected a name and wijken')
  const abilities = new Set(Array.isArray(data.abilities) ? data.abilities.map(String) : [])
  const isOperator = data.isOperator === true
  return {
    name: data.name,
    isOperator,
    currentWijk: text(data.currentWijk),
    wijken: rowsIn(data.wijken).map(({ documentId, name }) => ({
      documentId: String(documentId),
      name: String(name),
    })),
    may: (ability) => isOperator || abilities.has(ability),
  }
}
