export {
  CmsUnavailableError,
  InvalidContentError,
  OriginalGoneError,
  type Changes,
  type Held,
  type Manifest,
  type ReceiptReport,
  type VersionedEntry,
  type WithdrawnFile,
  type WijkRevision,
} from './answers.ts'
export { createCmsClient, type CmsClient } from './client.ts'
