export { pathOf, siteUrl } from './addresses.ts'
export { blocksToHtml, blocksToText, escapeHtml, type BlockNode } from './blocks.ts'
export type { Article, Entry, EntryKind, InfoPage, Photo, Wijk, WijkContent, WijkState } from './entries.ts'
export { isSlug, parseWijkId, RESERVED_SLUGS, type EntryId, type Slug, type WijkId } from './ids.ts'
