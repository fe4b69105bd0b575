export { find, type Findings, type FindOptions, type Found } from './find.ts'
export {
  segmentFileNames,
  segmentFiles,
  type Findable,
  type SegmentFile,
  type SegmentShape,
} from './segment.ts'
