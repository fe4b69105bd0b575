/**
 * **Energy** of a wijk: whether its site shows signs of life, in words and with what would help. The limits are a
 * proposal from what keeps neighbourhood sites alive elsewhere: something new every two weeks, an activity a week, five people
 * who write, two who keep it going.
 */
import { moment, type Row } from '../answer.ts'
import { daysBetween } from '../time.ts'

/** Signs of life of one wijk, as counted by the CMS. */
export interface Vitality {
  readonly lastItemAt: Date | null
  readonly comingEvents: number
  readonly contributors: number
  readonly keepers: number
}

export type Level = 'good' | 'fair' | 'low'

export interface Sign {
  readonly name: 'news' | 'events' | 'contributors' | 'keepers'
  readonly level: Level
  readonly text: string
}

const FRESH_DAYS = 14
const STALE_DAYS = 30
const ENOUGH_EVENTS = 4
const ENOUGH_CONTRIBUTORS = 5
const ENOUGH_KEEPERS = 2

export function parseVitality(row: Row): Vitality {
  return {
    lastItemAt: moment(row.lastItemAt),
    comingEvents: Number(row.comingEvents ?? 0),
    contributors: Number(row.contributors ?? 0),
    keepers: Number(row.keepers ?? 0),
  }
}

/** What can be seen of the energy, each with what would help. */
export function signsOf(vitality: Vitality, now: Date): readonly Sign[] {
  return [news(vitality, now), events(vitality), contributors(vitality), keepers(vitality)]
}

/** All signs in one: one weak sign is not yet a weak wijk. */
export function energyOf(signs: readonly Sign[]): Level {
  const low = signs.filter(({ level }) => level === 'low').length
  if (low > 1) return 'low'
  return signs.every(({ level }) => level === 'good') ? 'good' : 'fair'
}

export const ENERGY: Readonly<Record<Level, string>> = {
  good: 'Volop energie',
  fair: 'Energie kan beter',
  low: 'Weinig energie',
}

function news({ lastItemAt }: Vitality, now: Date): Sign {
  if (!lastItemAt) return { name: 'news', level: 'low', text: 'Er staat nog niets nieuws op de site.' }
  const days = daysBetween(lastItemAt, now)
  if (days <= FRESH_DAYS)
    return { name: 'news', level: 'good', text: `Het laatste nieuws kwam ${ago(days)}.` }
  return {
    name: 'news',
    level: days <= STALE_DAYS ? 'fair' : 'low',
    text: `Al ${days} dagen niets nieuws. Een foto met drie regels is al genoeg.`,
  }
}

function ago(days: number): string {
  if (days <= 0) return 'vandaag'
  return days === 1 ? 'gisteren' : `${days} dagen geleden`
}

function events({ comingEvents: number }: Vitality): Sign {
  const text = `${numbered(number, 'activiteit', 'activiteiten')} in de komende 30 dagen.`
  if (number >= ENOUGH_EVENTS) return { name: 'events', level: 'good', text }
  if (number === 0)
    return { name: 'events', level: 'low', text: `${text} Wat is er te doen in het buurthuis of de kerk?` }
  return { name: 'events', level: 'fair', text: `${text} Met vier of meer is er elke week iets te doen.` }
}

function contributors({ contributors: number }: Vitality): Sign {
  const text =
    number === 0
      ? 'Niemand werkte mee in de laatste drie maanden.'
      : `${numbered(number, 'mens werkte', 'mensen werkten')} mee in de laatste drie maanden.`
  if (number >= ENOUGH_CONTRIBUTORS) return { name: 'contributors', level: 'good', text }
  return {
    name: 'contributors',
    level: number > 1 ? 'fair' : 'low',
    text: `${text} Vraag eens iemand om een stukje.`,
  }
}

function keepers({ keepers: number }: Vitality): Sign {
  if (number >= ENOUGH_KEEPERS)
    return { name: 'keepers', level: 'good', text: `${number} mensen houden de site gaande.` }
  return number === 0
    ? { name: 'keepers', level: 'low', text: 'Niemand houdt deze site gaande. Zoek een buurtverbinder.' }
    : {
        name: 'keepers',
        level: 'fair',
        text: 'Eén mens houdt de site gaande. Zoek er iemand bij, dan ligt niet alles bij één.',
      }
}

function numbered(number: number, one: string, many: string): string {
  if (number === 0) return `Geen ${many}`
  return number === 1 ? `Eén ${one}` : `${number} ${many}`
}
