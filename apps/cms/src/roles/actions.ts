import type { Core } from '@strapi/strapi'

/** Permission to read who did what in whole wijken; the admin panel shows its page by it. */
export const READ_TRAIL = 'admin::trail.read'

/** Teaches Strapi the permissions that it does not know. To be called while registering: an operator gets all there are. */
export function registerActions(strapi: Core.Strapi): void {
  void strapi.service('admin::permission')['actionProvider'].registerMany([
    {
      section: 'settings',
      category: 'wijkpers',
      displayName: 'Lezen wie wat deed',
      uid: READ_TRAIL.slice('admin::'.length),
      pluginName: 'admin',
    },
  ])
}
