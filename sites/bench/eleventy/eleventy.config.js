/**
 * The bench's pages with Eleventy. The folder BENCH_CONTENT holds wijk.json and content/: Markdown, an article or a page a
 * file; this folder holds the layouts, and the pages that are lists.
 */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { archive, home, news } from './lists.js'

const folder = process.env.BENCH_CONTENT
const input = join(folder, 'content')

export default function configure(eleventy) {
  const { baseURL, title, params } = JSON.parse(readFileSync(join(folder, 'wijk.json'), 'utf8'))
  eleventy.setQuietMode(true)
  eleventy.addGlobalData('wijk', { ...params, name: title, siteUrl: baseURL.replace(/\/$/, '') })
  eleventy.addGlobalData('layout', () => 'article.11ty.js')
  eleventy.addCollection('articles', (all) => {
    const articles = all
      .getAll()
      .filter(({ data }) => data.weight !== undefined)
      .toSorted((a, b) => a.data.weight - b.data.weight)
    for (const [place, { data }] of articles.entries())
      Object.assign(data, { newer: articles[place - 1], older: articles[place + 1] })
    return articles
  })
  const ofFile = ({ page }) =>
    page.inputPath.replace(/^.*\/content\/(paginas)?/, '').replace(/\.md$/, '/index.html')
  eleventy.addGlobalData('permalink', () => ofFile)
  eleventy.addTemplate('home.11ty.js', home, { permalink: '/index.html', layout: null })
  eleventy.addTemplate('lijst.11ty.js', news, { permalink: '/nieuws/index.html', layout: null })
  eleventy.addTemplate('archief.11ty.js', archive, {
    layout: null,
    pagination: { data: 'wijk.years', size: 1, alias: 'year' },
    permalink: ({ year }) => `/archief/${year}/index.html`,
  })
  return {
    dir: { input, includes: relative(input, join(import.meta.dirname, 'layouts')) },
    markdownTemplateEngine: false,
    templateFormats: ['md', '11ty.js'],
  }
}
