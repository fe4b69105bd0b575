import type { Core, UID } from '@strapi/strapi'
import { ENTRY_TYPES, WIJK, type EntryKind } from '../entries/entry-types.ts'
import { typedFields } from '../entries/typed-fields.ts'
import { INVITE, READ_TRAIL } from './actions.ts'
import { OWN_ENTRIES, OWN_FILES, OWN_UPLOADS, OWN_WIJK, OWN_WORK } from './conditions.ts'
import type { Ability } from './roles.ts'

/** One thing that a role may do, as Strapi keeps it. */
export interface Permission {
  readonly action: string
  readonly subject: string | null
  readonly properties: { readonly fields?: readonly string[] }
  readonly conditions: readonly string[]
}

/** What may be changed of a wijk; its name, address and state are the operator's. */
const WIJK_FIELDS = [
  'tagline',
  'welcome',
  'logo',
  'colour',
  'contactEmail',
  'contactPhone',
  'facebook',
  'instagram',
  'whatsapp',
  'mastodon',
  'publisherName',
  'publisherAddress',
  'kvkNumber',
  'btwNumber',
  'privacyEmail',
  'startedOn',
  'restingSince',
  'restingWhy',
  'restingContact',
]
const READ_ONLY_WIJK_FIELDS = ['name', 'slug', 'state', 'domain', 'cbsCode', 'cbsVintage', 'municipality']

/**
 * What somebody who only writes fills in; other kinds he does not see. Few fields: the rest can be chosen by whoever
 * publishes it.
 */
const FIELDS_OF_WRITER: Readonly<Partial<Record<EntryKind, readonly string[]>>> = {
  article: ['title', 'summary', 'body', 'photo'],
  event: ['title', 'startsAt', 'endsAt', 'allDay', 'place', 'address', 'price', 'summary', 'body', 'photo'],
  // How somebody can be reached is for whoever puts it on the site.
  notice: ['title', 'noticeKind', 'summary', 'body', 'photo', 'place'],
  // A task that everybody can do: ask the shops in the street when they are open.
  business: [
    'name',
    'businessKind',
    'summary',
    'openingHours',
    'openingHoursExceptions',
    'byAppointment',
    'address',
    'phone',
    'website',
  ],
}

/** The permissions in Strapi that follow from what a role may do. The walls check the same again, for every way in. */
export function permissionsFor(strapi: Core.Strapi, abilities: ReadonlySet<Ability>): Permission[] {
  return [
    ...ENTRY_TYPES.flatMap(({ uid, kind }) =>
      entryPermissions(uid, fieldsFor(strapi, { uid, kind, abilities }), abilities),
    ),
    ...wijkPermissions(abilities),
    ...filePermissions(abilities),
    ...(abilities.has('readTrail') ? [onThePanel(READ_TRAIL)] : []),
    ...(abilities.has('invite') ? [onThePanel(INVITE)] : []),
  ]
}

const onThePanel = (action: string): Permission => ({ action, subject: null, properties: {}, conditions: [] })

function fieldsFor(
  strapi: Core.Strapi,
  { uid, kind, abilities }: { uid: UID.ContentType; kind: EntryKind; abilities: ReadonlySet<Ability> },
): readonly string[] {
  const few = abilities.has('publish') ? null : (FIELDS_OF_WRITER[kind] ?? [])
  const fields = typedFields(strapi, uid)
  return few ? fields.filter((path) => few.includes(path.split('.')[0]!)) : fields
}

function entryPermissions(
  subject: string,
  fields: readonly string[],
  abilities: ReadonlySet<Ability>,
): Permission[] {
  if (fields.length === 0) return []
  const permission = (act: string, condition: string, properties: Permission['properties']): Permission => ({
    action: `plugin::content-manager.explorer.${act}`,
    subject,
    properties,
    conditions: [condition],
  })
  const granted = [permission('read', OWN_ENTRIES, { fields })]
  const canPublish = abilities.has('publish')
  const canWrite = abilities.has('write')
  if (canWrite) granted.push(permission('create', OWN_ENTRIES, { fields }))
  if (canPublish || canWrite)
    granted.push(permission('update', canPublish ? OWN_ENTRIES : OWN_WORK, { fields }))
  if (abilities.has('remove')) granted.push(permission('delete', OWN_ENTRIES, {}))
  else if (canWrite) granted.push(permission('delete', OWN_WORK, {}))
  if (canPublish) granted.push(permission('publish', OWN_ENTRIES, {}))
  return granted
}

function wijkPermissions(abilities: ReadonlySet<Ability>): Permission[] {
  const permission = (act: 'read' | 'update', fields: readonly string[]): Permission => ({
    action: `plugin::content-manager.explorer.${act}`,
    subject: WIJK,
    properties: { fields },
    conditions: [OWN_WIJK],
  })
  if (!abilities.has('publish')) return []
  return [
    permission('read', [...WIJK_FIELDS, ...READ_ONLY_WIJK_FIELDS]),
    ...(abilities.has('describeWijk') ? [permission('update', WIJK_FIELDS)] : []),
  ]
}

function filePermissions(abilities: ReadonlySet<Ability>): Permission[] {
  const permission = (act: string, conditions: readonly string[]): Permission => ({
    action: `plugin::upload.${act}`,
    subject: null,
    properties: {},
    conditions,
  })
  return [
    permission('read', [OWN_FILES]),
    permission('assets.download', [OWN_FILES]),
    permission('assets.update', [abilities.has('publish') ? OWN_FILES : OWN_UPLOADS]),
    // What does not exist yet has no wijk to compare.
    ...(abilities.has('write') ? [permission('assets.create', [])] : []),
  ]
}
