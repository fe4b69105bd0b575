import type { Core, UID } from '@strapi/strapi'
import type { DocumentData } from './document-call.ts'
import { entryTypeOf } from './entry-types.ts'
import { PHOTO } from './fields/photo.ts'
import { componentFields } from './media-places.ts'
import { refusal } from './refusal.ts'

/** Routes that write an entry. */
const ACTIONS = ['create', 'update', 'publish', 'clone']

/**
 * Takes the number of a file in the place of a photo, as a script may write it; what is no component at all is refused
 * at its field. Strapi answers both with an error of its own making. Before the walls, which look into components.
 * To be called while registering, before the routes are made.
 */
export function takeBarePhotos(strapi: Core.Strapi): void {
  strapi
    .get('controllers')
    .extend('plugin::content-manager.collection-types', (controller: Core.Controller) => {
      const taking: Record<string, Core.ControllerHandler> = { ...controller }
      for (const action of ACTIONS) {
        const original = controller[action]
        if (!original) throw new Error(`[entries] the collection types have no ${action}`)
        taking[action] = (ctx, next) => {
          const uid = String(ctx.params['model'])
          const body: unknown = ctx.request.body
          if (entryTypeOf(uid) && typeof body === 'object' && body !== null)
            ctx.request.body = wholePhotos(strapi, uid as UID.ContentType, body as DocumentData)
          return original.call(controller, ctx, next)
        }
      }
      return taking
    })
}

function wholePhotos(strapi: Core.Strapi, uid: UID.ContentType, body: DocumentData): DocumentData {
  const whole = componentFields(strapi, uid).flatMap(([field, component]) => {
    const given = body[field]
    if (given === undefined || given === null) return []
    const read = (value: unknown) => {
      if (typeof value === 'object' && value !== null) return value
      if (component === PHOTO && /^\d+$/.test(String(value))) return { file: Number(value) }
      throw refusal(field, `Dit veld verwacht een formulier met velden, niet ‘${String(value)}’.`)
    }
    return [[field, Array.isArray(given) ? given.map(read) : read(given)] as const]
  })
  return { ...body, ...Object.fromEntries(whole) }
}
