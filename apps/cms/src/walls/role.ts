import type { Core } from '@strapi/strapi'
import { ENTRY_TYPES, WIJK } from '../entries/entry-types.ts'
import { wijkenOf } from './editor.ts'

/** Code of the role of a buurtverbinder, who edits the site of one wijk or more. */
export const BUURTVERBINDER = 'buurtverbinder'

interface Permission {
  readonly action: string
  readonly subject: string | null
  readonly properties: { readonly fields?: readonly string[] }
  readonly conditions: readonly string[]
}

interface Role {
  readonly id: number
}

interface AdminUser {
  readonly id: number
}

const OWN_ENTRIES = 'own-entries'
const OWN_WIJK = 'own-wijk'
const OWN_FILES = 'own-files'

/** What a buurtverbinder may change of a wijk; its name, address and state are the operator's. */
const WIJK_FIELDS = ['tagline', 'welcome', 'colour', 'contactEmail', 'contactPhone']
const READ_ONLY_WIJK_FIELDS = ['name', 'slug', 'state', 'domain', 'cbsCode', 'cbsVintage']

/** Makes the role and gives it exactly these permissions, on every start: it is code, not clicks. */
export async function makeBuurtverbinderRole(strapi: Core.Strapi): Promise<void> {
  await registerConditions(strapi)
  const roles = strapi.service('admin::role') as unknown as {
    findOne(where: object): Promise<Role | null>
    create(role: object): Promise<Role>
    assignPermissions(role: number, permissions: readonly Permission[]): Promise<unknown>
  }
  const role =
    (await roles.findOne({ code: BUURTVERBINDER })) ??
    (await roles.create({
      name: 'Buurtverbinder',
      code: BUURTVERBINDER,
      description: 'Maakt de site van de eigen wijk',
    }))
  await roles.assignPermissions(role.id, permissions(strapi))
}

// Conditions on a plain key, not through a relation: some of Strapi's routes load entries without relations.
async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const own = async (user: AdminUser) => ({ $in: [...(await wijkenOf(strapi, user.id))] })
  await strapi.service('admin::permission')['conditionProvider'].registerMany([
    {
      name: OWN_ENTRIES,
      displayName: 'Alleen van de eigen wijken',
      category: 'wijk',
      handler: async (user: AdminUser) => ({ wijkKey: await own(user) }),
    },
    {
      name: OWN_WIJK,
      displayName: 'Alleen de eigen wijken zelf',
      category: 'wijk',
      handler: async (user: AdminUser) => ({ documentId: await own(user) }),
    },
    {
      name: OWN_FILES,
      displayName: 'Alleen bestanden van de eigen wijken, of zelf geüpload en nog niet gebruikt',
      category: 'wijk',
      handler: async (user: AdminUser) => ({
        $or: [{ wijkKey: await own(user) }, { wijkKey: { $eq: null }, 'createdBy.id': { $eq: user.id } }],
      }),
    },
  ])
}

function permissions(strapi: Core.Strapi): Permission[] {
  const granted: Permission[] = []
  for (const { uid } of ENTRY_TYPES) {
    const fields = Object.keys(strapi.contentType(uid).attributes).filter((name) => !NOT_TYPED.has(name))
    for (const act of ['create', 'read', 'update', 'delete', 'publish'])
      granted.push({
        action: `plugin::content-manager.explorer.${act}`,
        subject: uid,
        properties: act === 'delete' || act === 'publish' ? {} : { fields },
        conditions: [`api::${OWN_ENTRIES}`],
      })
  }
  const ofWijk = { read: [...WIJK_FIELDS, ...READ_ONLY_WIJK_FIELDS], update: WIJK_FIELDS }
  for (const [act, fields] of Object.entries(ofWijk))
    granted.push({
      action: `plugin::content-manager.explorer.${act}`,
      subject: WIJK,
      properties: { fields },
      conditions: [`api::${OWN_WIJK}`],
    })
  for (const act of ['read', 'assets.create', 'assets.update', 'assets.download'])
    granted.push({
      action: `plugin::upload.${act}`,
      subject: null,
      properties: {},
      // What does not exist yet has no wijk to compare.
      conditions: act === 'assets.create' ? [] : [`api::${OWN_FILES}`],
    })
  return granted
}

/** Attributes that Strapi or our own code sets. */
const NOT_TYPED = new Set([
  'wijkKey',
  'organisationKey',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
])
