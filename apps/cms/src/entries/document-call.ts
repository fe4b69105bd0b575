import type { Core, UID } from '@strapi/strapi'

/** One call to Strapi's document service, as a middleware sees it. `params` may be replaced before `next`. */
export interface DocumentCall {
  readonly uid: UID.ContentType
  readonly action: string
  params: DocumentParams
}

export interface DocumentParams {
  readonly documentId?: string
  readonly status?: 'draft' | 'published'
  readonly data?: DocumentData
  readonly filters?: unknown
  readonly [key: string]: unknown
}

export type DocumentData = Readonly<Record<string, unknown>>

/** What a write answers: the document, or the document with the rows that were written. */
export interface WrittenDocument {
  readonly documentId?: string
}

export type DocumentMiddleware = (call: DocumentCall, next: () => Promise<unknown>) => Promise<unknown>

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'delete', 'clone', 'discardDraft'])

export function isWrite(call: DocumentCall): boolean {
  return WRITES.has(call.action)
}

/**
 * Adds a middleware around every document service call; the first added is the outermost.
 * Strapi's own type of the middleware is a union over all content types, which says less than ours.
 */
export function onDocuments(strapi: Core.Strapi, middleware: DocumentMiddleware): void {
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0])
}

/** The document service as code that takes any content type can use it: Strapi's types know no empty fields. */
export interface Documents {
  create(params: DocumentParams): Promise<{ readonly documentId: string }>
  update(params: DocumentParams): Promise<{ readonly documentId: string } | null>
  publish(params: { readonly documentId: string }): Promise<unknown>
  unpublish(params: { readonly documentId: string }): Promise<unknown>
  count(params: DocumentParams): Promise<number>
}

export function documentsOf(strapi: Core.Strapi, uid: UID.ContentType): Documents {
  return strapi.documents(uid) as unknown as Documents
}
