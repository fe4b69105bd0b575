import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { WIJK } from '../entries/entry-types.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import type { Ability } from '../roles/roles.ts'
import { chooseWijk, currentWijk } from './current-wijk.ts'
import { wijkOf } from './opened-entry.ts'
import { askedEntry } from '../routes/asked-entry.ts'

/** What the admin panel knows of whoever is signed in. */
export interface Me {
  readonly name: string
  readonly isOperator: boolean
  /** What he may do in his wijken; an operator's list is empty, as he may do everything. */
  readonly abilities: readonly Ability[]
  /** By name. */
  readonly wijken: readonly { readonly documentId: string; readonly name: string }[]
  /** documentId of the wijk that he works in now; null for all of his. */
  readonly currentWijk: string | null
}

export function meRoute(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /me': (asker) => meOf(strapi, asker),
    /** To which wijk an entry belongs; null for one that is not his to see. */
    async 'GET /wijk-of'({ within }, ctx) {
      const documentId = await wijkOf(strapi, askedEntry(ctx.query))
      if (documentId === null || (within && !within.includes(documentId))) return null
      return strapi.db.query(WIJK).findOne({ where: { documentId }, select: ['documentId', 'name'] })
    },
    async 'PUT /me/wijk'({ person, within }, ctx) {
      const { wijk } = (ctx.request.body ?? {}) as { wijk?: unknown }
      if (wijk !== null && typeof wijk !== 'string') throw new errors.ValidationError('wijk is needed')
      await chooseWijk(strapi, { person: person.id, within }, wijk)
      return { currentWijk: wijk }
    },
  })
}

async function meOf(strapi: Core.Strapi, { person, editor, within }: Asker): Promise<Me> {
  const wijken = (await strapi.db.query(WIJK).findMany({
    where: within ? { documentId: { $in: within } } : {},
    select: ['documentId', 'name'],
    orderBy: { name: 'asc' },
  })) as { documentId: string; name: string }[]
  return {
    name: person.name,
    isOperator: editor === null,
    abilities: [...(editor?.abilities ?? [])],
    currentWijk: await currentWijk(strapi, { person: person.id, within }),
    wijken: wijken.map(({ documentId, name }) => ({ documentId, name })),
  }
}
