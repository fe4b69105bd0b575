/**
 * An entry can **belong to** an organisation of its own wijk. Strapi keeps such a link between rows, and loses it with
 * a row that goes. So the entry keeps the documentId as its `organisationKey`, draft and live row alike, and the link
 * resolves while it is read: it is there for as long as the organisation is published in the same wijk.
 */
import type { Core } from '@strapi/strapi'
import type { Queries } from '../revisions/transaction.ts'
import { ENTRY_TYPES, ORGANISATION, type EntryType } from './entry-types.ts'
import { refusal } from './refusal.ts'
import { readRelationInput } from './relation-input.ts'

interface OrganisationRow {
  readonly documentId: string
  readonly wijkKey: string | null
}

/**
 * The organisation that an entry of `wijkKey` belongs to after a write that asks `input`; null for none. One that was
 * deleted is forgotten; one of another wijk is refused, also when it is the entry that moves.
 */
export async function organisationKeyOf(
  strapi: Core.Strapi,
  { input, current, wijkKey }: { input: unknown; current: string | null; wijkKey: string },
): Promise<string | null> {
  const asked = readRelationInput(input)
  const reference = asked?.linked.at(-1)
  if (!reference && (asked?.unlinks || !current)) return null

  const organisation = await draftOf(strapi, reference ?? { documentId: current })
  if (!organisation) {
    if (!reference) return null
    throw refusal(
      'organisation',
      'Deze organisatie bestaat niet meer. Kies een andere, of maak het veld leeg.',
    )
  }
  if (organisation.wijkKey !== wijkKey) throw refusal('organisation', OTHER_WIJK)
  return organisation.documentId
}

const OTHER_WIJK =
  'Deze organisatie hoort bij een andere wijk. Kies er een van de wijk waar dit bij hoort, of maak het veld leeg.'

// Its draft says where an organisation belongs: what is live may have yet to follow.
async function draftOf(strapi: Core.Strapi, where: object): Promise<OrganisationRow | null> {
  const organisations = strapi.db.query(ORGANISATION)
  const named = (await organisations.findOne({ where, select: ['documentId'] })) as OrganisationRow | null
  return (
    named &&
    ((await organisations.findOne({
      where: { documentId: named.documentId, publishedAt: { $null: true } },
      select: ['documentId', 'wijkKey'],
    })) as OrganisationRow | null)
  )
}

/** Refuses to move an organisation to another wijk while something belongs to it, be it live or in a draft. */
export async function refuseMoveOfLinked(strapi: Core.Strapi, organisation: string): Promise<void> {
  for (const { uid, hasOrganisation } of ENTRY_TYPES)
    if (
      hasOrganisation &&
      (await strapi.db.query(uid).count({ where: { organisationKey: organisation } })) > 0
    )
      throw refusal(
        'wijk',
        'Er horen nog berichten of activiteiten bij deze organisatie. Maak die eerst los, en publiceer ze opnieuw als ze online staan.',
      )
}

interface JoinTable {
  readonly name: string
  readonly joinColumn: { readonly name: string }
  readonly inverseJoinColumn: { readonly name: string }
}

/**
 * Makes the links of Strapi that follow from the keys and are not there: an entry's `field` to the rows of `target`,
 * drafts to drafts and live rows to live rows where the target has both.
 */
export async function linkByKey(
  strapi: Core.Strapi,
  queries: Queries,
  type: EntryType,
  { field, where }: { field: 'wijk' | 'organisation'; where: Readonly<Record<string, string>> },
): Promise<void> {
  const { joinTable } = strapi.db.metadata.get(type.uid).attributes[field] as unknown as {
    joinTable: JoinTable
  }
  const entryColumn = joinTable.joinColumn.name
  const [target, key] = field === 'wijk' ? ['wijken', 'wijk_key'] : ['organisations', 'organisation_key']
  const missing = queries(`${type.table} as e`)
    .join(`${target} as t`, 't.document_id', `e.${key}`)
    .where(where)
    .whereNotIn('e.id', queries(joinTable.name).select(entryColumn))
    .select('e.id', 't.id')
  if (field === 'organisation') missing.whereRaw('(t.published_at is null) = (e.published_at is null)')
  await queries(
    queries.raw('?? (??, ??)', [joinTable.name, entryColumn, joinTable.inverseJoinColumn.name]),
  ).insert(missing)
}
