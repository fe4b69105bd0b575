/** The CMS as the rest of Wijkpers sees it: the closed GraphQL queries with typed answers. */
import { ClientError, gql, GraphQLClient } from 'graphql-request'
import type { z } from 'zod'
import { parseCleanJson } from '../clean-json.ts'
import type { Entry, Wijk } from '../entries.ts'
import type { FormerAddress } from '../former-addresses.ts'
import type { EntryId, Slug, WijkId } from '../ids.ts'
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

/** A wijk with its two numbers as the CMS knows them. */
export interface WijkRevision {
  readonly id: WijkId
  /** Null when the wijk was deleted. */
  readonly slug: Slug | null
  /** The wanted revision. */
  readonly wanted: number
  /** The newest wanted revision that somebody waits for; what is above it came with an act elsewhere. */
  readonly awaited: number
  /** When it became this one: ISO in UTC. After the CMS was put back from a backup a number comes again, at another moment. */
  readonly changedAt: string
  /** Live revision and release as last reported; the release store knows better. */
  readonly live: number
  readonly release: number
  /** Null when the site follows the content, as it should. */
  readonly held: Held | null
  /** Where its site is to be, such as `embedded, netlify`; null for what holds for all wijken. */
  readonly targets: string | null
}

/** An operator put the site of a wijk back to an earlier release; it stays there until he lets it go on. */
export interface Held {
  /** Number of the release whose files are shown. */
  readonly release: number
  /** Revision of the content in it. */
  readonly revision: number
  /** Who did it, as editors may read it. */
  readonly by: string
  /** ISO in UTC. */
  readonly since: string
  /** A sentence in Dutch, for editors. */
  readonly why: string
}

/** Ids and versions of all that is published in one wijk, at one revision. */
export interface Manifest {
  readonly revision: number
  /** When the wanted revision became this one: ISO in UTC. */
  readonly changedAt: string
  /** When the CMS that says so was started (ISO in UTC): another start may be of a database that was put back from a backup. */
  readonly cmsStartedAt: string
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  readonly held: Held | null
  readonly entries: readonly { readonly id: EntryId; readonly version: string }[]
  readonly formerAddresses: readonly FormerAddress[]
}

/** What differs in a wijk since a revision that was read before. */
export interface Changes {
  readonly revision: number
  readonly changedAt: string
  readonly cmsStartedAt: string
  /** Null when the wijk was deleted. */
  readonly wijk: Wijk | null
  readonly held: Held | null
  readonly entries: readonly VersionedEntry[]
  readonly gone: readonly EntryId[]
  /** Those that came to be one, or are another entry's than before. */
  readonly formerAddresses: readonly FormerAddress[]
}

/** An entry with the version under which a manifest knows it. */
export interface VersionedEntry {
  readonly version: string
  readonly entry: Entry
  /** From this instant (ISO in UTC) on it is not on the site any more; null or absent for never. */
  readonly expiresAt?: string | null
}

/** A file that was thrown away in the CMS: as a photo was known by, and of which wijk it was. */
export interface WithdrawnFile {
  /** When: ISO in UTC, by the clock of the CMS. */
  readonly at: string
  readonly wijk: WijkId
  readonly url: string
  readonly version: string
}

/** What the CMS keeps of a receipt, for the editor who waits. */
export interface ReceiptReport {
  readonly wijk: WijkId
  readonly revision: number
  readonly state: 'received' | 'rendering' | 'deploying' | 'live' | 'failed' | 'held'
  readonly receivedAt: string
  readonly renderedAt: string | null
  readonly liveAt: string | null
  readonly release: number | null
  readonly url: string | null
  readonly pages: number | null
  readonly durationMs: number | null
  readonly error: string | null
  /** When it is tried again, or, while it waits for a target, about when that takes it. */
  readonly nextTryAt: string | null
  /** The target that it waits for, as editors know it; null when it waits for none. */
  readonly waitsFor: string | null
  readonly attempts: number
}

/** The CMS could not be reached, or answered with something else than was asked. Trying again can help. */
export class CmsUnavailableError extends Error {
  override readonly name = 'CmsUnavailableError'
}

/** An entry or setting in the CMS has a value that no page can be made of. Trying again helps only after an edit. */
export class InvalidContentError extends Error {
  override readonly name = 'InvalidContentError'
  /** Title of the entry; null for a setting. */
  readonly title: string | null
  constructor(message: string, { title = null, ...options }: ErrorOptions & { title?: string | null } = {}) {
    super(message, options)
    this.title = title
  }
}

/** The CMS answers, and does not have the bytes of an upload any more. Trying again helps only after another upload. */
export class OriginalGoneError extends Error {
  override readonly name = 'OriginalGoneError'
}

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

const HELD = gql`
  fragment held on Held {
    release
    revision
    by
    since
    why
  }
`
const WIJKEN = gql`
  query wijken {
    wijken {
      id
      slug
      wanted
      awaited
      changedAt
      live
      release
      targets
      held {
        ...held
      }
    }
  }
  ${HELD}
`
const MANIFEST = gql`
  query manifest($wijk: ID!) {
    manifest(wijk: $wijk) {
      revision
      changedAt
      cmsStartedAt
      wijk
      held {
        ...held
      }
      entries {
        id
        version
      }
      formerAddresses {
        kind
        slug
        entry
      }
    }
  }
  ${HELD}
`
const CHANGES = gql`
  query changes($wijk: ID!, $since: Int!) {
    changes(wijk: $wijk, since: $since) {
      revision
      changedAt
      cmsStartedAt
      wijk
      held {
        ...held
      }
      entries
      gone
      formerAddresses {
        kind
        slug
        entry
      }
    }
  }
  ${HELD}
`
const ENTRIES = gql`
  query entries($wijk: ID!, $ids: [ID!]!) {
    entries(wijk: $wijk, ids: $ids) {
      revision
      entries
    }
  }
`
const DRAFTS = gql`
  query drafts($wijk: ID!, $ids: [ID!]!, $previewSecret: String!) {
    drafts(wijk: $wijk, ids: $ids, previewSecret: $previewSecret) {
      revision
      entries
    }
  }
`
const WITHDRAWN = gql`
  query withdrawn($since: String) {
    withdrawn(since: $since) {
      at
      wijk
      url
      version
    }
  }
`
const REPORT_RECEIPT = gql`
  mutation reportReceipt($receipt: ReceiptInput!) {
    reportReceipt(receipt: $receipt)
  }
`
const HOLD_WIJK = gql`
  mutation holdWijk($wijk: ID!, $held: HeldInput!, $instead: HeldInput) {
    holdWijk(wijk: $wijk, held: $held, instead: $instead)
  }
`
const RESUME_WIJK = gql`
  mutation resumeWijk($wijk: ID!) {
    resumeWijk(wijk: $wijk)
  }
`
const IMPORT_WIJK = gql`
  mutation importWijk($data: JSON!) {
    importWijk(data: $data)
  }
`
