/** JSON-LD of schema.org: data in a script element, which browsers do not run. */
import { pathOf, type Article } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import type { Picture } from './picture.ts'

/** A NewsArticle. Properties: https://schema.org/NewsArticle */
export function newsArticle(
  site: Site,
  article: Article,
  description: string,
  picture: Picture | null,
): string {
  const siteUrl = site.siteUrl()
  const url = siteUrl + pathOf(article)
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description,
    url,
    mainEntityOfPage: url,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    inLanguage: 'nl',
    isAccessibleForFree: true,
    ...(picture && { image: siteUrl + picture.src }),
    publisher: { '@type': 'Organization', name: site.wijk().name, url: `${siteUrl}/` },
  })
}

/** No text can end the script element or begin a comment in it. */
function scriptSafe(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
