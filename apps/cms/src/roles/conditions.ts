import type { Core } from '@strapi/strapi'
import { wijkenOf } from '../walls/editor.ts'

/** Conditions of permissions, as Strapi names them. */
export const OWN_ENTRIES = 'api::own-entries'
export const OWN_WORK = 'api::own-work'
export const OWN_WIJK = 'api::own-wijk'
export const OWN_FILES = 'api::own-files'
export const OWN_UPLOADS = 'api::own-uploads'

interface AdminUser {
  readonly id: number
}

/** Teaches Strapi what is somebody's own. On a plain key, not through a relation: some of its routes load entries without relations. */
export async function registerConditions(strapi: Core.Strapi): Promise<void> {
  const ofOwnWijk = async (user: AdminUser) => ({ $in: [...(await wijkenOf(strapi, user.id))] })
  const ofHimself = (user: AdminUser) => ({ $eq: user.id })
  const conditions: [id: string, displayName: string, handler: (user: AdminUser) => Promise<object>][] = [
    [OWN_ENTRIES, 'Alleen van de eigen wijken', async (user) => ({ wijkKey: await ofOwnWijk(user) })],
    [
      OWN_WORK,
      'Alleen zelf gemaakt, in de eigen wijken',
      async (user) => ({ wijkKey: await ofOwnWijk(user), 'createdBy.id': ofHimself(user) }),
    ],
    [OWN_WIJK, 'Alleen de eigen wijken zelf', async (user) => ({ documentId: await ofOwnWijk(user) })],
    [
      OWN_FILES,
      'Alleen bestanden van de eigen wijken, of zelf geüpload en nog niet gebruikt',
      async (user) => ({
        $or: [
          { wijkKey: await ofOwnWijk(user) },
          { wijkKey: { $eq: null }, 'createdBy.id': ofHimself(user) },
        ],
      }),
    ],
    [
      OWN_UPLOADS,
      'Alleen bestanden die zelf zijn geüpload',
      async (user) => ({
        'createdBy.id': ofHimself(user),
        $or: [{ wijkKey: await ofOwnWijk(user) }, { wijkKey: { $eq: null } }],
      }),
    ],
  ]
  await strapi.service('admin::permission')['conditionProvider'].registerMany(
    conditions.map(([id, displayName, handler]) => ({
      name: id.slice('api::'.length),
      displayName,
      category: 'wijk',
      handler,
    })),
  )
}
