import { posix } from 'node:path'

const UTF8 = 'charset=utf-8'

const byName: Readonly<Record<string, string>> = {
  'rss.xml': `application/rss+xml; ${UTF8}`,
  'feed.json': 'application/feed+json',
}

// JSON is UTF-8 by definition and knows no charset (RFC 8259).
const byExtension: Readonly<Record<string, string>> = {
  '.html': `text/html; ${UTF8}`,
  '.css': `text/css; ${UTF8}`,
  '.js': `text/javascript; ${UTF8}`,
  '.mjs': `text/javascript; ${UTF8}`,
  '.txt': `text/plain; ${UTF8}`,
  '.xml': `application/xml; ${UTF8}`,
  '.opml': `text/x-opml; ${UTF8}`,
  '.csv': `text/csv; ${UTF8}`,
  '.geojson': 'application/geo+json',
  '.ics': `text/calendar; ${UTF8}`,
  '.svg': `image/svg+xml; ${UTF8}`,
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}

/** The media type of the file at `path`, with its charset for text; bytes to download when it is not known. */
export function contentTypeOf(path: string): string {
  return (
    byName[posix.basename(path)] ??
    byExtension[posix.extname(path).toLowerCase()] ??
    'application/octet-stream'
  )
}

/** Whether a file of this media type gets much smaller by compression: text does, photos and fonts do not. */
export function isCompressible(contentType: string): boolean {
  return /^text\/|\bxml\b|\+xml|json/.test(contentType)
}
