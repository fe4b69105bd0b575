import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isCbsCode } from '../cbs/code.ts'
import {
  onDocuments,
  type DocumentCall,
  type DocumentData,
  type WrittenDocument,
} from '../entries/document-call.ts'
import { ENTRY_TYPES, WIJK, type EntryType } from '../entries/entry-types.ts'
import { soundDates } from '../entries/fields/dates.ts'
import { websiteIn } from '../entries/fields/values.ts'
import { refusal } from '../entries/refusal.ts'
import { firstFreeSlug, isSlug, MAX_WIJK_SLUG, slugify } from '../entries/slug.ts'
import { refuseUnfitFiles } from '../entries/unfit-files.ts'
import { namesThatLead } from '../revisions/former-addresses.ts'
import { inTransaction, lockDocument } from '../database/transaction.ts'
import { isDomain } from './domain.ts'
import { NETWORKS } from './wijk-row.ts'

/** Names on the address of the sites that are not a wijk. */
const RESERVED_SLUGS = new Set(['www', 'admin', 'api', 'cms', 'mail', 'localhost', 'sites', 'static'])

/**
 * What holds for every wijk: its address and domain are its own, its colour and CBS code can be used, and it stays
 * as long as something belongs to it. Where it is in its life is never changed by a form: the acts of
 * life-cycle.ts do that, and an import. `onPeople` is called in its transaction when it is new, got other editors, or came elsewhere in its life.
 */
export function keepWijkRules(
  strapi: Core.Strapi,
  { onPeople }: { readonly onPeople: (where: object) => Promise<void> },
): void {
  onDocuments(strapi, async (call, next) => {
    if (call.uid !== WIJK) return next()
    if (call.action === 'delete') await refuseDeleteOfFilled(strapi, call.params.documentId!)
    if (!['create', 'update', 'clone'].includes(call.action)) return next()
    const { documentId } = call.params
    const data = soundDates(strapi, WIJK, await withoutState(strapi, call))
    const itself = call.action === 'clone' ? undefined : documentId
    call.params = {
      ...call.params,
      data: {
        ...data,
        ...(await slug(strapi, itself, data)),
        ...(await domain(strapi, itself, data)),
        ...colour(data),
        ...cbsCode(data),
        ...targets(data),
        ...links(data),
        ...kvkNumber(data),
        ...btwNumber(data),
      },
    }
    await refuseUnfitFiles(strapi, WIJK, data)
    const isOther = !itself || data['editors'] !== undefined || data['state'] !== undefined
    const written = (await next()) as WrittenDocument | null
    const id = itself ?? written?.documentId
    if (id !== undefined && isOther) await onPeople({ documentId: id })
    return written
  })
}

// The plain form says everything it has, also what was so when it was opened. A copy begins as anything new does.
async function withoutState(
  strapi: Core.Strapi,
  { action, params: { documentId, data = {} } }: DocumentCall,
): Promise<DocumentData> {
  const isForm = strapi.requestContext.get()?.path.toLowerCase().startsWith('/content-manager/') ?? false
  if (!isForm) return data
  const { state: _, closedByOperator: __, ...others } = data
  if (action === 'clone') return { ...others, state: 'draft', closedByOperator: false }
  const isResting = await strapi.db
    .query(WIJK)
    .count({ where: { documentId: documentId ?? '', state: 'resting' } })
  if (isResting === 0) return others
  // Since when and why can be said in other words; a form that was opened before it came to rest knows of none.
  const isUnsaid = (field: string) => OF_THE_REST.has(field) && !others[field]
  return Object.fromEntries(Object.entries(others).filter(([field]) => !isUnsaid(field)))
}

/** What residents read while a wijk rests. */
const OF_THE_REST = new Set(['restingSince', 'restingWhy', 'restingContact'])

// Strapi would leave its entries without a wijk: on no site, and in nobody's list.
async function refuseDeleteOfFilled(strapi: Core.Strapi, documentId: string): Promise<void> {
  let total = 0
  const kinds: EntryType[] = []
  for (const type of ENTRY_TYPES) {
    const rows = (await strapi.db
      .query(type.uid)
      .findMany({ where: { wijkKey: documentId }, select: ['documentId'] })) as { documentId: string }[]
    const entries = new Set(rows.map((row) => row.documentId)).size
    if (entries === 0) continue
    total += entries
    kinds.push(type)
  }
  if (total === 0) return
  const { name } = (await strapi.db.query(WIJK).findOne({ where: { documentId } })) as { name: string }
  const what = new Intl.ListFormat('nl').format(kinds.map(({ one, many }) => (total === 1 ? one : many)))
  throw new errors.ApplicationError(
    `${name} heeft nog ${total} ${what}. Archiveer de wijk, of verwijder die eerst.`,
  )
}

// Who looks whether a name is free while another has not committed his would find that it is.
async function lockNames(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, ({ trx }) => lockDocument(strapi, trx, `${WIJK} names`, 'all'))
}

/** Whether the wijk has it already: a form says all it has, and waits for nobody then. */
async function hasAlready(
  strapi: Core.Strapi,
  documentId: string | undefined,
  name: { readonly slug: string } | { readonly domain: string },
): Promise<boolean> {
  return (await strapi.db.query(WIJK).count({ where: { documentId: documentId ?? '', ...name } })) > 0
}

async function slug(strapi: Core.Strapi, documentId: string | undefined, data: DocumentData) {
  const others = { documentId: { $ne: documentId ?? '' } }
  const isTaken = async (value: string) =>
    (await strapi.db.query(WIJK).count({ where: { slug: value, ...others } })) > 0

  const given = typeof data['slug'] === 'string' ? data['slug'].trim() : ''
  if (given === '') {
    const current = (await strapi.db.query(WIJK).findOne({ where: { documentId: documentId ?? '' } })) as {
      slug: string | null
      name: string
    } | null
    if (data['slug'] === undefined && current?.slug) return {}
    const name = data['name'] ?? current?.name
    // Without a name Strapi itself refuses.
    if (typeof name !== 'string') return {}
    await lockNames(strapi)
    const made = slugify(name, MAX_WIJK_SLUG) || 'wijk'
    const start = made.slice(0, MAX_WIJK_SLUG - 10)
    const rows = (await strapi.db
      .query(WIJK)
      .findMany({ where: { slug: { $startsWith: start }, ...others }, select: ['slug'] })) as {
      slug: string
    }[]
    const leading = await inTransaction(strapi, ({ trx }) => namesThatLead(trx, { start, documentId }))
    const taken = new Set([...RESERVED_SLUGS, ...rows.map((row) => row.slug), ...leading])
    return { slug: firstFreeSlug(made, MAX_WIJK_SLUG, (value) => taken.has(value)) }
  }
  if (!isSlug(given, MAX_WIJK_SLUG))
    throw refusal(
      'slug',
      `Het webadres klopt niet. Gebruik alleen kleine letters, cijfers en streepjes, en hoogstens ${MAX_WIJK_SLUG} tekens. Bijvoorbeeld: ${slugify(given, MAX_WIJK_SLUG) || 'molenwijk'}.`,
    )
  if (RESERVED_SLUGS.has(given))
    throw refusal('slug', `Het webadres "${given}" is van Wijkpers zelf. Kies een ander webadres.`)
  if (await hasAlready(strapi, documentId, { slug: given })) return { slug: given }
  await lockNames(strapi)
  if (await isTaken(given))
    throw refusal('slug', `Een andere wijk heeft het webadres "${given}" al. Kies een ander webadres.`)
  return { slug: given }
}

async function domain(strapi: Core.Strapi, documentId: string | undefined, data: DocumentData) {
  const given = data['domain']
  if (typeof given !== 'string') return {}
  const value = given.trim().toLowerCase()
  if (value === '') return { domain: null }
  if (!isDomain(value))
    throw refusal(
      'domain',
      'Dit is geen domein. Schrijf het zonder https:// en zonder schuine streep, bijvoorbeeld: molenwijk.nl.',
    )
  if (await hasAlready(strapi, documentId, { domain: value })) return { domain: value }
  await lockNames(strapi)
  const taken = await strapi.db
    .query(WIJK)
    .count({ where: { domain: value, documentId: { $ne: documentId ?? '' } } })
  if (taken > 0) throw refusal('domain', `Een andere wijk gebruikt het domein ${value} al.`)
  return { domain: value }
}

function colour(data: DocumentData) {
  const given = data['colour']
  if (typeof given !== 'string') return {}
  const value = given.trim().toLowerCase()
  if (value === '') return { colour: null }
  if (!/^#[0-9a-f]{6}$/.test(value))
    throw refusal(
      'colour',
      'De kleur klopt niet. Schrijf een # met zes cijfers of letters van a tot f, bijvoorbeeld: #1f5f4f.',
    )
  return { colour: value }
}

function cbsCode(data: DocumentData) {
  const given = data['cbsCode']
  if (typeof given !== 'string') return {}
  const value = given.trim().toUpperCase()
  if (value === '') return { cbsCode: null }
  if (!isCbsCode(value))
    throw refusal(
      'cbsCode',
      'De CBS-code klopt niet. Een wijkcode is WK met 6 cijfers, een buurtcode is BU met 8 cijfers.',
    )
  return { cbsCode: value }
}

function links(data: DocumentData) {
  const examples = {
    facebook: 'facebook.com',
    instagram: 'instagram.com',
    whatsapp: 'whatsapp.com',
    mastodon: 'mastodon.nl',
  }
  return Object.assign(
    {},
    ...NETWORKS.map((network) => websiteIn(data, network, `https://www.${examples[network]}/molenwijk`)),
  ) as DocumentData
}

// Handelsregisterbesluit: eight digits.
function kvkNumber(data: DocumentData) {
  const given = data['kvkNumber']
  if (typeof given !== 'string') return {}
  const value = given.replaceAll(/[\s.]/g, '')
  if (value === '') return { kvkNumber: null }
  if (!/^\d{8}$/.test(value))
    throw refusal('kvkNumber', 'Het KvK-nummer klopt niet. Het zijn acht cijfers, bijvoorbeeld: 12345678.')
  return { kvkNumber: value }
}

// Burgerlijk Wetboek, article 3:15d: who is taxed says so. The btw-identificatienummer, which may be public.
function btwNumber(data: DocumentData) {
  const given = data['btwNumber']
  if (typeof given !== 'string') return {}
  const value = given.replaceAll(/[\s.]/g, '').toUpperCase()
  if (value === '') return { btwNumber: null }
  if (!/^NL\d{9}B\d{2}$/.test(value))
    throw refusal(
      'btwNumber',
      'Het btw-nummer klopt niet. Het ziet er zo uit: NL123456789B01. Het staat op je facturen.',
    )
  return { btwNumber: value }
}

// The names of packages/deploy; the publisher knows which of them are set up here.
const TARGETS = ['embedded', 'netlify', 's3']

function targets(data: DocumentData) {
  const given = data['targets']
  if (typeof given !== 'string') return {}
  const names = given
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
  if (names.some((name) => !TARGETS.includes(name)))
    throw refusal(
      'targets',
      `Kies een of meer van: ${TARGETS.join(', ')}. Of laat het leeg, dan geldt wat voor alle wijken geldt.`,
    )
  return { targets: names.length > 0 ? [...new Set(names)].join(', ') : null }
}
