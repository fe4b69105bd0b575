export { documentPath, formerHosts, pathOf, placePath, siteUrl, siteUrlAt } from './addresses.ts'
export { blocksToHtml, blocksToText, escapeHtml, safeLink, type BlockNode } from './blocks.ts'
export { parseCleanJson } from './clean-json.ts'
export { dayOf, daysAfter, firstDayOf, lastDayOf, startOfDay, type Times, wallClockOf } from './days.ts'
export {
  SHARE_FOLDER,
  shareCardOf,
  shareCardOfWijk,
  shareCardPath,
  shareCardsOf,
  type ShareCard,
} from './share-cards.ts'
export type {
  Accessibility,
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
  Language,
  Licence,
  LiveabilityProject,
  MapPoint,
  Notice,
  NoticeKind,
  OpeningHours,
  OpeningHoursException,
  Organisation,
  OrganisationKind,
  Person,
  Logo,
  Photo,
  ProjectStage,
  Publisher,
  Recurrence,
  RecurrenceException,
  RecurrencePattern,
  Topic,
  Weekday,
  Wijk,
  WijkState,
} from './entries.ts'
export {
  ADVERTISEMENT_KINDS,
  BUSINESS_KINDS,
  documentsOf,
  ENTRY_KINDS,
  LANGUAGES,
  LICENCES,
  nameOf,
  NOTICE_KINDS,
  ORGANISATION_KINDS,
  photosOf,
  PROJECT_STAGES,
  RECURRENCE_PATTERNS,
  TOPICS,
  WEEKDAYS,
  WIJK_STATES,
} from './entries.ts'
export { addressKey, type FormerAddress } from './former-addresses.ts'
export { languageTag } from './languages.ts'
export { soonest } from './soonest.ts'
export { mondayOf, mondayOfWeek, weekOf } from './weeks.ts'
export { placeKey } from './place-key.ts'
export {
  isDocumentId,
  isDomain,
  isSlug,
  parseWijkId,
  RESERVED_SLUGS,
  STANDING_SLUGS,
  type EntryId,
  type Slug,
  type WijkId,
} from './ids.ts'
export { titleKey, type EntryWithPage } from './lists/namesakes.ts'
export { occurrencesOf, type Occurrence } from './occurrences.ts'
