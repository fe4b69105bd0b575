/** What a list may be asked to order or filter by: fields that are shown, of the thing itself or of what it points at. */
import { refusal } from '../entries/refusal.ts'

/** What this looks at of an attribute of a content type or component. */
export interface ListedAttribute {
  readonly type: string
  readonly private?: boolean
  readonly relation?: string
  readonly target?: string
  readonly component?: string
}

/** The attributes of a content type or component, by its uid. */
export type AttributesOf = (uid: string) => Readonly<Record<string, ListedAttribute>>

/** People and folders: which one may be asked, what they are called may not. They are of all wijken. */
const NAMELESS = new Set(['admin::user', 'plugin::upload.folder'])

/** Of every row; `status` is an order of Strapi's own: draft, changed, live. */
const OF_EVERY_ROW = new Set(['id', 'documentId', 'status'])

/**
 * Refuses an order or a filter that the database cannot make, or that would tell about what is not shown: by asking "does
 * the password begin with a?" often enough, anything can be read.
 */
export function refuseUnsoundQuery(
  attributesOf: AttributesOf,
  uid: string,
  { filters, sort }: { readonly filters?: unknown; readonly sort?: unknown },
): void {
  for (const path of filteredBy(withoutStatus(filters)))
    if (!isShown(attributesOf, uid, path))
      throw refusal('filters', `Filteren op ‘${path.join('.')}’ kan niet. Kies een ander veld.`)
  for (const path of sortedBy(sort))
    if (!isOrder(attributesOf, uid, path))
      throw refusal('sort', `Sorteren op ‘${path.join('.')}’ kan niet. Kies een ander veld.`)
}

type Path = readonly string[]

/** What Strapi's own filter "Status" above a list asks for; no field, so it is known only where Strapi looks for it. */
const STATUSES: ReadonlySet<unknown> = new Set([
  'draft',
  'published',
  'published-modified',
  'published-unmodified',
])

function withoutStatus(filters: unknown): unknown {
  if (!isObject(filters) || !Array.isArray(filters['$and'])) return filters
  return { ...filters, $and: filters['$and'].filter((one) => !isStatus(one)) }
}

function isStatus(filter: unknown): boolean {
  if (!isObject(filter) || Object.keys(filter).join() !== '__status') return false
  const asked = filter['__status']
  return isObject(asked) && Object.keys(asked).join() === '$eq' && STATUSES.has(asked['$eq'])
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function isShown(attributesOf: AttributesOf, uid: string, [field = '', of, ...further]: Path): boolean {
  if (OF_EVERY_ROW.has(field)) return of === undefined
  const attribute = attributeOf(attributesOf(uid), field)
  if (!attribute || attribute.relation?.startsWith('morph')) return false
  const target = targetOf(attribute)
  if (target === null) return of === undefined && !isHidden(attribute)
  if (of === undefined) return true
  if (further.length > 0) return false
  if (of === 'id' || of === 'documentId') return true
  const there = NAMELESS.has(target) ? undefined : attributeOf(attributesOf(target), of)
  return there !== undefined && targetOf(there) === null && !isHidden(there)
}

/** By what a row shows, or what it points at does: of that one, a number is no order. */
const isOrder = (attributesOf: AttributesOf, uid: string, path: Path) =>
  isShown(attributesOf, uid, path) &&
  !isLink(attributesOf(uid)[path.at(-1)!], path) &&
  !(path.length === 2 && OF_EVERY_ROW.has(path[1]!))

const attributeOf = (attributes: ReturnType<AttributesOf>, name: string) =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined

const isLink = (attribute: ListedAttribute | undefined, path: Path) =>
  path.length === 1 && attribute !== undefined && targetOf(attribute) !== null

const isHidden = (attribute: ListedAttribute) => attribute.private === true || attribute.type === 'password'

function targetOf({ type, target, component }: ListedAttribute): string | null {
  if (type === 'media') return 'plugin::upload.file'
  if (type === 'component') return component ?? ''
  return type === 'relation' ? (target ?? '') : null
}

/** `{ $and: [{ wijk: { id: 1 } }] }` asks for `wijk.id`. */
function filteredBy(filters: unknown, before: Path = []): Path[] {
  if (Array.isArray(filters)) return filters.flatMap((one) => filteredBy(one, before))
  if (!isObject(filters)) return before.length > 0 ? [before] : []
  return Object.entries(filters).flatMap(([key, value]) =>
    filteredBy(value, key.startsWith('$') ? before : [...before, key]),
  )
}

/** `'name:ASC,wijk.name'`, a list of those, or `{ wijk: { name: 'asc' } }`. */
function sortedBy(sort: unknown, before: Path = []): Path[] {
  if (Array.isArray(sort)) return sort.flatMap((one) => sortedBy(one, before))
  if (typeof sort === 'object' && sort !== null)
    return Object.entries(sort).flatMap(([key, value]) =>
      typeof value === 'string' ? [[...before, key]] : sortedBy(value, [...before, key]),
    )
  if (typeof sort !== 'string') return []
  return sort.split(',').flatMap((one) => {
    const path = one.split(':')[0]!.trim()
    return path === '' ? [] : [[...before, ...path.split('.')]]
  })
}
