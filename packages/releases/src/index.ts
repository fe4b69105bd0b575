export { StaleReleaseError } from './commit.ts'
export { HostTakenError } from './take-host.ts'
export { type Cdn, cacheTagOf, cacheTagOfSite, cdnHeaders, CDNS } from './cdn.ts'
export { contentTypeOf, isCompressible } from './content-type.ts'
export { EMPTY_LISTS, emptyListAt } from './empty-lists.ts'
export {
  ASK_EACH_TIME,
  CACHE_FOREVER,
  cacheControlOf,
  contentSecurityPolicy,
  EMBEDS,
  type Header,
  IMMUTABLE_FOLDERS,
  isImmutableAsset,
  mayBeFramed,
  securityHeaders,
  securityOfAll,
} from './headers.ts'
export { hostOf, InvalidHostError } from './hosts.ts'
export { CorruptIndexError, NewerIndexError } from './index-file.ts'
export { inspectStore, type StoreFault, type StoreInspection } from './inspect.ts'
export { inLanes } from './lanes.ts'
export { fileBeside, filesBeside, FILES_BESIDE, pageBeside } from './files-beside.ts'
export { StoreLockedError, takeLock } from './lock.ts'
export { MissingObjectError, type NewObject, WrongHashError } from './objects.ts'
export { InvalidPathError } from './paths.ts'
export {
  openPreviews,
  opensPreview,
  type Preview,
  type PreviewFile,
  previewId,
  previewKey,
  type Previews,
} from './previews.ts'
export {
  openReader,
  type ReleaseReader,
  type SiteNow,
  type WatchingReader,
  UnknownReleaseError,
} from './reader.ts'
export type {
  CommittedRelease,
  KeptRelease,
  LiveRelease,
  NewRelease,
  Rollback,
  StoredFile,
  Validity,
} from './release.ts'
export { openStore, type ReleaseStore, StoreGoneError, type StoreOptions } from './store.ts'
export type { SweepOptions, Swept } from './sweep.ts'
export type { Withdrawal } from './withdraw.ts'
export { writeWhole } from './write-whole.ts'
