/**
 * Where files can be in an entry. Read from the content types themselves, so that a new field is watched, walled and
 * counted in the version of its entry without being named anywhere else.
 */
import type { Core, UID } from '@strapi/strapi'
import { readRelationInput, refuseOddParts, type Reference } from './relation-input.ts'

/** An attribute that holds files: of the type itself, or of a component that the type has under `field`. */
export interface MediaPlace {
  readonly field: string
  readonly component: { readonly uid: UID.Component; readonly field: string } | null
}

/** What `populate` has to say to get every file of an entry, and every component. */
export type Populate = Readonly<Record<string, object>>

interface Attribute {
  readonly type: string
  readonly component?: UID.Component
}

/** The columns of a file that its site shows, and whose it is. */
const SHOWN = ['id', 'url', 'bytesVersion', 'focalPoint', 'size', 'taggedPdf', 'wijkKey', 'formerWijkKeys']

/** The attributes of a content type or component that are components themselves, with what each is. */
export function componentFields(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
): readonly (readonly [field: string, component: UID.Component])[] {
  return Object.entries(attributesOf(strapi, uid)).flatMap(([field, { type, component }]) =>
    type === 'component' && component ? [[field, component] as const] : [],
  )
}

export function mediaPlaces(strapi: Core.Strapi, uid: UID.ContentType): readonly MediaPlace[] {
  return [
    ...mediaFields(strapi, uid).map((field) => ({ field, component: null })),
    ...componentFields(strapi, uid).flatMap(([field, component]) =>
      mediaFields(strapi, component).map((file) => ({ field, component: { uid: component, field: file } })),
    ),
  ]
}

/** Everything of an entry that stands in tables of its own, but for its links to other entries. */
export function wholeEntry(strapi: Core.Strapi, uid: UID.ContentType): Populate {
  const files = (of: UID.ContentType | UID.Component): Record<string, object> =>
    Object.fromEntries(mediaFields(strapi, of).map((field) => [field, { select: SHOWN }]))
  const components = componentFields(strapi, uid).map(([field, component]) => [
    field,
    { populate: files(component) },
  ])
  return { ...files(uid), ...(Object.fromEntries(components) as Record<string, object>) }
}

/** Every file that a write would link; refuses a shape that is not known (relation-input.ts). */
export function askedFiles(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  data: Readonly<Record<string, unknown>> | undefined,
): readonly Reference[] {
  return mediaPlaces(strapi, uid).flatMap(({ field, component }) => {
    const value = data?.[field]
    if (!component) return readRelationInput(field, value)?.linked ?? []
    refuseOddParts(field, value)
    return componentsIn(value).flatMap((one) => readRelationInput(field, one[component.field])?.linked ?? [])
  })
}

/** The components under a field, be it one or a list. */
export function componentsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return [value]
    .flat()
    .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
}

/** The attributes of a content type or component that hold files themselves. */
export function mediaFields(strapi: Core.Strapi, uid: UID.ContentType | UID.Component): string[] {
  return Object.entries(attributesOf(strapi, uid)).flatMap(([field, { type }]) =>
    type === 'media' ? [field] : [],
  )
}

function attributesOf(
  strapi: Core.Strapi,
  uid: UID.ContentType | UID.Component,
): Readonly<Record<string, Attribute>> {
  return strapi.getModel(uid).attributes
}
