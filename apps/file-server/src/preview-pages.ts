/** What is read around a preview. */
import type { Preview } from '@wijkpers/releases'
import type { Content } from './content.ts'
import { escape, page } from './pages.ts'

/** The preview in a frame, as wide as a phone or as the window, and a way to the other. */
export function previewPage({ title, path, until }: Preview, isPhone: boolean): Content {
  const choice = (words: string, query: string, isChosen: boolean) =>
    `<a href="/~voorbeeld${query}"${isChosen ? ' aria-current="true"' : ''}>${words}</a>`
  return page({
    title: `Voorbeeld: ${escape(title)}`,
    isBare: true,
    isIndexed: false,
    body: `<header class="bar">
<p><strong>Voorbeeld van ‘${escape(title)}’.</strong> Dit staat nog niet op de site. Wie deze link heeft, ziet het tot ${inWords(until)}.</p>
<nav aria-label="Breedte">${choice('Scherm', '', !isPhone)} ${choice('Telefoon', '?breedte=telefoon', isPhone)} <a href="${escape(path)}">Zonder rand</a></nav>
</header>
<iframe class="${isPhone ? 'phone' : 'screen'}" title="Zo ziet het eruit op een ${isPhone ? 'telefoon' : 'scherm'}" src="${escape(path)}"></iframe>`,
  })
}

/** For whoever comes without the link, or with one that ended. */
export const closedPreviewPage = page({
  title: 'Dit voorbeeld is dicht',
  isIndexed: false,
  body: '<p>Open het met de hele link die je kreeg. Werkt die niet meer? Vraag dan een nieuwe aan wie hem stuurde.</p>',
})

/** For a preview that is not there, or not any more. */
export const noPreviewPage = page({
  title: 'Dit voorbeeld is er niet meer',
  isIndexed: false,
  body: '<p>Een voorbeeld blijft een week staan. Vraag een nieuwe link aan wie hem stuurde.</p>',
})

const day = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

const inWords = (iso: string) => day.format(new Date(iso))
