export { pathOf, siteUrl } from './addresses.ts'
export { blocksToHtml, blocksToText, escapeHtml, safeLink, type BlockNode } from './blocks.ts'
export { dayOf, daysAfter, firstDayOf, lastDayOf, overAt, startOfDay, wallClockOf } from './days.ts'
export type {
  Article,
  Entry,
  EntryKind,
  Event,
  InfoPage,
  Licence,
  Organisation,
  Photo,
  Wijk,
  WijkContent,
  WijkState,
} from './entries.ts'
export { nameOf, photosOf } from './entries.ts'
export { isSlug, parseWijkId, RESERVED_SLUGS, type EntryId, type Slug, type WijkId } from './ids.ts'
