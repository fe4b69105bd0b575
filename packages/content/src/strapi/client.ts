/** The CMS as the rest of Wijkpers sees it: the closed GraphQL queries with typed answers. */
import { ClientError, GraphQLClient } from 'graphql-request'
import type { z } from 'zod'
import { parseCleanJson } from '../clean-json.ts'
import type { EntryId, WijkId } from '../ids.ts'
import {
  type Changes,
  CmsUnavailableError,
  type Held,
  InvalidContentError,
  type Manifest,
  OriginalGoneError,
  type ReceiptReport,
  type VersionedEntry,
  type WijkRevision,
  type WithdrawnFile,
} from './answers.ts'
import {
  WIJKEN,
  MANIFEST,
  CHANGES,
  ENTRIES,
  DRAFTS,
  WITHDRAWN,
  REPORT_RECEIPT,
  HOLD_WIJK,
  RESUME_WIJK,
  IMPORT_WIJK,
} from './documents.ts'
import { entrySchema, expirySchema } from './entry-schema.ts'
import {
  changesSchema,
  draftsSchema,
  entriesSchema,
  manifestSchema,
  wijkenSchema,
  wijkRevisionSchema,
  withdrawnSchema,
} from './schema.ts'

/** Told of a wijk in a list that cannot be read, and why. */
type OnUnreadable = (wijk: WijkId, error: InvalidContentError) => void

export interface CmsClient {
  /** Without those that cannot be read: each of them is told. */
  wijken(onUnreadable?: OnUnreadable): Promise<WijkRevision[]>
  /** Null when the CMS never knew this wijk. */
  manifest(wijk: WijkId): Promise<Manifest | null>
  /** Null when the CMS never knew this wijk. */
  changes(wijk: WijkId, since: number): Promise<Changes | null>
  /** Published entries by id, with the revision at which they were read. */
  entries(wijk: WijkId, ids: readonly EntryId[]): Promise<{ revision: number; entries: VersionedEntry[] }>
  /** Entries as they are being written, published or not. `secret` is the setting PREVIEW_SECRET. */
  drafts(wijk: WijkId, ids: readonly EntryId[], secret: string): Promise<VersionedEntry[]>
  /**
   * Files that were thrown away, with the wijk they belonged to: nobody may get them any more. All of them, or those since an
   * instant (ISO in UTC); one may appear a while after its instant, when its transaction ends.
   */
  withdrawn(since: string | null): Promise<WithdrawnFile[]>
  reportReceipt(receipt: ReceiptReport): Promise<void>
  /** Holds a wijk at a release, or at another one than before; with `instead` only while it is held as that says. */
  hold(wijk: WijkId, held: Held, instead?: Held): Promise<void>
  /** Lets a held wijk go on to its newest content. */
  resume(wijk: WijkId): Promise<void>
  /** Writes a wijk with its entries at once; answers its id. The shape of `data` is the CMS's to check. */
  importWijk(data: unknown): Promise<WijkId>
  /** The bytes of an original photo, by its path on the CMS. */
  original(url: string): Promise<Uint8Array>
}

export interface CmsClientOptions {
  /** Address of the CMS, such as `http://127.0.0.1:1337`. */
  readonly url: string
  readonly token: string
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs?: number
  readonly fetch?: typeof globalThis.fetch
}

/** A client of the CMS's closed GraphQL. Throws CmsUnavailableError, InvalidContentError and OriginalGoneError only. */
export function createCmsClient({
  url,
  token,
  timeoutMs = 15_000,
  fetch = globalThis.fetch,
}: CmsClientOptions): CmsClient {
  const client = new GraphQLClient(`${url}/graphql`, {
    headers: { authorization: `Bearer ${token}` },
    jsonSerializer: { parse: parseCleanJson, stringify: JSON.stringify },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  })

  async function ask(query: string, variables: object = {}): Promise<unknown> {
    try {
      return await client.request(query, variables)
    } catch (cause) {
      throw new CmsUnavailableError(`[cms] ${url}/graphql: ${reason(cause)}`, { cause })
    }
  }

  return {
    async wijken(onUnreadable) {
      const rows = parse(wijkenSchema, await ask(WIJKEN), 'the list of wijken').wijken
      return rows.flatMap((row) => {
        try {
          return parse(wijkRevisionSchema, row, `wijk ${row.id} in the list of wijken`)
        } catch (error) {
          if (!(error instanceof InvalidContentError)) throw error
          onUnreadable?.(row.id, error)
          return []
        }
      })
    },
    async manifest(wijk) {
      return parse(manifestSchema, await ask(MANIFEST, { wijk }), `the manifest of wijk ${wijk}`).manifest
    },
    async changes(wijk, since) {
      const { changes } = parse(
        changesSchema,
        await ask(CHANGES, { wijk, since }),
        `the changes of wijk ${wijk}`,
      )
      return changes && { ...changes, entries: changes.entries.map(versioned) }
    },
    async entries(wijk, ids) {
      const answer = parse(
        entriesSchema,
        await ask(ENTRIES, { wijk, ids }),
        `entries of wijk ${wijk}`,
      ).entries
      return {
        revision: answer.revision,
        entries: answer.entries.map(versioned),
      }
    },
    async drafts(wijk, ids, previewSecret) {
      const answer = await ask(DRAFTS, { wijk, ids, previewSecret })
      return parse(draftsSchema, answer, `drafts of wijk ${wijk}`).drafts?.entries.map(versioned) ?? []
    },
    async withdrawn(since) {
      return parse(withdrawnSchema, await ask(WITHDRAWN, { since }), 'the files that were thrown away')
        .withdrawn
    },
    async reportReceipt(receipt) {
      await ask(REPORT_RECEIPT, { receipt })
    },
    async hold(wijk, held, instead) {
      await ask(HOLD_WIJK, { wijk, held, instead: instead ?? null })
    },
    async resume(wijk) {
      await ask(RESUME_WIJK, { wijk })
    },
    async importWijk(data) {
      const answer = (await ask(IMPORT_WIJK, { data })) as { importWijk: WijkId }
      return answer.importWijk
    },
    async original(path) {
      const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(timeoutMs) }).catch(
        (cause: unknown) => {
          throw new CmsUnavailableError(`[cms] ${url}${path}: ${reason(cause)}`, { cause })
        },
      )
      if (response.status === 404) throw new OriginalGoneError(`[cms] ${url}${path} is not there`)
      if (!response.ok) throw new CmsUnavailableError(`[cms] ${url}${path}: answered ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

function versioned(raw: { id: EntryId; version: string; [key: string]: unknown }): VersionedEntry {
  const title = String(raw['name'] ?? raw['title'])
  const what = `entry ${raw.id} (${title})`
  const expiry = parse(expirySchema, raw, what, title)
  return { version: raw.version, entry: parse(entrySchema, raw, what, title), ...expiry }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string, title: string | null = null): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = deepest(result.error.issues[0]!)
  throw new InvalidContentError(`[cms] ${what}: ${issue.path.join('.') || 'answer'} ${issue.message}`, {
    cause: result.error,
    title,
  })
}

// A union says only "Invalid input"; the branch that got furthest says what is wrong.
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors
    .flatMap((branch) => (branch[0] ? [deepest(branch[0])] : []))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return inner ? { path: [...issue.path, ...inner.path], message: inner.message } : issue
}

function reason(cause: unknown): string {
  if (cause instanceof ClientError) {
    const { errors, status } = cause.response
    return errors?.map((error) => error.message).join('; ') ?? `answered ${status}`
  }
  if (cause instanceof Error)
    return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message
  return String(cause)
}
