/**
 * A new wijk in one go: its site is online with the next look of the publisher, with what the site format gives every
 * wijk, and with nothing that somebody made up. What its team has to write first are drafts without a text: they cannot go
 * online before there is one.
 */
import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { WIJK } from '../entries/entry-types.ts'
import { dutchDay } from '../entries/fields/values.ts'
import { forbidden, refusalOf, type Fault } from '../entries/refusal.ts'
import { invite, type Invitation, type Invited } from '../people/invite.ts'
import { siteAddress } from '../receipts/address.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'

export interface NewWijk {
  readonly settings: Readonly<Record<string, string | number | null>>
  readonly people: readonly Omit<Invited, 'wijk'>[]
}

export interface MadeWijk {
  readonly documentId: string
  readonly name: string
  /** Public address of its site. */
  readonly url: string
  readonly invitations: readonly ({ readonly name: string } & Invitation)[]
}

/** Makes a wijk with its first people and its first tasks; all of it, or nothing. Refuses in Dutch, at the fields. */
export async function makeWijk(
  strapi: Core.Strapi,
  asker: Asker,
  { settings, people }: NewWijk,
): Promise<MadeWijk> {
  if (asker.editor) throw forbidden('Een nieuwe wijk maakt de platformbeheerder.')
  return inTransaction(strapi, async () => {
    const data = { ...settings, state: 'active', startedOn: dutchDay(new Date()) }
    const { documentId } = await documentsOf(strapi, WIJK).create({ data })
    const invitations = []
    for (const person of people) {
      const invitation = await invite(strapi, asker, { ...person, wijk: documentId })
      invitations.push({ name: person.firstname, ...invitation })
    }
    const wijk = { documentId }
    for (const { uid, ...task } of TASKS) await documentsOf(strapi, uid).create({ data: { ...task, wijk } })
    const row = (await strapi.db.query(WIJK).findOne({ where: { documentId } })) as {
      name: string
      slug: string
      domain: string | null
    }
    return { documentId, name: row.name, url: siteAddress(strapi, row), invitations }
  })
}

/** What a team writes first; required texts are empty, so none of these can be published as it is. */
const TASKS = [
  { uid: 'api::info-page.info-page', title: 'Over de wijk', position: 1 },
  { uid: 'api::info-page.info-page', title: 'Meedoen', position: 2 },
  { uid: 'api::article.article', title: 'Onze site is begonnen' },
] as const

const LONGEST_NAME = 80

/** Reads what was filled in; says all that is wrong at once. */
export function readNewWijk(body: unknown): NewWijk {
  const given = (body ?? {}) as Record<string, unknown>
  const text = (of: Record<string, unknown>, field: string) =>
    typeof of[field] === 'string' ? of[field].trim() : ''
  const faults: Fault[] = []
  const name = text(given, 'name')
  if (name.length < 2) faults.push({ path: 'name', message: 'Vul de naam van de wijk in.' })
  const cbsCode = text(given, 'cbsCode')
  const year = text(given, 'cbsVintage')
  if (cbsCode !== '' && !/^(19|20)\d\d$/.test(year))
    faults.push({
      path: 'cbsVintage',
      message: 'Vul het jaar in waar de CBS-code van is, bijvoorbeeld 2026.',
    })
  const rows = Array.isArray(given['people']) ? (given['people'] as Record<string, unknown>[]) : []
  const people = rows.flatMap((row, index) => {
    const [email, firstname] = [text(row, 'email').toLowerCase(), text(row, 'firstname')]
    if (email === '' && firstname === '') return []
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
      faults.push({
        path: `people.${index}.email`,
        message: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
      })
    if (firstname === '' || firstname.length > LONGEST_NAME)
      faults.push({ path: `people.${index}.firstname`, message: 'Vul een voornaam in.' })
    const role = row['role'] === 'professional' ? ('professional' as const) : ('buurtverbinder' as const)
    return [{ email, firstname, lastname: text(row, 'lastname').slice(0, LONGEST_NAME), role }]
  })
  // Its site is online at once: whose it is must stand on it from the first moment (colofon.ts).
  for (const [path, message] of Object.entries(OF_THE_COLOFON))
    if (text(given, path) === '') faults.push({ path, message })
  if (people.length === 0 && faults.length === 0)
    faults.push({
      path: 'people.0.email',
      message: 'Nodig minstens één persoon uit: een site zonder mensen blijft leeg.',
    })
  if (faults.length > 0) throw refusalOf(faults)
  const settings = {
    name,
    municipality: text(given, 'municipality') || null,
    cbsCode: cbsCode || null,
    cbsVintage: year === '' ? null : Number(year),
    colour: text(given, 'colour') || null,
    logo: typeof given['logo'] === 'number' ? given['logo'] : null,
    contactEmail: text(given, 'contactEmail'),
    publisherName: text(given, 'publisherName'),
    publisherAddress: text(given, 'publisherAddress'),
  }
  return { settings, people }
}

const OF_THE_COLOFON: Readonly<Record<string, string>> = {
  contactEmail: 'Vul het e-mailadres van de redactie in.',
  publisherName: 'Vul in wie de site uitgeeft.',
  publisherAddress: 'Vul het adres van de uitgever in.',
}
