import type { Core } from '@strapi/strapi'
import { wijkenOf } from '../walls/editor.ts'

interface AdminUser {
  readonly id: number
  readonly roles?: readonly { readonly id: number }[]
}

interface Engine {
  generateUserAbility(user: AdminUser): Promise<object>
}

/**
 * Has what somebody may do worked out again only when that can be another: Strapi weighs each of his permissions, with its
 * conditions, for every request. All that it follows from is read anew with each request: his roles, his wijken
 * (conditions.ts) and whether any permission was changed. To be called while bootstrapping, when there is a database.
 */
export function keepAbilities(strapi: Core.Strapi): void {
  const engine = strapi.service('admin::permission')['engine'] as Engine
  const workOut = engine.generateUserAbility.bind(engine)
  const kept = new Map<number, { readonly from: string; readonly ability: object }>()

  engine.generateUserAbility = async (user) => {
    const roles = user.roles?.map(({ id }) => id).toSorted((a, b) => a - b) ?? null
    const wijken = (await wijkenOf(strapi, user.id)).toSorted()
    const from = JSON.stringify([roles, wijken, await permissionsNow(strapi)])
    const known = kept.get(user.id)
    if (roles && known?.from === from) return known.ability
    const ability = await workOut(user)
    kept.set(user.id, { from, ability })
    return ability
  }
}

/** Differs whenever a permission was given, taken away or changed. */
async function permissionsNow(strapi: Core.Strapi): Promise<unknown> {
  const table = strapi.db.metadata.get('admin::permission').tableName
  return strapi.db.connection(table).count('* as count').max({ newest: 'id', changed: 'updated_at' }).first()
}
