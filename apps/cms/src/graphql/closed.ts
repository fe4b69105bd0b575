import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { ImportWijk } from '../import/import-wijk.ts'
import { reportReceipt, type Receipt } from '../receipts/report.ts'
import { isSameSecret } from '../settings/secret.ts'
import { type Held, holdWijk, resumeWijk } from '../revisions/held.ts'
import { withdrawnSince } from '../revisions/withdrawn.ts'
import { settingsOf } from '../settings/settings.ts'
import { changesOf } from './changes.ts'
import { entriesOf } from './entries.ts'
import { manifestOf } from './manifest.ts'
import { FOR_TOKEN, registerTokenStrategy } from './token.ts'
import { allWijken } from './wijken.ts'

const typeDefs = /* GraphQL */ `
  scalar JSON

  type Query {
    "All wijken, one SQL statement."
    wijken: [WijkRevision!]!
    "What is to be live in one wijk: ids and versions; one consistent snapshot with its revision. wijk is null when the wijk is gone; the query is null when it never existed."
    manifest(wijk: ID!): Manifest
    "What differs in a wijk since a revision that was read before: its cost follows the change. Null when the wijk never existed."
    changes(wijk: ID!, since: Int!): Changes
    "Published entries by id (unknown or unpublished ids are left out), with the revision they were read at (same snapshot)."
    entries(wijk: ID!, ids: [ID!]!): Entries
    "Drafts instead of published rows: only with the preview secret (error FORBIDDEN otherwise)."
    drafts(wijk: ID!, ids: [ID!]!, previewSecret: String!): Entries
    "Files that were thrown away or replaced: nobody may get them any more. All of them, or those since an instant (ISO in UTC)."
    withdrawn(since: String): [WithdrawnFile!]!
  }

  type WithdrawnFile {
    at: String!
    wijk: ID!
    url: String!
    version: String!
  }

  type WijkRevision {
    id: ID!
    slug: String
    wanted: Int!
    "The newest wanted revision that somebody waits for: what is above it came with an act elsewhere, and may wait."
    awaited: Int!
    changedAt: String!
    live: Int!
    release: Int!
    targets: String
    "Null when the site follows the content, as it should."
    held: Held
  }

  "The site was put back to an earlier release and stays there until somebody lets it go on."
  type Held {
    release: Int!
    "Of the content in that release."
    revision: Int!
    by: String!
    since: String!
    why: String!
  }

  type Manifest {
    revision: Int!
    changedAt: String!
    cmsStartedAt: String!
    wijk: JSON
    held: Held
    entries: [ManifestEntry!]!
    formerAddresses: [FormerAddress!]!
  }

  "An address at which an entry was online last, and is not any more."
  type FormerAddress {
    kind: String!
    slug: String!
    entry: ID!
  }

  type ManifestEntry {
    id: ID!
    kind: String!
    version: String!
  }

  type Changes {
    revision: Int!
    changedAt: String!
    cmsStartedAt: String!
    wijk: JSON
    held: Held
    entries: [JSON!]!
    gone: [ID!]!
    formerAddresses: [FormerAddress!]!
  }

  type Entries {
    revision: Int!
    entries: [JSON!]!
  }

  type Mutation {
    "Keeps what the publisher says about a wijk, unless it is older than what it said before. False for an unknown wijk."
    reportReceipt(receipt: ReceiptInput!): Boolean!
    "Holds a wijk at a release, or at another one; with instead only while it is held there. False for an unknown wijk, or one that is held elsewhere or not at all."
    holdWijk(wijk: ID!, held: HeldInput!, instead: HeldInput): Boolean!
    "Lets a held wijk go on to its newest content. False for an unknown wijk."
    resumeWijk(wijk: ID!): Boolean!
    "Writes a wijk with entries (and photos) in one go and publishes them: demo content, seeds, imports. Upserts by slug. Answers the wijk's documentId."
    importWijk(data: JSON!): ID!
  }

  input ReceiptInput {
    wijk: ID!
    revision: Int!
    state: String!
    receivedAt: String!
    renderedAt: String
    liveAt: String
    release: Int
    url: String
    pages: Int
    durationMs: Int
    error: String
    nextTryAt: String
    waitsFor: String
    attempts: Int
  }

  input HeldInput {
    release: Int!
    revision: Int!
    by: String!
    since: String!
    why: String!
  }
`

interface EntriesArguments {
  readonly wijk: string
  readonly ids: readonly string[]
}

/**
 * Gives GraphQL these queries and no others. Each is a few statements whatever the number of entries: a field
 * per relation, as generic GraphQL has, would be a statement per entry.
 */
export function closeGraphql(strapi: Core.Strapi, { importWijk }: { importWijk: ImportWijk }): void {
  registerTokenStrategy(strapi)
  const { previewSecret } = settingsOf(strapi)

  strapi
    .plugin('graphql')
    .service('extension')
    .use({
      typeDefs,
      resolvers: {
        Query: {
          wijken: () => allWijken(strapi.db.connection),
          manifest: (_: unknown, { wijk }: { wijk: string }) => manifestOf(strapi, wijk),
          changes: (_: unknown, { wijk, since }: { wijk: string; since: number }) =>
            changesOf(strapi, wijk, since),
          entries: (_: unknown, { wijk, ids }: EntriesArguments) =>
            entriesOf(strapi, { wijk, ids, status: 'published' }),
          drafts: (_: unknown, { wijk, ids, ...shown }: EntriesArguments & { previewSecret: string }) => {
            if (!isSameSecret(shown.previewSecret, previewSecret))
              throw new errors.ForbiddenError('Drafts need the preview secret.')
            return entriesOf(strapi, { wijk, ids, status: 'draft' })
          },
          withdrawn: (_: unknown, { since }: { since?: string | null }) =>
            withdrawnSince(strapi.db.connection, since ?? null),
        },
        Mutation: {
          reportReceipt: (_: unknown, { receipt }: { receipt: Receipt }) => reportReceipt(strapi, receipt),
          holdWijk: (
            _: unknown,
            { wijk, held, instead }: { wijk: string; held: Held; instead?: Held | null },
          ) => holdWijk(strapi, wijk, held, instead ?? null),
          resumeWijk: (_: unknown, { wijk }: { wijk: string }) => resumeWijk(strapi, wijk),
          importWijk: (_: unknown, { data }: { data: unknown }) => importWijk(data),
        },
      },
      resolversConfig: {
        'Query.wijken': FOR_TOKEN,
        'Query.manifest': FOR_TOKEN,
        'Query.changes': FOR_TOKEN,
        'Query.entries': FOR_TOKEN,
        'Query.drafts': FOR_TOKEN,
        'Query.withdrawn': FOR_TOKEN,
        'Mutation.reportReceipt': FOR_TOKEN,
        'Mutation.holdWijk': FOR_TOKEN,
        'Mutation.resumeWijk': FOR_TOKEN,
        'Mutation.importWijk': FOR_TOKEN,
      },
    })
}
