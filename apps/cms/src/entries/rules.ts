import type { Core } from '@strapi/strapi'
import { askedWijk, existingWijk } from './asked-wijk.ts'
import { refuseCopiedPhotos } from './body.ts'
import { onDocuments, type DocumentCall, type DocumentData } from './document-call.ts'
import { entryTypeOf, type EntryType } from './entry-types.ts'
import { entrySlug } from './entry-slug.ts'
import { refusal } from './refusal.ts'

/** What an entry is now, as far as the rules need to know. */
interface CurrentEntry {
  readonly id: number
  readonly title: string | null
  readonly slug: string | null
  readonly wijkKey: string | null
  readonly publishedFirstAt?: string | null
}

/**
 * What holds for every entry, whoever writes it: it belongs to a wijk, it has an address of its own there, its
 * text holds no copies of photos, and it remembers when residents could first read it.
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
      default:
        return next()
    }
  })
}

async function completed(strapi: Core.Strapi, type: EntryType, call: DocumentCall): Promise<DocumentData> {
  const { documentId, data = {}, status } = call.params
  const current = documentId === undefined ? null : await draftOf(strapi, type, documentId)
  const wijkKey = await wijkOf(strapi, data['wijk'], current)
  refuseCopiedPhotos(data['body'])

  const slug = await entrySlug(strapi, type, {
    // A clone is a new entry beside its source.
    documentId: call.action === 'clone' ? undefined : documentId,
    wijkKey,
    given: data['slug'],
    title: data['title'] ?? current?.title,
    current: call.action === 'clone' ? null : current,
  })
  return {
    ...data,
    wijkKey,
    slug,
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
  if (type.kind === 'article' && !draft.publishedFirstAt)
    await strapi.db
      .query(type.uid)
      .update({ where: { id: draft.id }, data: { publishedFirstAt: new Date().toISOString() } })
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
