/**
 * What an editor reads where Strapi, or the database below it, says in English why something cannot be. Strapi's errors have
 * no codes here: these are the sentences of 5.54, and what is not among them gets a sentence that is always true.
 */
import { errors } from '@strapi/utils'
import { COMPONENT_LABELS, LABELS } from '../labels/nl.ts'
import { isRefusal } from './refusal.ts'

/** What was asked. */
export interface Asked {
  readonly path: string
  /** Of the content type that it is about; null when that is not known. */
  readonly uid: string | null
}

const AGAIN = 'Ververs de pagina en probeer het nog eens.'

/** What each kind of fault is called; `who` is the name of the field. */
const KINDS: readonly (readonly [RegExp, (who: string, found: readonly string[]) => string])[] = [
  [/at least (\d+) characters/, (who, [, n]) => `${who} heeft ten minste ${n} tekens nodig.`],
  [/at most (\d+) characters/, (who, [, n]) => `${who} mag hoogstens ${n} tekens lang zijn.`],
  [/greater than or equal to (\S+)/, (who, [, n]) => `${who} moet ten minste ${n} zijn.`],
  [/less than or equal to (\S+)/, (who, [, n]) => `${who} mag hoogstens ${n} zijn.`],
  [/must be one of/, (who) => `${who} heeft een waarde die niet kan. Kies er een uit de lijst.`],
  [/must be unique/, (who) => `${who} is al in gebruik. Kies iets anders.`],
  [/valid email/, (who) => `${who} is geen goed e-mailadres.`],
  [
    /valid link/,
    () => 'Een link in de tekst is niet goed. Begin met https://, bijvoorbeeld https://www.voorbeeld.nl.',
  ],
  [/ node | node$/i, (who) => `${who} heeft een opmaak die niet kan. Plak de tekst opnieuw, zonder opmaak.`],
  [
    /relation\(s\) of type plugin::upload\.file/,
    () =>
      'Een foto of bestand dat je koos, is er niet meer. Misschien heeft iemand het weggegooid. Kies een ander.',
  ],
  [
    /relation\(s\)/,
    () => 'Iets dat je koos, is er niet meer. Misschien heeft iemand het weggehaald. Kies iets anders.',
  ],
  [/required|must be defined|cannot be (null|empty)/, (who) => `${who} is nog leeg. Vul het in.`],
]

/** The error to answer with: Strapi's own and the database's with a sentence in Dutch, every other as it is. */
export function explained(error: unknown, { path, uid }: Asked): unknown {
  if (isRefusal(error)) return error
  // Of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  const code = error instanceof Error ? String((error as { code?: unknown }).code) : ''
  // A value that its column cannot hold, such as a number that is too high.
  if (/^22...$/.test(code)) return new errors.ApplicationError(`Hier is iets gevraagd dat niet kan. ${AGAIN}`)
  // What may be there once came twice at one moment, such as a slug.
  if (code === '23505') return new errors.ApplicationError(`Iemand anders was je net voor. ${AGAIN}`)
  if (error instanceof errors.NotFoundError)
    return new errors.NotFoundError(
      path.endsWith('/actions/unpublish')
        ? 'Dit staat niet meer op de site. Misschien heeft iemand anders het er al af gehaald. Ververs de pagina.'
        : 'Dit is er niet meer. Misschien heeft iemand anders het weggehaald.',
    )
  if (error instanceof errors.ValidationError) return invalid(error, uid)
  return error
}

/** Where a fault is, and what Strapi says of it. */
interface StrapiFault {
  readonly path?: unknown
  readonly message?: unknown
}

function invalid(error: errors.ValidationError, uid: string | null): errors.ValidationError {
  const details = (error.details ?? {}) as { errors?: unknown }
  if (!Array.isArray(details.errors))
    return new errors.ValidationError(
      sentence(error.message, null) ?? `Dit is niet gelukt. ${AGAIN}`,
      details,
    )
  const faults = details.errors.map((fault: StrapiFault) => {
    const who = labelOf(uid, Array.isArray(fault.path) ? fault.path.map(String) : [])
    const message =
      sentence(String(fault.message), who) ?? `${who ?? 'Dit veld'} is niet goed ingevuld. ${AGAIN}`
    return { ...fault, message }
  })
  return new errors.ValidationError([...new Set(faults.map(({ message }) => message))].join(' '), {
    ...details,
    errors: faults,
  })
}

function sentence(english: string, who: string | null): string | null {
  for (const [kind, say] of KINDS) {
    const found = kind.exec(english)
    if (found) return say(who ?? 'Dit veld', found)
  }
  return null
}

/** The label of the field at a path: of the innermost that has one. */
function labelOf(uid: string | null, path: readonly string[]): string | null {
  const fields = path.filter((part) => !/^\d+$/.test(part))
  const [first, second] = fields
  const label = (uid !== null && first !== undefined && LABELS[uid]?.fields[first]?.label) || null
  if (label === null || second === undefined) return label && `‘${label}’`
  const inside = Object.values(COMPONENT_LABELS).find((labels) => second in labels.fields)
  return inside ? `‘${inside.fields[second]!.label}’ bij ‘${label}’` : `‘${label}’`
}
