/** The text that lies in an archive: what it is, and how to put it online without Wijkpers. */

export interface ArchiveFacts {
  readonly name: string
  /** Public address; null when the wijk has no site. */
  readonly url: string | null
  readonly release: number
  readonly revision: number
  /** When the archive was made. */
  readonly at: Date
  readonly files: number
  readonly entries: number
  readonly media: number
  /** Originals that could not be had, by name. */
  readonly missing: readonly string[]
}

export function archiveReadme(facts: ArchiveFacts): string {
  const { name, url, release, revision, at, files, entries, media, missing } = facts
  const day = at.toLocaleDateString('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' })
  return `# ${name}: alles om mee te nemen

Gemaakt op ${day}${url ? ` van ${url}` : ''}. Dit is van de wijk. Je hebt Wijkpers niet nodig om het te gebruiken.

## Wat erin zit

| Map of bestand | Wat het is |
| --- | --- |
| \`site/\` | ${url ? `de hele site zoals die online staat: ${files} bestanden (versie ${release})` : 'leeg: deze wijk heeft nu geen site'} |
| \`inhoud/\` | de teksten en gegevens als JSON: ${entries} stuks (stand ${revision}), de instellingen van de wijk in \`wijk.json\`, en waar iets eerder stond in \`oude-adressen.json\` |
| \`media/\` | ${media} foto's en pdf's zoals ze zijn geüpload, met het logo erbij als de wijk er een heeft; \`media.json\` zegt per foto wat erop te zien is en wie hem maakte |
| \`nginx.conf\` | een voorbeeld om \`site/\` met nginx te laten zien, met dezelfde headers als nu |
| \`controle.sha256\` | de vingerafdruk van elk bestand: \`sha256sum -c controle.sha256\` |
${missing.length > 0 ? `\n**Let op:** deze foto's en pdf's waren niet op te halen: ${missing.join(', ')}. Op de site staan ze wel; foto's verkleind.\n` : ''}
## De site online zetten

De site is een map met gewone bestanden. Er hoeft niets te draaien en er is geen database nodig.

- **Netlify:** sleep de map \`site\` naar het uploadscherm. De bestanden \`_headers\` en \`_redirects\` horen erbij.
- **Een host die op Netlify lijkt, zoals Cloudflare Pages:** dat kan ook, maar dat is niet geprobeerd. Cloudflare Pages kent de regels met een
  \`!\` en die met 410 in \`_redirects\` niet. Op een oud adres staat dan een kleine pagina die doorverwijst, of zegt dat het weg is.
- **Gewone webhosting:** zet alles uit \`site\` in de hoofdmap van het domein (vaak \`public_html\`), maar laat \`_headers\` en \`_redirects\` weg.
- **Eigen server met nginx:** pas in \`nginx.conf\` de map en de naam aan en voeg het toe. Die laat \`_headers\` en \`_redirects\` aan niemand zien.
- **Even kijken op je eigen computer:** \`cd site && python3 -m http.server 8000\` en open http://localhost:8000/.

\`_headers\` en \`_redirects\` zijn aanwijzingen voor Netlify en hosts die daarop lijken, geen bestanden voor lezers. In \`_redirects\` staat elk
adres dat er ooit was, ook van wat is weggehaald. Zet ze daarom nergens anders online.

De site hoort in de hoofdmap van een domein te staan, niet in een map daaronder: links beginnen met een schuine streep.${
    url ? ` In de feed en de sitemap staat het adres ${url}; houd dat domein, dan blijft alles kloppen.` : ''
  }

## De inhoud ergens anders gebruiken

Elk bestand in \`inhoud/\` is een lijst. Teksten (\`body\`) zijn blokken: alinea's, koppen, lijsten en links, zoals Strapi ze bewaart.
Een foto, pdf of logo verwijst met \`url\` naar \`media.json\`; daar staat welk bestand in \`media/\` erbij hoort.

Let bij foto's op de maker en op wie erop staat: wat op deze site mocht, mag ergens anders niet vanzelf ook.
`
}
