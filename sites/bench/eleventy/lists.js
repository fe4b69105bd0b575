/** The pages that list articles. */
import { escape } from './layouts/escape.js'
import { list } from './layouts/list.js'
import { page } from './layouts/page.js'

export function home({ wijk, collections }) {
  const head = { title: 'Voorpagina', description: wijk.tagline, path: '/' }
  const newest = list(collections.articles.slice(0, 9), { withSummary: true })
  return page(wijk, head, `<p>${escape(wijk.welcome)}</p>${newest}`)
}

export function news({ wijk, collections }) {
  const head = { title: 'Nieuws', description: 'Het nieuws van de wijk', path: '/nieuws/' }
  const years = wijk.years.map((year) => `<li><a href="/archief/${year}/">${year}</a></li>`)
  return page(wijk, head, `${list(collections.articles.slice(0, 200))}<ul>${years.join('')}</ul>`)
}

export function archive({ wijk, collections, year }) {
  const head = {
    title: `Nieuws uit ${year}`,
    description: `Het nieuws van ${year}`,
    path: `/archief/${year}/`,
  }
  return page(wijk, head, list(collections.articles.filter(({ data }) => data.archief.includes(year))))
}
