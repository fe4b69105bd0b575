/**
 * Who, where, when and how much: the facts that one made-up article keeps to. A sentence part names them between
 * braces: `{naam} woont {inStraat}`. Streets carry their preposition, because Dutch has no rule for it.
 */
import type { Chance } from './random.ts'

export interface Facts {
  readonly naam: string
  readonly voornaam: string
  readonly naam2: string
  readonly voornaam2: string
  readonly leeftijd: string
  readonly straat: string
  readonly deStraat: string
  readonly inStraat: string
  readonly inStraat2: string
  /** With its preposition. */
  readonly plek: string
  readonly club: string
  readonly dag: string
  /** Clock times without `uur`; `eindtijd` is two or three hours later. */
  readonly tijd: string
  readonly eindtijd: string
  /** A small number in letters, as `handvol`; `aantal` is a larger one in digits. */
  readonly jaren: string
  readonly handvol: string
  readonly aantal: string
  /** Euros; `uitgave` is less. */
  readonly bedrag: string
  readonly uitgave: string
}

/** The names that the facts of one wijk are drawn from; it has at least two streets. */
export interface Vocabulary {
  /** Null: streets are made up. */
  readonly streets: readonly Street[] | null
  /** Places to meet, with their preposition. */
  readonly places: readonly string[]
  readonly clubs: readonly string[]
}

export interface Street {
  readonly name: string
  readonly withArticle: string
  readonly within: string
}

const FIRST_NAMES =
  'Aïsha Albert Amira Anneke Bart Carla Daan Dirk Elif Fatma Femke Gerrit Hanneke Hassan Ilse Imani Jantje Jelle Joke Kees Lia Lotte Marga Mehmet Meryem Mo Nel Noor Piet Priya Rachid Roos Ruud Samir Sanne Sjoerd Tesfay Thijs Tineke Truus Wim Yara Yusuf Zeynep'.split(
    ' ',
  )

const LAST_NAMES =
  'Aalders|Amrani|Bakker|Boersma|Brons|Dekker|Demirci|Doornbos|El Idrissi|Hofstra|Hoving|Jansen|Kaya|Kewal|Kosterink|Kuipers|Lantinga|Mulder|Nijholt|Oudshoorn|Pols|Postma|Ramdin|Schuring|Smit|Stegink|Tesfai|Tokmak|Van Dam|Van der Wal|Veenstra|Visser|Wolters|Yildirim|Zijlstra'.split(
    '|',
  )

const STREET_STARTS =
  'Akker Bakkers Beuken Boomgaard Brug Dijk Esdoorn Haven Kastanje Klooster Korenbloem Linden Maalders Merel Molen Oogst School Schippers Smids Stations Tuin Veld Vissers Water Wevers Wilgen Zwaluw Zonnebloem'.split(
    ' ',
  )

/** The end of a street's name, its article, and the preposition for being there. */
const STREET_ENDS = [
  ['straat', 'de', 'in'],
  ['laan', 'de', 'aan'],
  ['weg', 'de', 'aan'],
  ['hof', 'de', 'in'],
  ['pad', 'het', 'aan'],
  ['plein', 'het', 'op'],
  ['singel', 'de', 'aan'],
  ['kade', 'de', 'aan'],
] as const

const PLACES = [
  'in buurthuis De Brug',
  'in de kantine van de voetbalclub',
  'in de bibliotheek',
  'in de oude school',
  'in het wijkgebouw',
  'in de hal van het zorgcentrum',
  'in de kerkzaal',
  'in het clubhuis van de speeltuin',
]

const CLUBS = [
  'wandelclub De Stappers',
  'zangkoor Samenklank',
  'de speeltuinvereniging',
  'tuinvereniging De Groene Vinger',
  'toneelgroep Achterdoek',
  'buurtvereniging Rondom',
  'fietsclub Tegenwind',
  'de ondernemersvereniging',
  'voetbalclub De Wieken',
]

/** Of a wijk that is made up altogether. */
export const MADE_UP: Vocabulary = { streets: null, places: PLACES, clubs: CLUBS }

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const NUMBERS = ['drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'twaalf']

/** The facts of one article. The two people are not the same, and neither are the two streets. */
export function drawFacts(chance: Chance, { streets: known, places, clubs } = MADE_UP): Facts {
  const [first, second] = people(chance)
  const [street, other] = known ? shuffled(chance, known) : streets(chance)
  const hour = chance.between(9, 19)
  const amount = chance.between(5, 90) * 50
  return {
    naam: `${first!} ${chance.pick(LAST_NAMES)}`,
    voornaam: first!,
    naam2: `${second!} ${chance.pick(LAST_NAMES)}`,
    voornaam2: second!,
    leeftijd: String(chance.between(24, 86)),
    straat: street!.name,
    deStraat: street!.withArticle,
    inStraat: street!.within,
    inStraat2: other!.within,
    plek: chance.pick(places),
    club: chance.pick(clubs),
    dag: chance.pick(WEEKDAYS),
    tijd: `${hour}.${chance.pick(['00', '30'])}`,
    eindtijd: `${hour + chance.between(2, 3)}.00`,
    jaren: chance.pick(NUMBERS),
    aantal: String(chance.between(14, 96)),
    handvol: chance.pick(NUMBERS),
    bedrag: euros(amount),
    uitgave: euros(Math.round(amount * chance.between(3, 8) * 0.1)),
  }
}

/** `text` with its facts filled in; throws a RangeError for a fact that does not exist. */
export function fillIn(text: string, facts: Facts): string {
  const filled = text.replaceAll(/\{(\w+)\}/g, (token, name: string) => {
    if (!Object.hasOwn(facts, name)) throw new RangeError(`${token} is not a fact`)
    return facts[name as keyof Facts]
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

function people(chance: Chance): string[] {
  const drawn = chance.some(FIRST_NAMES, 2)
  return chance.happens(0.5) ? drawn : drawn.toReversed()
}

function shuffled(chance: Chance, known: readonly Street[]): Street[] {
  const two = chance.some(known, 2)
  return chance.happens(0.5) ? two : two.toReversed()
}

function streets(chance: Chance): Street[] {
  const starts = chance.some(STREET_STARTS, 2)
  return (chance.happens(0.5) ? starts : starts.toReversed()).map((start) => {
    const [end, article, preposition] = chance.pick(STREET_ENDS)
    return street(start + end, article, preposition)
  })
}

/** `street('Zeisstraat', 'de', 'in')` */
export function street(name: string, article: 'de' | 'het', preposition: 'in' | 'aan' | 'op'): Street {
  return { name, withArticle: `${article} ${name}`, within: `${preposition} ${article} ${name}` }
}

function euros(amount: number): string {
  return `€ ${amount.toLocaleString('nl-NL')}`
}
