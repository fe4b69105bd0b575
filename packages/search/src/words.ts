/**
 * From a text to terms, the same way when an index is made and when a reader asks.
 *
 * word - letters and digits between anything else, in lower case and without accents
 * term - a word without its Dutch endings, so that `huizen` finds `huis`
 */
import { stemmer } from '@orama/stemmers/dutch'

/** The words of a text in the order in which they stand. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The term of a word; null for one that says nothing by itself, such as `de`. */
export function termOf(word: string): string | null {
  if (isSilent(word)) return null
  let term = termOfWord.get(word)
  if (term === undefined) {
    term = /^\d+$/.test(word) ? word : softened(stemmer(word))
    if (termOfWord.size >= KEPT_WORDS) termOfWord.clear()
    termOfWord.set(word, term)
  }
  return term
}

// Stemming costs more than all the rest, and few words make most of a text. A word has one term, whoever asks.
const KEPT_WORDS = 50_000
const termOfWord = new Map<string, string>()

/** A word that is part of nearly every text. */
export function isSilent(word: string): boolean {
  return silent.has(word) || (word.length === 1 && !/\p{N}/u.test(word))
}

/** The term of the last part of a compound word, such as `tuin` of `speeltuinen`; null when it has none that we know. */
export function headOf(word: string): string | null {
  let head = headOfWord.get(word)
  if (head === undefined) {
    head = null
    for (let from = 2; head === null && from <= word.length - SHORTEST_HEAD; from++)
      if (heads.has(termOf(word.slice(from)) ?? '')) head = termOf(word.slice(from))
    if (headOfWord.size >= KEPT_WORDS) headOfWord.clear()
    headOfWord.set(word, head)
  }
  return head
}

const headOfWord = new Map<string, string | null>()

// Letters that Unicode does not take apart, but that people type without: the same as in addresses.
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøıłđðþ]/g, (letter) => plain[letter]!)
    .replace(/(?<=\p{L})['’`]s(?!\p{L})/gu, '')
    .replace(/['’`](?=n(?!\p{L}))/gu, '')
}

// The stemmer leaves `huiz` of `huizen` and `briev` of `brieven`, but `huis` and `brief` as they are.
function softened(stem: string): string {
  if (stem.length < 3) return stem
  return stem.replace(/z$/, 's').replace(/v$/, 'f')
}

const silent = new Set(
  (
    'aan al alle als bij dan dat de den der des deze die dit doen door dus een eens en er ge geen had heb hebben heeft ' +
    'hem het hier hij hoe hun ik in is je jij jou jouw jullie kan kon kunnen maar me meer men met mij mijn moet na naar ' +
    'niet nog nu of om omdat ons ons onze ook op over te tegen toch toen tot u uit uw van veel voor want waren was wat ' +
    'waar waarom wanneer we wel welk welke werd wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou'
  ).split(' '),
)

/** The nouns that neighbourhoods make compounds with, as terms: `buurthuis`, `speeltuin`, `wijkkrant`. */
const heads = new Set(
  (
    'avond bakker bank bericht bijeenkomst bibliotheek bieb bijdrage blad bom boom brand brug bus buurt café camping ' +
    'centrum club commissie concert cursus dag dans dienst dier dorp feest fiets film fonds groep haven hof hond hout huis ' +
    'jeugd kamer kat kerk kermis kind kinder kist koor krant kring kunst laan les loop maaltijd markt middag mol molen ' +
    'museum muziek ochtend ouder pad park partij pastor plaats plan plein poel poort praktijk project punt raad rit ruimt ' +
    'ruimte sanering school sloot spel speel sport spreekuur station stichting straat strat tafel team terrein tocht ' +
    'toernooi trein tuin tunnel vereniging vergader verkoop vijver viering vlucht vuur wandeling water weg wedstrijd week weekend ' +
    'werk winkel woning zaal zal zorg zwembad'
  )
    .split(' ')
    .map((word) => softened(stemmer(fold(word)))),
)
const SHORTEST_HEAD = 3
