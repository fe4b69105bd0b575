/** What there is to do now, the most urgent first: from the answer of the CMS to groups of links with a line of text. */
import { WIJK } from '../../entries/entry-types.ts'
import { inWords } from '../../planning/words.ts'
import type { Me } from '../me/me.ts'
import { lineOf } from '../review/sentences.ts'
import type { ReviewedEntry } from '../review/review.ts'
import { when } from '../time.ts'
import type { AtHand, Home } from './home.ts'
import { asksAnEditor } from './wijken.ts'

/** One thing to do: a link to where it is done. */
export interface Task {
  readonly key: string
  readonly title: string
  /** A place in the admin panel. */
  readonly to: string
  /** Why it is there. */
  readonly line: string
  /** What a reviewer wrote, or why it was refused. */
  readonly quote: string | null
}

export interface TaskGroup {
  readonly title: string
  readonly tasks: readonly Task[]
}

/** Groups that have something in them. Where several wijken are shown, each line says which. */
export function todoOf(
  home: Home,
  { isOperator, may }: Pick<Me, 'isOperator' | 'may'>,
  now: Date,
): readonly TaskGroup[] {
  const inWijk = wijkWords(home)
  const lacksPhoto = new Set(home.photos.map(({ documentId }) => documentId))
  const atHand = (entries: readonly AtHand[], line: (entry: AtHand) => string, quotes = false): Task[] =>
    entries.map((entry) => ({
      ...linkTo(entry),
      line: [line(entry), entry.kind, inWijk(entry.wijk)].filter(Boolean).join(' · '),
      quote: quotes ? entry.note : null,
    }))
  const groups: TaskGroup[] = [
    { title: 'Wacht op jou', tasks: home.waiting.map((entry) => reviewTask(home, entry, now)) },
    {
      title: 'Teruggekregen',
      tasks: home.mine
        .filter(({ state }) => state === 'returned')
        .map((entry) => reviewTask(home, entry, now)),
    },
    { title: 'Sites die aandacht vragen', tasks: isOperator ? sitesInNeed(home) : [] },
    { title: 'Komt niet online', tasks: !isOperator && may('publish') ? failuresToMend(home) : [] },
    {
      title: 'Niet vanzelf online gekomen',
      tasks: atHand(home.failed, ({ at }) => `Was gepland voor ${inWords(at, now)}`, true),
    },
    {
      title: 'Gaat binnenkort van de site',
      tasks: atHand(home.expiring, ({ at }) => `Houdbaar tot ${inWords(at, now)}`),
    },
    {
      title: 'Foto’s die nog iets missen',
      tasks: home.photos.map((entry) => ({
        ...linkTo(entry),
        line: [entry.note, inWijk(entry.wijk)].filter(Boolean).join(' · '),
        quote: null,
      })),
    },
    {
      title: 'Nog niet af',
      tasks: atHand(
        home.unfinished.filter(({ documentId }) => !lacksPhoto.has(documentId)),
        ({ at }) => `Laatst gewijzigd ${when(at, now)}`,
      ),
    },
  ]
  return groups.filter(({ tasks }) => tasks.length > 0)
}

/** What comes online by itself; `waits`: its wijk has no site now, or one that is held. */
export function plannedOf(home: Home, now: Date): readonly (Task & { readonly waits: boolean })[] {
  const inWijk = wijkWords(home)
  return home.planned.map((entry) => ({
    ...linkTo(entry),
    line: [capital(inWords(entry.at, now)), entry.kind, inWijk(entry.wijk)].filter(Boolean).join(' · '),
    quote: null,
    waits: home.wijken.some(
      ({ documentId, state, receiptState }) =>
        documentId === entry.wijk && (state === 'draft' || receiptState === 'held'),
    ),
  }))
}

/** What somebody handed in and does not have back: it waits, or it is published. */
export function handedInOf(home: Home, now: Date): readonly Task[] {
  return home.mine.filter(({ state }) => state !== 'returned').map((entry) => reviewTask(home, entry, now))
}

/** What came online last, with its address on the site. */
export function onlineOf(home: Home, now: Date): readonly (Task & { readonly url: string | null })[] {
  const inWijk = wijkWords(home)
  return home.online.map((entry) => ({
    ...linkTo(entry),
    line: [`Online ${when(entry.at, now)}`, entry.kind, inWijk(entry.wijk)].filter(Boolean).join(' · '),
    quote: null,
    url: entry.url,
  }))
}

function reviewTask(home: Home, entry: ReviewedEntry, now: Date): Task {
  return {
    ...linkTo(entry),
    line: [lineOf(entry, now), entry.kind, wijkWords(home)(entry.wijk)].filter(Boolean).join(' · '),
    quote: entry.state === 'returned' ? entry.reason : null,
  }
}

function sitesInNeed({ wijken }: Home): Task[] {
  const said = { failed: 'De laatste wijziging is niet gelukt', held: 'Wordt vastgehouden' } as const
  return wijken.flatMap(({ slug, name, receiptState: state }) =>
    state === 'failed' || state === 'held'
      ? [{ key: slug, title: name, to: '/sites', line: said[state], quote: null }]
      : [],
  )
}

/** What an editor has to mend before anything new comes online, at the entry that is named where it is at hand. */
function failuresToMend(home: Home): Task[] {
  const entries = [...home.unfinished, ...home.photos, ...home.online, ...home.expiring, ...home.planned]
  return home.wijken.filter(asksAnEditor).map(({ documentId, slug, name, error }) => {
    const named = entries.find(({ wijk, title }) => wijk === documentId && error?.includes(`‘${title}’`))
    const { title: what, to } = linkTo(named ?? { uid: WIJK, documentId, title: name })
    return { key: slug, title: what, to, line: 'De laatste wijziging is niet gelukt', quote: error }
  })
}

function wijkWords({ wijken }: Home): (documentId: string) => string {
  const names = new Map(wijken.map(({ documentId, name }) => [documentId, name]))
  return (documentId) => (wijken.length > 1 ? (names.get(documentId) ?? '') : '')
}

function linkTo({ uid, documentId, title }: Pick<AtHand, 'uid' | 'documentId' | 'title'>) {
  return { key: documentId, title, to: `/content-manager/collection-types/${uid}/${documentId}` }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
