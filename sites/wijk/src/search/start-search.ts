/** The one script of the site: what the reader types is looked up in the index, on the reader's own machine. */
import { find, type Findings, type Found } from '@wijkpers/search/find'
import type { SegmentFile, SegmentShape } from '@wijkpers/search'
import { termOf, wordsOf } from '@wijkpers/search/words'

/** How many results are shown at a time. */
const STEP = 10
/** A letter more within this time is part of the same question, in milliseconds. */
const PAUSE_MS = 120
const INDEX = '/zoeken/'

/** Makes the search page work. */
export function startSearch(document: Document, location: Location): void {
  const field = document.querySelector<HTMLInputElement>('#zoekveld')!
  const status = document.querySelector<HTMLElement>('#zoekstand')!
  const list = document.querySelector<HTMLElement>('#gevonden')!
  const more = document.querySelector<HTMLButtonElement>('#meer')!
  const index = openIndex()
  document.querySelector('#zonder-script')!.remove()
  let count = STEP
  let asked = 0
  let pause: ReturnType<typeof setTimeout> | undefined

  async function search(): Promise<void> {
    const mine = ++asked
    const query = field.value
    try {
      const findings = query.trim() === '' ? null : await index.find(query, count)
      if (mine === asked) show(query, findings)
    } catch {
      if (mine === asked) status.textContent = status.dataset['failed']!
    }
  }

  function show(query: string, findings: Findings | null): void {
    status.textContent = findings === null ? '' : sentence(status.dataset, findings)
    list.replaceChildren(...(findings?.results ?? []).map((found) => item(document, found, query)))
    more.hidden = findings === null || findings.total <= findings.results.length
  }

  function askAnew(): void {
    count = STEP
    // The address can be shared and comes back with the browser's own button; nothing is stored.
    const address = field.value === '' ? location.pathname : `?${new URLSearchParams({ q: field.value })}`
    history.replaceState(null, '', address)
    void search()
  }

  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(askAnew, PAUSE_MS)
  })
  field.form!.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(pause)
    askAnew()
  })
  more.addEventListener('click', () => {
    const shown = list.children.length
    count += STEP
    void search().then(() => list.children[shown]?.querySelector('a')?.focus())
  })
  field.value = new URLSearchParams(location.search).get('q') ?? ''
  if (field.value === '') field.focus()
  else void search()
}

/** The index of this site; each file is fetched once. */
function openIndex() {
  const files = new Map<string, Promise<unknown>>()

  function load<File>(name: string): Promise<File> {
    let file = files.get(name)
    if (!file) {
      file = fetch(INDEX + name).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
        return answer.json()
      })
      // A connection that fell away may come back: the next letter tries again.
      file.catch(() => files.delete(name))
      files.set(name, file)
    }
    return file as Promise<File>
  }

  return {
    async find(query: string, count: number): Promise<Findings> {
      const segments = await load<readonly SegmentShape[]>('index.json')
      const today = new Date().toISOString().slice(0, 10)
      return find(query, { segments, today, count, load: (name) => load<SegmentFile>(name) })
    },
  }
}

function sentence(say: DOMStringMap, { total, isTooLittle, guessed }: Findings): string {
  if (isTooLittle) return say['tooLittle']!
  if (total === 0) return say['none']!
  const counted = total === 1 ? say['one']! : say['many']!.replace('{count}', String(total))
  const guesses = guessed.map(({ word, instead }) =>
    say['guess']!.replace('{word}', word).replace('{instead}', instead),
  )
  return [counted, ...guesses].join(' ')
}

const day = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

function item(document: Document, { path, title, summary, label, date }: Found, query: string): HTMLElement {
  const element = (name: string, className: string, ...children: (Node | string)[]) => {
    const made = document.createElement(name)
    made.className = className
    made.append(...children)
    made.dir = 'auto'
    return made
  }
  const link = element('a', 'cover', ...marked(document, title, query))
  link.setAttribute('href', path)
  const from = date === null ? label : `${label} · ${day.format(new Date(date))}`
  return element(
    'li',
    'found__item',
    element('h2', 'card__title', link),
    element('p', 'card__summary', ...marked(document, summary, query)),
    element('p', 'found__from', from),
  )
}

/** A text with the words of the query in it marked. */
function marked(document: Document, text: string, query: string): (Node | string)[] {
  const asked = wordsOf(query)
  const terms = new Set(asked.map(termOf))
  return text.split(/([\p{L}\p{N}]+)/u).map((piece, index) => {
    if (index % 2 === 0) return piece
    const [word = ''] = wordsOf(piece)
    const term = termOf(word)
    const isAsked =
      term !== null && (terms.has(term) || asked.some((one) => one.length > 2 && word.startsWith(one)))
    if (!isAsked) return piece
    const mark = document.createElement('mark')
    mark.textContent = piece
    return mark
  })
}
