export {
  CmsUnavailableError,
  createCmsClient,
  InvalidContentError,
  type Changes,
  type CmsClient,
  type Manifest,
  type ReceiptReport,
  type VersionedEntry,
  type WijkRevision,
} from './client.ts'
