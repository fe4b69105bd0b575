import type { Core } from '@strapi/strapi'
import { entryTypeOf } from '../entries/entry-types.ts'
import type { Editor } from './editor.ts'

type Context = Parameters<Core.ControllerHandler>[0]

/** Who made something and who wrote it last: Strapi gives the whole account along, with its e-mail address. */
const MAKERS = new Set(['createdBy', 'updatedBy'])

/**
 * Takes out of an answer of Strapi what an editor need not know of who made things: a name is enough. What is told of
 * the other version of an entry goes as a whole where that one is not of his wijken: of one that moves the live one is still of the wijk that it leaves.
 * To be called when a route has answered.
 */
export async function tellNamesOnly(strapi: Core.Strapi, ctx: Context, editor: Editor): Promise<void> {
  const body: unknown = ctx.body
  if (!isPlain(body) && !Array.isArray(body)) return
  const told = withNames(body) as { meta?: { availableStatus?: readonly { readonly id: number }[] } }
  const others = told.meta?.availableStatus ?? []
  const type = entryTypeOf(String(ctx.params['model']))
  if (type && told.meta && others.length > 0) {
    const rows = (await strapi.db.query(type.uid).findMany({
      where: { id: { $in: others.map(({ id }) => id) }, wijkKey: { $in: [...(await editor.wijken())] } },
      select: ['id'],
    })) as { id: number }[]
    const own = new Set(rows.map(({ id }) => id))
    told.meta = { ...told.meta, availableStatus: others.filter(({ id }) => own.has(id)) }
  }
  ctx.body = told
}

function withNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNames)
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      MAKERS.has(key) && isPlain(one) ? nameIn(one) : withNames(one),
    ]),
  )
}

// The panel shows who has no first name by his e-mail address.
const nameIn = ({ id, firstname, lastname }: Record<string, unknown>) =>
  firstname
    ? { id, firstname, lastname }
    : { id, firstname: lastname || 'Iemand zonder naam', lastname: null }

/** Whether something is an object as JSON knows them: a date or a stream is none. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
