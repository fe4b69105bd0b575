import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { ORGANISATION, WIJK } from '../entries/entry-types.ts'
import { forbidden } from '../entries/refusal.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import { SENDERS, type Sender } from './tables.ts'

/** For whom somebody writes in one of his wijken, and between which organisations there he can choose. */
export interface SenderChoice {
  readonly wijk: string
  readonly name: string
  /** documentId; null for nobody. */
  readonly organisation: string | null
  readonly organisations: readonly { readonly documentId: string; readonly name: string }[]
}

/** The organisation that somebody writes for in a wijk; null for none, or when it is there no longer. */
export async function senderIn(strapi: Core.Strapi, person: number, wijk: string): Promise<string | null> {
  const sender = (await strapi.db.query(SENDERS).findOne({ where: { person, wijk } })) as Sender | null
  return sender && (await isOrganisationOf(strapi, wijk, sender.organisation)) ? sender.organisation : null
}

/** Lets a professional say for which organisation he writes, wijk by wijk. */
export function senderRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /me/senders': (asker) => choicesOf(strapi, asker),
    async 'PUT /me/sender'({ person, editor, within }, ctx) {
      const { wijk, organisation } = (ctx.request.body ?? {}) as Record<string, unknown>
      if (typeof wijk !== 'string' || (organisation !== null && typeof organisation !== 'string'))
        throw new errors.ValidationError('wijk and organisation are needed')
      const isHis = editor?.abilities.has('represent') && within?.includes(wijk)
      if (!isHis || (organisation !== null && !(await isOrganisationOf(strapi, wijk, organisation))))
        throw forbidden('Kies een organisatie in een van je eigen wijken.')
      await strapi.db.query(SENDERS).deleteMany({ where: { person: person.id, wijk } })
      if (organisation !== null)
        await strapi.db.query(SENDERS).create({ data: { person: person.id, wijk, organisation } })
      return { wijk, organisation }
    },
  })
}

async function choicesOf(strapi: Core.Strapi, asker: Asker): Promise<SenderChoice[]> {
  const { person, editor } = asker
  const within = await asker.listed()
  if (!within || !editor?.abilities.has('represent')) return []
  const wijken = (await strapi.db.query(WIJK).findMany({
    where: { documentId: { $in: within } },
    select: ['documentId', 'name'],
    orderBy: { name: 'asc' },
  })) as { documentId: string; name: string }[]
  const choices: SenderChoice[] = []
  for (const { documentId: wijk, name } of wijken) {
    const organisations = (await strapi.db.query(ORGANISATION).findMany({
      where: { wijkKey: wijk, publishedAt: { $null: true } },
      select: ['documentId', 'name'],
      orderBy: { name: 'asc' },
    })) as { documentId: string; name: string | null }[]
    choices.push({
      wijk,
      name,
      organisation: await senderIn(strapi, person.id, wijk),
      organisations: organisations.map((each) => ({
        documentId: each.documentId,
        name: each.name ?? 'Zonder naam',
      })),
    })
  }
  return choices
}

async function isOrganisationOf(strapi: Core.Strapi, wijk: string, documentId: string): Promise<boolean> {
  const found = await strapi.db.query(ORGANISATION).count({ where: { documentId, wijkKey: wijk } })
  return found > 0
}
