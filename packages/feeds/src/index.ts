export { newsFeed, type FeedPicture, type NewsFeed } from './news-feed.ts'
