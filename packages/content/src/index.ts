export { documentPath, pathOf, siteUrl } from './addresses.ts'
export { blocksToHtml, blocksToText, escapeHtml, safeLink, type BlockNode } from './blocks.ts'
export { dayOf, daysAfter, firstDayOf, lastDayOf, overAt, startOfDay, wallClockOf } from './days.ts'
export type {
  Advertisement,
  AdvertisementKind,
  Article,
  Business,
  BusinessKind,
  Deal,
  Document,
  Edition,
  Entry,
  EntryKind,
  Event,
  InfoPage,
  Licence,
  LiveabilityProject,
  Notice,
  NoticeKind,
  OpeningHours,
  OpeningHoursException,
  Organisation,
  Person,
  Photo,
  ProjectStage,
  Weekday,
  Wijk,
  WijkContent,
  WijkState,
} from './entries.ts'
export { documentsOf, nameOf, photosOf } from './entries.ts'
export { isSlug, parseWijkId, RESERVED_SLUGS, type EntryId, type Slug, type WijkId } from './ids.ts'
