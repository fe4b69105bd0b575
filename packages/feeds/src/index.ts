export { calendarFile, type Calendar } from './calendar.ts'
export { articleItem, paidItem, type Feed, type FeedItem } from './feed.ts'
export { jsonFeedFile } from './json-feed.ts'
export { rssFile } from './rss.ts'
