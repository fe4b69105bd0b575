import { escape } from './escape.js'

/** What is around every page. */
export function page(wijk, { title, description, path }, main) {
  const canonical = wijk.siteUrl + path
  return `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>${escape(title)} – ${escape(wijk.name)}</title>
    <meta name="viewport" content="width=device-width">
    <meta name="description" content="${escape(description)}">
    <link rel="canonical" href="${canonical}">
    <meta property="og:title" content="${escape(title)}">
    <meta property="og:description" content="${escape(description)}">
    <meta property="og:url" content="${canonical}">
    <meta property="og:site_name" content="${escape(wijk.name)}">
  </head>
  <body>
    <header>
      <p><a href="/">${escape(wijk.name)}</a></p>
      <p>${escape(wijk.tagline)}</p>
      <nav>
        <ul>
          <li><a href="/">Voorpagina</a></li>
          <li><a href="/nieuws/">Nieuws</a></li>
          ${wijk.menu.map((item) => `<li><a href="${item.href}">${escape(item.title)}</a></li>`).join('\n')}
        </ul>
      </nav>
    </header>
    <main>
      <h1>${escape(title)}</h1>
      ${main}
    </main>
    <footer>
      <p>${escape(wijk.name)} is een site van en voor de wijk.</p>
      <p>Schrijf ons: <a href="mailto:${wijk.email}">${wijk.email}</a></p>
    </footer>
  </body>
</html>
`
}
