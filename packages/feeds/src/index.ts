export { calendarFile, type Calendar } from './calendar.ts'
export { newsFeed, type FeedPicture, type NewsFeed } from './news-feed.ts'
