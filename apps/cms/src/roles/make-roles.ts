import type { Core } from '@strapi/strapi'
import { registerConditions } from './conditions.ts'
import { permissionsFor, type Permission } from './permissions.ts'
import { OPERATOR, OPERATOR_ROLE, ROLES } from './roles.ts'

interface RoleRow {
  readonly id: number
}

interface Roles {
  findOne(where: object): Promise<RoleRow | null>
  create(role: object): Promise<RoleRow>
  update(where: object, role: object): Promise<unknown>
  deleteByIds(ids: readonly number[]): Promise<unknown>
  getUsersCount(role: number): Promise<number>
  assignPermissions(role: number, permissions: readonly Permission[]): Promise<unknown>
}

/** Roles that Strapi makes at its first start; theirs is every wijk, so nobody may have them. */
const STRAPIS_OWN = ['strapi-editor', 'strapi-author']

/** Makes the roles and gives each exactly its permissions, on every start: they are code, not clicks. */
export async function makeRoles(strapi: Core.Strapi): Promise<void> {
  await registerConditions(strapi)
  const roles = strapi.service('admin::role') as unknown as Roles
  await roles.update({ code: OPERATOR }, OPERATOR_ROLE)
  for (const [code, { name, description, abilities }] of Object.entries(ROLES)) {
    const role = (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }))
    await roles.update({ id: role.id }, { name, description })
    await roles.assignPermissions(role.id, permissionsFor(strapi, abilities))
  }
  for (const code of STRAPIS_OWN) {
    const role = await roles.findOne({ code })
    if (role && (await roles.getUsersCount(role.id)) === 0) await roles.deleteByIds([role.id])
  }
}
