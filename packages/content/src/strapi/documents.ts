/** What the CMS is asked, in its closed GraphQL. */
import { gql } from 'graphql-request'

const HELD = gql`
  fragment held on Held {
    release
    revision
    by
    since
    why
  }
`

export const WIJKEN = gql`
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

export const MANIFEST = gql`
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

export const CHANGES = gql`
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

export const ENTRIES = gql`
  query entries($wijk: ID!, $ids: [ID!]!) {
    entries(wijk: $wijk, ids: $ids) {
      revision
      entries
    }
  }
`

export const DRAFTS = gql`
  query drafts($wijk: ID!, $ids: [ID!]!, $previewSecret: String!) {
    drafts(wijk: $wijk, ids: $ids, previewSecret: $previewSecret) {
      revision
      entries
    }
  }
`

export const WITHDRAWN = gql`
  query withdrawn($since: String) {
    withdrawn(since: $since) {
      at
      wijk
      url
      version
    }
  }
`

export const REPORT_RECEIPT = gql`
  mutation reportReceipt($receipt: ReceiptInput!) {
    reportReceipt(receipt: $receipt)
  }
`

export const HOLD_WIJK = gql`
  mutation holdWijk($wijk: ID!, $held: HeldInput!, $instead: HeldInput) {
    holdWijk(wijk: $wijk, held: $held, instead: $instead)
  }
`

export const RESUME_WIJK = gql`
  mutation resumeWijk($wijk: ID!) {
    resumeWijk(wijk: $wijk)
  }
`

export const IMPORT_WIJK = gql`
  mutation importWijk($data: JSON!) {
    importWijk(data: $data)
  }
`
