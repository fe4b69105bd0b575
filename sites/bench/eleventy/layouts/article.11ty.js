import { time } from './date.js'
import { escape } from './escape.js'
import { page } from './page.js'

const link = (word, article) =>
  article ? `<li>${word}: <a href="${article.url}">${escape(article.data.title)}</a></li>` : ''

/** An article, or a page of information. */
export function render({ wijk, page: { url, date }, title, description, weight, newer, older, content }) {
  const head = { title, description, path: url }
  if (weight === undefined) return page(wijk, head, content)
  const main = `<p>${time(date)}</p>
<p>${escape(description)}</p>
${content}
<ul>${link('Nieuwer', newer)}${link('Ouder', older)}</ul>`
  return page(wijk, head, main)
}
