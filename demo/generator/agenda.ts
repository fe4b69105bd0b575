/** Organisations and events of a made-up wijk. */
import { blocksToText } from '@wijkpers/content'
import { at } from '../calendar.ts'
import type { DemoArticle, DemoEvent, DemoOrganisation } from '../demo-wijk.ts'
import { textToBlocks } from '../text-to-blocks.ts'
import { drawFacts, fillIn, MADE_UP, type Vocabulary } from './facts.ts'
import { chance } from './random.ts'
import { slugOf } from './slug.ts'

interface Happening {
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly price: string
  /** Whole hours, from 8 to 20; null for a whole day. */
  readonly starts: number | null
  readonly hours: number
}

const HAPPENINGS: readonly Happening[] = [
  {
    title: 'Koffie-inloop',
    summary: 'De koffie is klaar voor je er bent. Je hoeft niets te vragen en niets te vertellen.',
    text: 'Loop binnen {plek}. {naam} schenkt in en weet ook waar je met je vraag moet zijn.',
    price: 'gratis',
    starts: 10,
    hours: 2,
  },
  {
    title: 'Samen eten {plek}',
    summary: '{voornaam} kookt voor wie aanschuift. Er is altijd een gerecht zonder vlees.',
    text: 'Geef je een dag van tevoren op, dan weten we hoe groot de pan moet zijn.\n\nOpgeven kan bij {naam}: 019-555 09 31.',
    price: '€ 5',
    starts: 18,
    hours: 2,
  },
  {
    title: 'Rommelmarkt {inStraat}',
    summary:
      'Zolders leeg, stoep vol. Je mag op je eigen stoep staan, of op die van een ander als je het vraagt.',
    text: 'De straat is die dag dicht voor auto’s. Wat om vier uur nog staat, gaat weer mee naar binnen.',
    price: 'gratis',
    starts: 10,
    hours: 6,
  },
  {
    title: 'Wandelen vanaf {deStraat}',
    summary: 'Een uur lopen in een tempo waarbij je nog kunt praten.',
    text: 'We verzamelen {inStraat}. {naam} loopt voorop, {naam2} achteraan. Honden mogen mee.',
    price: 'gratis',
    starts: 9,
    hours: 1,
  },
  {
    title: 'Open repetitie van {club}',
    summary: 'Kom luisteren, of doe een keer mee. Ervaring is niet nodig.',
    text: 'Deze avond staat de deur open. Om tien uur is er iets te drinken.',
    price: '',
    starts: 20,
    hours: 2,
  },
  {
    title: 'Buurtschoonmaak {inStraat}',
    summary: 'Met prikkers, zakken en na afloop soep.',
    text: 'We beginnen {inStraat} en lopen door tot de zakken vol zijn. Handschoenen zijn er, ook kleine.',
    price: 'gratis',
    starts: 13,
    hours: 2,
  },
  {
    title: 'Spelletjesavond {plek}',
    summary: 'Klaverjassen, schaken of gewoon mens-erger-je-niet.',
    text: 'Neem je lievelingsspel mee. {voornaam} legt alles uit, ook drie keer.',
    price: '€ 2, met een kop koffie',
    starts: 19,
    hours: 3,
  },
  {
    title: 'Dag van de tuinen',
    summary: 'Tuinen die je anders nooit ziet, staan vandaag open.',
    text: 'Haal een kaart {plek} en loop je eigen route. In de meeste tuinen is iets te drinken.',
    price: 'gratis',
    starts: null,
    hours: 0,
  },
]

/** Events lie between so many days ago and so many days ahead. */
const DAYS_BACK = 150
const DAYS_AHEAD = 60
const SHARE_CANCELLED = 0.05

export interface EventOptions {
  /** Another key gives other events. */
  readonly key: string
  readonly count: number
  /** As `dayOf` counts. */
  readonly today: number
  readonly from?: Vocabulary
}

/** `count` events around today, soonest first, each at an address of its own. */
export function eventsOf({ key, count, today, from = MADE_UP }: EventOptions): DemoEvent[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const drawn = chance(`${key}/agenda/${index}`)
    const happening = drawn.pick(HAPPENINGS)
    const facts = drawFacts(drawn, from)
    const title = fillIn(happening.title, facts)
    const slug = free(slugOf(title), taken)
    const day = today - DAYS_BACK + Math.floor(((index + 1) * (DAYS_BACK + DAYS_AHEAD)) / count)
    const { starts, hours } = happening
    return {
      kind: 'event' as const,
      slug,
      title,
      summary: fillIn(happening.summary, facts),
      body: textToBlocks(fillIn(happening.text, facts)),
      startsAt: at(day, `${starts ?? 0}:00`),
      endsAt: starts === null ? null : at(day, `${starts + hours}:00`),
      allDay: starts === null,
      place: placeOf(facts[happening.title.includes('traat}') ? 'straat' : 'plek']),
      price: happening.price,
      cancelled: drawn.happens(SHARE_CANCELLED),
      organisation: null,
    }
  })
}

/** A place by itself, without the words before it: 'in het wijkgebouw' is 'Het wijkgebouw'. */
function placeOf(text: string): string {
  const bare = text.replace(/^(in|aan|op|bij) (de |)/, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

function free(slug: string, taken: Set<string>): string {
  let answer = slug
  for (let number = 2; taken.has(answer); number++) answer = `${slug}-${number}`
  taken.add(answer)
  return answer
}

/** The clubs that articles and events name. */
export function organisationsOf(wijk: string): DemoOrganisation[] {
  return MADE_UP.clubs.map((club, index) => {
    const name = club.replace(/^de (.)/, (_, first: string) => first.toUpperCase())
    return {
      kind: 'organisation',
      slug: slugOf(name),
      name: name.charAt(0).toUpperCase() + name.slice(1),
      summary: `Een club van buren. Nieuwe leden zijn altijd welkom, ook als je nog moet leren hoe het gaat.`,
      body: textToBlocks('Kom een keer kijken. De eerste keer kost niets, en de tweede meestal ook niet.'),
      website: index % 3 === 0 ? `https://${slugOf(name)}.example` : null,
      email: `hallo@${wijk}.example`,
      phone: `019-555 09 ${60 + index}`,
    }
  })
}

/** Lets an entry belong to the organisation that it names, if there is one. */
export function belongTo(organisations: readonly DemoOrganisation[]) {
  const names = organisations.map(({ name, slug }) => ({ name: name.toLowerCase(), slug }))
  return <E extends DemoArticle | DemoEvent>(entry: E): E => {
    const words = `${entry.title} ${entry.summary} ${blocksToText(entry.body)}`.toLowerCase()
    const organisation = names.find(({ name }) => words.includes(name))?.slug ?? null
    return organisation === null ? entry : { ...entry, organisation }
  }
}
