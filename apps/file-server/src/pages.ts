/** The few pages that are not of any site, and every sentence a visitor reads on them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { LiveRelease } from '@wijkpers/releases'
import { type Content, madeContent } from './content.ts'
import type { SitesAddress } from './sites-address.ts'

const css = readFileSync(new URL('pages.css', import.meta.url), 'utf8')
const cssHash = createHash('sha256').update(css).digest('hex').slice(0, 12)

/** The one stylesheet of these pages; the path has no slash in front. */
export const stylesheet = {
  path: `stijl/wijkpers-${cssHash}.css`,
  content: madeContent(css, 'text/css; charset=utf-8'),
} as const

const houses =
  '<svg viewBox="0 0 240 56" width="240" height="56" aria-hidden="true" focusable="false">' +
  '<path class="a" d="M4 56V26l14-16 14 16v30zM92 56V22l16-18 16 18v34zM184 56V28h6v-8h6v-8h12v8h6v8h6v28z"/>' +
  '<path class="b" d="M36 56V24h6v-7h6v-7h10v7h6v7h6v32zM128 56V28l12-14 12 14v28zM224 56V32l7-8 7 8v24z"/>' +
  '<path class="c" d="M74 56V30l8-9 8 9v26zM156 56V20h24v36z"/>' +
  '<path class="w" d="M13 32h10v9H13zM48 28h10v9H48zM102 28h12v10h-12zM135 34h10v9h-10zM162 27h5v8h-5zm9 0h5v8h-5zM196 32h12v10h-12zM79 36h6v7h-6z"/>' +
  '</svg>'

/** All sites that are online, by name. */
export function wijkenPage(sites: readonly LiveRelease[], address: SitesAddress): Content {
  const items = byName(sites).map((site) => {
    const url = address.urlOf(site)
    return `<li><a href="${escape(url)}/"><strong>${escape(site.name)}</strong> <span>${escape(site.host)}</span></a></li>`
  })
  const count = sites.length === 1 ? '1 wijk is online.' : `${sites.length} wijken zijn online.`
  return page({
    title: 'Alle wijken',
    body:
      sites.length === 0
        ? '<p>Er is nog geen wijk online.</p><p>Zodra een wijk voor het eerst publiceert, staat die hier.</p>'
        : `<p>Nieuws van en voor de buurt. ${count}</p><ul>${items.join('\n')}</ul>`,
  })
}

/** The same list as data. */
export function wijkenJson(sites: readonly LiveRelease[], address: SitesAddress): Content {
  const list = byName(sites).map((site) => ({
    slug: site.slug,
    name: site.name,
    url: address.urlOf(site),
    release: site.release,
  }))
  return madeContent(`${JSON.stringify(list, null, 2)}\n`, 'application/json')
}

/** For who watches over this process: it answers, and which sites the store has; null where there is no store to read. */
export function healthJson(sites: readonly LiveRelease[] | null): Content {
  const told = { ok: sites !== null, sites: sites?.length ?? 0 }
  return madeContent(`${JSON.stringify(told)}\n`, 'application/json')
}

/** For a host on which no site answers. */
export function unknownWijkPage({ listUrl }: SitesAddress): Content {
  return page({
    title: 'Deze wijk kennen we hier niet',
    body:
      '<p>Misschien zit er een tikfout in het adres. Of de wijk heeft een andere naam gekregen.</p>' +
      `<p><a href="${escape(listUrl)}">Bekijk alle wijken</a></p>`,
    isIndexed: false,
  })
}

/** For what is not there, where the site has no page of its own to say so. */
export const notFoundPage = page({
  title: 'Deze pagina is er niet',
  body: '<p>Misschien is de pagina verplaatst of verwijderd.</p><p><a href="/">Ga naar de voorpagina</a></p>',
  isIndexed: false,
})

/** For a page that has another address; readers see it only when their browser does not follow by itself. */
export function movedPage(location: string): Content {
  return page({
    title: 'Deze pagina staat ergens anders',
    body: `<p><a href="${escape(location)}">Ga naar de pagina</a></p>`,
    isIndexed: false,
  })
}

/** For a request that cannot be understood. */
export const malformedPage = page({
  title: 'Dit adres klopt niet',
  body: '<p>Er staan tekens in het adres die er niet horen.</p><p><a href="/">Ga naar de voorpagina</a></p>',
  isIndexed: false,
})

/** For a request that wants more than to read. */
export const readOnlyPage = page({
  title: 'Hier kun je alleen lezen',
  body: '<p>Deze site kan niets ontvangen.</p><p><a href="/">Ga naar de voorpagina</a></p>',
  isIndexed: false,
})

/** For a fault of ours. */
export const faultPage = page({
  title: 'Er gaat iets mis bij ons',
  body: '<p>De pagina kan nu niet getoond worden. Probeer het over een paar minuten nog eens.</p>',
  isIndexed: false,
})

/** One of our own pages; a bare one has nothing but its body. */
export function page({
  title,
  body,
  isIndexed = true,
  isBare = false,
}: {
  title: string
  body: string
  isIndexed?: boolean
  isBare?: boolean
}): Content {
  const main = isBare ? body : `<main>\n${houses}\n<h1>${title}</h1>\n${body}\n</main>`
  return madeContent(`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Wijkpers</title>
${isIndexed ? '<meta name="description" content="De sites van alle wijken op Wijkpers.">' : '<meta name="robots" content="noindex">'}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${stylesheet.path}">
</head>
<body${isBare ? ' class="bare"' : ''}>
${main}
</body>
</html>
`)
}

function byName(sites: readonly LiveRelease[]): LiveRelease[] {
  return sites.toSorted((a, b) => a.name.localeCompare(b.name, 'nl') || a.host.localeCompare(b.host))
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!)
}
