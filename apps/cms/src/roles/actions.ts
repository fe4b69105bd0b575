import type { Core } from '@strapi/strapi'

/** Permission to read who did what in whole wijken; the admin panel shows its page by it. */
export const READ_TRAIL = 'admin::trail.read'

/** Permission to see who works in a wijk and to invite others; the admin panel shows its page by it. */
export const INVITE = 'admin::people.invite'

/** Teaches Strapi the permissions that it does not know. To be called while registering: an operator gets all there are. */
export function registerActions(strapi: Core.Strapi): void {
  const names = { [READ_TRAIL]: 'Lezen wie wat deed', [INVITE]: 'Mensen uitnodigen' }
  void strapi.service('admin::permission')['actionProvider'].registerMany(
    Object.entries(names).map(([action, displayName]) => ({
      section: 'settings',
      category: 'wijkpers',
      displayName,
      uid: action.slice('admin::'.length),
      pluginName: 'admin',
    })),
  )
}
