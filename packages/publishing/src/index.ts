export { PHOTO_FOLDER } from '@wijkpers/images'
export { createContentReader, type ContentReader, type Snapshot } from './content.ts'
export { KEPT_WIJKEN } from './kept-wijken.ts'
export type { Dispatcher, Due, Priority, Progress, Waiting, Why } from './dispatcher.ts'
export { formatOf, hashOfFormat } from './formats/format-of.ts'
export { createRenderers, type Renderers } from './formats/renderers.ts'
export {
  atStart,
  choose,
  createRolloutFailures,
  formatFor,
  isFailing,
  type Pause,
  type Rollout,
} from './formats/rollout.ts'
export { NoSiteFormatError, openFormatShelf, type FormatShelf } from './formats/shelf.ts'
export { createPhotoStore, type PhotoPaths } from './photo-store.ts'
export { UploadFailedError, shownPhotos } from './photos.ts'
export {
  type Quota,
  type QuotaBudget,
  type Refusal,
  TargetRefusedError,
  TargetUnavailableError,
  TargetWaitsError,
} from './elsewhere.ts'
export { CARRIED_FOLDERS, isShownPage, makePlan } from './plan.ts'
export {
  isRightAt,
  ProofFailedError,
  ReleaseNotKeptError,
  type ChangedPaths,
  type Delta,
  type DeployTarget,
  type FileWithBody,
  type FirstSite,
  type FirstTarget,
  type Intervention,
  type KeptRelease,
  type LiveFiles,
  type LiveSite,
  type Proof,
  type RenderedFile,
  type Renderer,
  type Receipt,
  type SiteFile,
  type Validity,
} from './ports.ts'
export { publish, type PublishPorts } from './publish.ts'
export { isHeldThere } from './held.ts'
export { makeReady, type Readied } from './ready.ts'
export { isOfRevision } from './newest.ts'
export { isLessAgo } from './ago.ts'
export { readKept, writeKept, writeSafely } from './kept.ts'
export { createTurns } from './turns.ts'
export { createJournal, type Journal, readReasons } from './reasons/journal.ts'
export { reasonOf, type NamedEntry, type ReleaseReasons } from './reasons/sum-up.ts'
export { renderJobOf, type RenderJobOptions, siteInputOf, siteOf } from './render-job.ts'
export { RendererLostError, RenderFailedError } from './render/process.ts'
export { startRenderer } from './render/renderer.ts'
export { faultsIn, verify, type Verdict, type VerifyPorts } from './verify.ts'
