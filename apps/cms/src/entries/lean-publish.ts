import type { Core } from '@strapi/strapi'
import { onDocuments } from './document-call.ts'
import { entryTypeOf } from './entry-types.ts'

const PUBLISH = 'collection-types.publish'
const ON_THE_WAY = new Set(['findOne', 'update'])
/** What a permission may ask of an entry beside its own columns (roles/conditions.ts). */
const ASKED = { createdBy: true }

/**
 * Publish in the admin reads an entry, saves it, and publishes it. It has all that hangs on the entry read along each time, and
 * answers with that of the last step only; so the first two read no more than permissions ask.
 */
export function readLessOnTheWay(strapi: Core.Strapi): void {
  onDocuments(strapi, (call, next) => {
    if (ON_THE_WAY.has(call.action) && entryTypeOf(call.uid) && isPublishing(strapi))
      call.params = { ...call.params, populate: ASKED }
    return next()
  })
}

function isPublishing(strapi: Core.Strapi): boolean {
  const route = strapi.requestContext.get()?.state['route'] as { readonly handler?: unknown } | undefined
  return route?.handler === PUBLISH
}
