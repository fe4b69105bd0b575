import type { Core, UID } from '@strapi/strapi'
import { ENTRY_TYPES } from './entry-types.ts'
import { componentFields } from './media-places.ts'

/** Attributes that Strapi or our own code sets. */
const NOT_TYPED = new Set([
  'wijkKey',
  ...ENTRY_TYPES.flatMap(({ links }) => links.map(({ key }) => key)),
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
])

/** The fields of an entry that a person fills in, as permissions name them: those of a component one by one (`photo.alt`). */
export function typedFields(strapi: Core.Strapi, uid: UID.ContentType): string[] {
  const components = new Map(componentFields(strapi, uid))
  return Object.keys(strapi.contentType(uid).attributes)
    .filter((name) => !NOT_TYPED.has(name))
    .flatMap((name) => {
      const component = components.get(name)
      if (!component) return [name]
      return Object.keys(strapi.getModel(component).attributes).map((field) => `${name}.${field}`)
    })
}
