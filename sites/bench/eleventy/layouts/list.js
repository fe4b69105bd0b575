import { time } from './date.js'
import { escape } from './escape.js'

/** Articles as a list. */
export function list(articles, { withSummary = false } = {}) {
  const items = articles.map(
    ({ url, date, data }) =>
      `<li><a href="${url}">${escape(data.title)}</a> ${time(date)}${
        withSummary ? ` <p>${escape(data.description)}</p>` : ''
      }</li>`,
  )
  return `<ol>\n${items.join('\n')}\n</ol>`
}
