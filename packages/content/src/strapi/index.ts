export {
  CmsUnavailableError,
  OriginalGoneError,
  createCmsClient,
  InvalidContentError,
  type Changes,
  type CmsClient,
  type Held,
  type Manifest,
  type ReceiptReport,
  type VersionedEntry,
  type WithdrawnFile,
  type WijkRevision,
} from './client.ts'
