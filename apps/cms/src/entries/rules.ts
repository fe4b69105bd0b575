import type { Core } from '@strapi/strapi'
import { inTransaction } from '../revisions/transaction.ts'
import { askedWijk, existingWijk } from './asked-wijk.ts'
import { onDocuments, type DocumentCall, type DocumentData } from './document-call.ts'
import { entryTypeOf, type EntryType } from './entry-types.ts'
import { entrySlug } from './entry-slug.ts'
import { linkByKey, organisationKeyOf, refuseMoveOfLinked } from './organisation-link.ts'
import { refusal } from './refusal.ts'
import { refuseUnfinished, soundFields } from './sound-fields.ts'

/** What an entry is now, as far as the rules need to know. */
interface CurrentEntry extends DocumentData {
  readonly id: number
  readonly slug: string | null
  readonly wijkKey: string | null
  readonly organisationKey?: string | null
  readonly publishedFirstAt?: string | null
}

/**
 * What holds for every entry, whoever writes it: it belongs to a wijk, it has an address of its own there, it
 * links within its wijk only, its fields make sense, and an article remembers when residents could first read it.
 * Must run inside the transaction of src/revisions: what it looks up and what is written belong together.
 */
export function keepEntryRules(strapi: Core.Strapi): void {
  onDocuments(strapi, async (call, next) => {
    const type = entryTypeOf(call.uid)
    if (!type) return next()
    switch (call.action) {
      case 'create':
      case 'update':
      case 'clone': {
        const data = await completed(strapi, type, call)
        call.params = { ...call.params, data }
        return next()
      }
      case 'publish':
        await beforePublish(strapi, type, call)
        return next()
      case 'discardDraft': {
        await beforeDiscard(strapi, type, call)
        const discarded = await next()
        await relink(strapi, type, call.params.documentId!)
        return discarded
      }
      default:
        return next()
    }
  })
}

async function completed(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<DocumentData> {
  const { documentId, data = {}, status } = call.params
  const current = documentId === undefined ? null : await draftOf(strapi, type, documentId)
  const wijkKey = await wijkOf(strapi, data['wijk'], current)
  const fields = soundFields(type.kind, data, current)
  if (status === 'published') refuseUnfinished(type.kind, { ...current, ...data })
  // A clone is a new entry beside its source.
  const itself = call.action === 'clone' ? null : current
  if (type.kind === 'organisation' && itself?.wijkKey && itself.wijkKey !== wijkKey)
    await refuseMoveOfLinked(strapi, documentId!)

  const slug = await entrySlug(strapi, type, {
    documentId: itself ? documentId : undefined,
    wijkKey,
    given: data['slug'],
    name: data[type.name.field] ?? current?.[type.name.field],
    current: itself,
  })
  return {
    ...data,
    ...fields,
    wijkKey,
    slug,
    ...(type.hasOrganisation
      ? {
          organisationKey: await organisationKeyOf(strapi, {
            input: data['organisation'],
            current: current?.organisationKey ?? null,
            wijkKey,
          }),
        }
      : {}),
    ...(status === 'published' && type.kind === 'article'
      ? {
          publishedFirstAt: data['publishedFirstAt'] ?? current?.publishedFirstAt ?? new Date().toISOString(),
        }
      : {}),
  }
}

async function beforePublish(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<void> {
  const draft = await draftOf(strapi, type, call.params.documentId!)
  if (!draft) return
  await wijkOf(strapi, undefined, draft)
  refuseUnfinished(type.kind, draft)
  if (type.kind === 'article' && !draft.publishedFirstAt)
    await strapi.db
      .query(type.uid)
      .update({ where: { id: draft.id }, data: { publishedFirstAt: new Date().toISOString() } })
}

// A saved move that is thrown away is a move back.
async function beforeDiscard(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<void> {
  if (type.kind !== 'organisation') return
  const documentId = call.params.documentId!
  const rows = (await strapi.db
    .query(type.uid)
    .findMany({ where: { documentId }, select: ['wijkKey'] })) as Pick<CurrentEntry, 'wijkKey'>[]
  if (new Set(rows.map(({ wijkKey }) => wijkKey)).size > 1) await refuseMoveOfLinked(strapi, documentId)
}

// The draft is made from the live row, which Strapi does not link to an organisation that is a draft itself.
async function relink(strapi: Core.Strapi, type: EntryType, documentId: string): Promise<void> {
  if (type.hasOrganisation)
    await inTransaction(strapi, ({ trx }) =>
      linkByKey(strapi, trx, type, { field: 'organisation', where: { 'e.document_id': documentId } }),
    )
}

async function draftOf(
  strapi: Core.Strapi,
  type: EntryType,
  documentId: string,
): Promise<CurrentEntry | null> {
  return (await strapi.db
    .query(type.uid)
    .findOne({ where: { documentId, publishedAt: { $null: true } } })) as CurrentEntry | null
}

/** The documentId of the wijk that an entry will belong to after the write. */
async function wijkOf(strapi: Core.Strapi, input: unknown, current: CurrentEntry | null): Promise<string> {
  const asked = await askedWijk(strapi, input)
  if (asked) return asked
  if (asked === null || !current?.wijkKey) throw refusal('wijk', 'Kies eerst de wijk waar dit bij hoort.')
  return existingWijk(strapi, { documentId: current.wijkKey })
}
